package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's offer: UN/EDIFACT QUOTES, X12 843, cXML QuoteMessage.
 *
 * @param requestNumber the request answered, absent for an offer nobody asked for
 * @param version of the same number, counted from 1; absent when not sent
 * @param validTo last day on which it can be accepted
 */
public record QuotationDocument(
        String number,
        LocalDate issueDate,
        @Nullable String requestNumber,
        @Nullable Integer version,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String currency,
        List<Party> parties,
        List<Reference> references,
        @Nullable String paymentTerms,
        @Nullable String note,
        @Nullable Money total,
        List<Line> lines)
        implements BusinessDocument {

    /**
     * @param requestLineNumber the buyer's line in the request
     * @param price absent when the line is not offered
     * @param minimumOrder least quantity at this price
     */
    public record Line(
            String lineNumber,
            @Nullable String requestLineNumber,
            Item item,
            Quantity quantity,
            @Nullable Price price,
            @Nullable Money amount,
            @Nullable Quantity minimumOrder,
            @Nullable LocalDate promisedDelivery,
            @Nullable Integer leadTimeDays,
            @Nullable String note) {}

    @Override
    public DocumentType type() {
        return DocumentType.QUOTATION;
    }
}
