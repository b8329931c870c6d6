package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.Parties;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code quote}; the components are its columns. */
record QuoteRow(
        UUID id,
        @Nullable UUID rfqId,
        UUID buyerOrgId,
        UUID supplierOrgId,
        String number,
        int currentVersion,
        QuoteState state,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        int version) {

    Parties parties() {
        return new Parties(buyerOrgId, supplierOrgId);
    }
}
