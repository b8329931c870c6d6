package io.tradelane.trading.sourcing;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code rfq_invitee}; the components are its columns. */
record InviteeRow(
        UUID id,
        UUID rfqId,
        UUID buyerOrgId,
        UUID supplierOrgId,
        InviteeState state,
        boolean shortlisted,
        @Nullable String reason,
        @Nullable UUID outboxId,
        @Nullable OffsetDateTime viewedAt,
        @Nullable OffsetDateTime answeredAt) {}
