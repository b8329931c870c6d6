package io.tradelane.trading.payment;

import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code payment}; the components are its columns. */
record PaymentRow(
        UUID id,
        @Nullable UUID orgId,
        @Nullable UUID buyerOrgId,
        @Nullable UUID supplierOrgId,
        String account,
        String bankReference,
        Direction direction,
        BigDecimal amount,
        String currency,
        @Nullable LocalDate bookedOn,
        @Nullable LocalDate valueOn,
        @Nullable String endToEndId,
        @Nullable String creditorReference,
        @Nullable String remittance,
        @Nullable String debtorName,
        @Nullable String debtorAccount,
        @Nullable String creditorName,
        @Nullable String creditorAccount,
        boolean reversal,
        boolean bothBooked,
        State state,
        @Nullable UUID otherSideOf,
        @Nullable UUID reverses,
        byte[] contentHash,
        @Nullable UUID interchangeId,
        @Nullable UUID messageId,
        String notification,
        OffsetDateTime createdAt) {

    enum State {
        /** Brought home, at least in part. */
        SETTLED,
        /** A clerk has it. */
        TASK,
        /** The other bank's word on a payment that is settled. */
        OTHER_SIDE,
        /** Takes an earlier one back. */
        REVERSAL,
        REVERSED
    }

    Money money() {
        return new Money(amount, currency);
    }

    boolean credit() {
        return direction == Direction.CREDIT;
    }

    /** The account at the other end: the payer's of a credit, the payee's of a debit. */
    @Nullable String counterAccount() {
        return credit() ? debtorAccount : creditorAccount;
    }

    @Nullable String counterName() {
        return credit() ? debtorName : creditorName;
    }

    LocalDate day(LocalDate today) {
        return bookedOn != null ? bookedOn : valueOn != null ? valueOn : today;
    }
}
