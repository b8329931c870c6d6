package io.tradelane.trading.payment;

import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment that a company told its bank to make.
 *
 * @param instruction number of the instruction it is part of (MsgId)
 * @param batch PmtInfId
 * @param account from which it is paid, of a direct debit to which
 * @param reason of the bank, where it rejected or delays it
 */
public record InstructedPayment(
        UUID id,
        String instruction,
        String batch,
        String endToEndId,
        String account,
        LocalDate executionOn,
        Money amount,
        String name,
        String otherAccount,
        @Nullable String creditorReference,
        @Nullable String remittance,
        Status status,
        @Nullable String reason,
        @Nullable Instant statusAt,
        @Nullable UUID message) {

    /** How far the bank has come with it. */
    public enum Status {
        /** With the bank, which has not answered. */
        SUBMITTED,
        PENDING,
        ACCEPTED,
        SETTLED,
        REJECTED,
        CANCELLED;

        /** The legal transitions, the one table. */
        static final Map<Status, Set<Status>> TABLE = new EnumMap<>(Map.of(
                SUBMITTED, EnumSet.of(PENDING, ACCEPTED, SETTLED, REJECTED, CANCELLED),
                PENDING, EnumSet.of(ACCEPTED, SETTLED, REJECTED, CANCELLED),
                ACCEPTED, EnumSet.of(PENDING, SETTLED, REJECTED, CANCELLED),
                SETTLED, EnumSet.noneOf(Status.class),
                REJECTED, EnumSet.noneOf(Status.class),
                CANCELLED, EnumSet.noneOf(Status.class)));

        boolean mayBecome(Status next) {
            return TABLE.getOrDefault(this, Set.of()).contains(next);
        }

        /** What the bank's code says of one payment; empty: nothing. */
        static Optional<Status> of(PaymentStatusDocument.Status said) {
            return switch (said) {
                case RECEIVED, PARTLY_ACCEPTED -> Optional.empty();
                case ACCEPTED_SYNTAX, ACCEPTED_CUSTOMER, ACCEPTED_WITH_CHANGE, ACCEPTED_SETTLING -> Optional.of(ACCEPTED);
                case PENDING -> Optional.of(PENDING);
                case SETTLED, CREDITED -> Optional.of(SETTLED);
                case CANCELLED -> Optional.of(CANCELLED);
                case REJECTED -> Optional.of(REJECTED);
            };
        }
    }
}
