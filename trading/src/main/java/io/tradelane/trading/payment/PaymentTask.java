package io.tradelane.trading.payment;

import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment, or a part of one, that a clerk has to bring home.
 *
 * @param organisation whose account it is on; {@code null} for an account nobody here owns
 * @param amount what is still to be allocated
 * @param candidates open items of that organisation it may be for, best first (only in {@code Payments.task})
 */
public record PaymentTask(
        UUID id,
        UUID payment,
        @Nullable UUID organisation,
        Reason reason,
        Status status,
        Money amount,
        boolean credit,
        String account,
        String bankReference,
        @Nullable LocalDate bookedOn,
        @Nullable String endToEndId,
        @Nullable String creditorReference,
        @Nullable String remittance,
        @Nullable String counterpartyName,
        @Nullable String counterpartyAccount,
        Instant createdAt,
        @Nullable String closedBy,
        @Nullable String closedReason,
        List<Candidate> candidates) {

    public enum Reason {
        UNKNOWN_ACCOUNT,
        /** No open item fits. */
        NO_MATCH,
        /** Several fit equally well. */
        AMBIGUOUS,
        /** More came than was open. */
        OVERPAID,
        CURRENCY_DIFFERS,
        /** A reversal of a payment that is not here. */
        UNKNOWN_REVERSAL
    }

    public enum Status {
        OPEN,
        ALLOCATED,
        DISMISSED
    }

    /** An open item, with the invoice it stems from. */
    public record Candidate(UUID openItem, UUID invoice, String invoiceNumber, String counterparty, Money residual,
            @Nullable LocalDate dueOn) {}
}
