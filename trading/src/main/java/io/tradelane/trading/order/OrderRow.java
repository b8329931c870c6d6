package io.tradelane.trading.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code purchase_order}; the components are its columns. */
record OrderRow(
        UUID id,
        UUID buyerOrgId,
        UUID supplierOrgId,
        String number,
        @Nullable String supplierOrderNumber,
        String kind,
        LocalDate issuedOn,
        @Nullable LocalDate requestedDelivery,
        @Nullable LocalDate nextDelivery,
        String currency,
        BigDecimal netTotal,
        @Nullable BigDecimal statedTotal,
        @Nullable String paymentTerms,
        @Nullable String note,
        String parties,
        String documentReferences,
        OrderStatus.Approval approval,
        Agreement agreement,
        OrderStatus.Fulfilment fulfilment,
        OrderStatus.Billing billing,
        OrderStatus.Payment payment,
        OrderStatus.Transmission transmission,
        int issueCount,
        int lineCount,
        byte[] contentHash,
        String source,
        @Nullable UUID interchangeId,
        @Nullable UUID messageId,
        @Nullable OffsetDateTime acknowledgedAt,
        @Nullable OffsetDateTime confirmedAt,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        int orderVersion,
        int version) {

    Parties deal() {
        return new Parties(buyerOrgId, supplierOrgId);
    }

    OrderStatus status() {
        return new OrderStatus(approval, agreement, fulfilment, billing, payment, transmission);
    }

    /** The guards of the transition table that hold by the order's history. */
    Set<AgreementTransition.Guard> guards() {
        Set<AgreementTransition.Guard> holding = EnumSet.noneOf(AgreementTransition.Guard.class);
        holding.add(acknowledgedAt == null ? AgreementTransition.Guard.NOT_ANSWERED
                : AgreementTransition.Guard.ANSWERED);
        holding.add(confirmedAt == null ? AgreementTransition.Guard.NEVER_CONFIRMED
                : AgreementTransition.Guard.CONFIRMED_BEFORE);
        return holding;
    }
}
