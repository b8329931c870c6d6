package io.tradelane.trading.approval;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code approval_step}; the components are its columns. */
record StepRow(
        UUID id, UUID requestId, UUID buyerOrgId, int position, String reason, @Nullable UUID approverId, @Nullable Integer escalationHours,
        ApprovalRequest.StepState state, @Nullable OffsetDateTime openedAt, @Nullable OffsetDateTime escalateAt, @Nullable OffsetDateTime escalatedAt,
        @Nullable UUID decidedBy, @Nullable String decidedName, @Nullable String decidedFor, @Nullable String comment, @Nullable OffsetDateTime decidedAt) {

    /** Whom the rule names, until it has waited too long for that one. */
    @Nullable UUID asked() {
        return escalatedAt == null ? approverId : null;
    }
}
