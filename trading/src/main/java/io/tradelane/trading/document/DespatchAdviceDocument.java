package io.tradelane.trading.document;

import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notice of goods on their way, with their packages: UN/EDIFACT DESADV.
 *
 * @param despatchedAt DTM 11, with the zone of the sender
 * @param estimatedArrival DTM 17 or 132
 * @param carrierReference the carrier's consignment number (RFF+CU), absent when not sent
 */
public record DespatchAdviceDocument(
        String number,
        LocalDate issueDate,
        @Nullable OffsetDateTime despatchedAt,
        @Nullable LocalDate estimatedArrival,
        @Nullable String orderNumber,
        @Nullable String carrierReference,
        List<Party> parties,
        List<Package> packages)
        implements BusinessDocument {

    /**
     * One handling unit, or loose goods.
     *
     * @param sscc GS1 Serial Shipping Container Code (GIN+BJ), absent for goods that are in no labelled package
     * @param packageType UN/ECE Recommendation 21 code or the partner's own (PAC 7065)
     */
    public record Package(@Nullable String sscc, @Nullable String packageType, List<Line> lines) {}

    /**
     * @param orderLineNumber the buyer's line number on the order (RFF+ON 1156)
     * @param shipped QTY 12
     */
    public record Line(
            String lineNumber,
            @Nullable String orderNumber,
            @Nullable String orderLineNumber,
            Item item,
            Quantity shipped,
            @Nullable String batch,
            @Nullable LocalDate bestBefore) {}

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }
}
