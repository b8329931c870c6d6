package io.tradelane.trading.document;

import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrived and in what state: UN/EDIFACT RECADV, X12 861 and 944, UBL ReceiptAdvice.
 *
 * @param receivedAt when the goods came (DTM 50), with the zone of the receiver
 * @param despatchAdviceNumber the despatch advice answered (RFF+AAK)
 * @param deliveryNoteNumber RFF+DQ
 */
public record ReceiptAdviceDocument(
        String number,
        LocalDate issueDate,
        @Nullable OffsetDateTime receivedAt,
        @Nullable String orderNumber,
        @Nullable String despatchAdviceNumber,
        @Nullable String deliveryNoteNumber,
        List<Party> parties,
        @Nullable String note,
        List<Line> lines)
        implements BusinessDocument {

    /**
     * @param orderLineNumber the buyer's line number on the order
     * @param received all that came (QTY 48)
     * @param accepted what of it is taken (QTY 194); absent: all of it
     * @param despatched what the despatch advice had announced (QTY 12)
     */
    public record Line(
            String lineNumber,
            @Nullable String orderNumber,
            @Nullable String orderLineNumber,
            @Nullable String sscc,
            Item item,
            Quantity received,
            @Nullable Quantity accepted,
            @Nullable Quantity despatched,
            @Nullable String batch,
            List<Discrepancy> discrepancies) {}

    /** @param reason in words, or the sender's own code */
    public record Discrepancy(DiscrepancyKind kind, Quantity quantity, @Nullable String reason) {}

    /** The code is UN/EDIFACT data element 6063. */
    public enum DiscrepancyKind {
        DAMAGED("124"),
        SHORT("119"),
        OVER("121"),
        RETURNED("195"),
        DESTROYED("196"),
        OTHER("127");

        private final String code;

        DiscrepancyKind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.RECEIPT_ADVICE;
    }
}
