package io.tradelane.trading.document;

import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would it cost: UN/EDIFACT REQOTE, X12 840.
 *
 * @param answerUntil after which an answer does not count any more, with the zone of the buyer
 */
public record RequestForQuotationDocument(
        String number,
        LocalDate issueDate,
        @Nullable OffsetDateTime answerUntil,
        @Nullable LocalDate requestedDelivery,
        @Nullable String currency,
        List<Party> parties,
        List<Reference> references,
        @Nullable String paymentTerms,
        @Nullable String note,
        List<Line> lines)
        implements BusinessDocument {

    /** @param targetPrice what the buyer would like to pay, absent when it does not say */
    public record Line(
            String lineNumber,
            Item item,
            Quantity quantity,
            @Nullable Price targetPrice,
            @Nullable LocalDate requestedDelivery,
            @Nullable String note) {}

    @Override
    public DocumentType type() {
        return DocumentType.REQUEST_FOR_QUOTATION;
    }
}
