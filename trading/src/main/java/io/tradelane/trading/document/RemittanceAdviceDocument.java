package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payment pays: UN/EDIFACT REMADV, X12 820.
 *
 * @param paymentReference the payer's number of the payment (RFF+PQ, TRN02), the end-to-end id on the bank's side
 * @param total what is paid (MOA 12, BPR02)
 * @param adjustments of the whole payment, belonging to no document (ADX beside RMR)
 */
public record RemittanceAdviceDocument(
        String number,
        LocalDate issueDate,
        @Nullable LocalDate paymentDate,
        @Nullable String paymentReference,
        List<Party> parties,
        Money total,
        List<Item> items,
        List<Adjustment> adjustments)
        implements BusinessDocument {

    /**
     * @param documentNumber the invoice or credit note paid (DOC 1004, RMR02)
     * @param due what was due; {@code null} when not stated
     * @param paid what is remitted for it (MOA 12, RMR04); before or after {@code adjustments}, as the total tells
     */
    public record Item(
            InvoiceDocument.Kind documentKind,
            String documentNumber,
            @Nullable LocalDate documentDate,
            @Nullable Money due,
            Money paid,
            List<Adjustment> adjustments) {}

    /**
     * What is not paid of what was due; negative: what is paid on top.
     *
     * @param code the payer's reason: UN/EDIFACT data element 4465, X12 data element 426
     * @param text the reason in words
     */
    public record Adjustment(Money amount, @Nullable String code, @Nullable String text) {}

    @Override
    public DocumentType type() {
        return DocumentType.REMITTANCE_ADVICE;
    }
}
