package io.tradelane.trading.ledger;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one organisation still owes or is owed.
 *
 * @param document the invoice it stems from
 * @param residual what is still open of {@code amount}
 */
public record OpenItem(
        UUID id,
        UUID organisation,
        UUID counterparty,
        Side side,
        UUID document,
        String documentNumber,
        Money amount,
        Money residual,
        @Nullable LocalDate dueOn,
        String creditorReference) {

    public enum Side {
        /** Owed to the counterparty: account 2202.01. */
        PAYABLE,
        /** Owed by the counterparty: account 1122. */
        RECEIVABLE
    }
}
