package io.tradelane.trading.ledger;

import java.util.UUID;

/** Something in the books that does not agree. */
public record Violation(Check check, UUID organisation, String detail) {

    public enum Check {
        JOURNAL_UNBALANCED,
        TRIAL_BALANCE,
        /** Open payables or receivables do not add up to their control account. */
        CONTROL_ACCOUNT,
        /** An open item's residual is not its amount less what was allocated. */
        OPEN_ITEM,
        NUMBER_GAP
    }
}
