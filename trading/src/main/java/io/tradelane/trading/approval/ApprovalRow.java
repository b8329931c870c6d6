package io.tradelane.trading.approval;

import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code approval_request}; the components are its columns. */
record ApprovalRow(
        UUID id, UUID buyerOrgId, ApprovalRequest.Kind kind, UUID subjectId, String number, UUID supplierId, BigDecimal amount, String currency,
        @Nullable String costCentre, @Nullable UUID requestedBy, String requestedName, ApprovalRequest.State state, OffsetDateTime createdAt,
        @Nullable OffsetDateTime decidedAt, int version) {

    Money money() {
        return Figures.money(amount, currency);
    }
}
