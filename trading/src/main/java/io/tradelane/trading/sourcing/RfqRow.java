package io.tradelane.trading.sourcing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code rfq}; the components are its columns. */
record RfqRow(
        UUID id,
        UUID buyerOrgId,
        String number,
        @Nullable String title,
        RfqState state,
        String currency,
        OffsetDateTime deadline,
        String deadlineZone,
        @Nullable LocalDate requestedDelivery,
        @Nullable String paymentTerms,
        @Nullable String note,
        boolean sealed,
        int roundsMax,
        int round,
        int rfqVersion,
        @Nullable String reason,
        @Nullable String document,
        byte[] contentHash,
        String source,
        @Nullable UUID interchangeId,
        @Nullable UUID messageId,
        @Nullable OffsetDateTime publishedAt,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        int version) {

    /** Whether quotations are taken at that moment. */
    boolean takesQuotes(OffsetDateTime now) {
        return state.bidding() && now.isBefore(deadline);
    }

    /** Whether what is offered is still secret from the buyer. */
    boolean secret() {
        return sealed && (state == RfqState.OPEN || state == RfqState.DRAFT);
    }
}
