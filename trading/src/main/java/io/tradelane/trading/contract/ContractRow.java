package io.tradelane.trading.contract;

import io.tradelane.trading.order.Parties;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code contract}; the components are its columns. */
record ContractRow(
        UUID id,
        UUID buyerOrgId,
        UUID supplierOrgId,
        UUID ownerOrgId,
        String number,
        ContractType type,
        ContractState state,
        boolean revealed,
        int currentVersion,
        @Nullable Integer effectiveVersion,
        @Nullable UUID rfqId,
        @Nullable UUID quoteId,
        @Nullable UUID orderId,
        @Nullable UUID endingOrgId,
        @Nullable String endingReason,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        int version) {

    Parties parties() {
        return new Parties(buyerOrgId, supplierOrgId);
    }

    Set<UUID> visibleTo() {
        return revealed ? Set.of(buyerOrgId, supplierOrgId) : Set.of(ownerOrgId);
    }
}
