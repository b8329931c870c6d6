package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payment pays: UN/EDIFACT REMADV.
 *
 * @param paymentReference the payer's number of the payment (RFF+PQ), the end-to-end id on the bank's side
 * @param total MOA 12
 */
public record RemittanceAdviceDocument(
        String number,
        LocalDate issueDate,
        @Nullable LocalDate paymentDate,
        @Nullable String paymentReference,
        List<Party> parties,
        Money total,
        List<Item> items)
        implements BusinessDocument {

    /**
     * @param documentNumber the invoice or credit note paid (DOC 1004)
     * @param due what was due; {@code null} when not stated
     * @param paid what is remitted for it (MOA 12)
     * @param adjustment deduction taken, with its reason in {@code adjustmentReason}
     */
    public record Item(
            InvoiceDocument.Kind documentKind,
            String documentNumber,
            @Nullable LocalDate documentDate,
            @Nullable Money due,
            Money paid,
            @Nullable Money adjustment,
            @Nullable String adjustmentReason) {}

    @Override
    public DocumentType type() {
        return DocumentType.REMITTANCE_ADVICE;
    }
}
