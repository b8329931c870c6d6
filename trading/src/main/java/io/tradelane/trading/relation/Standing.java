package io.tradelane.trading.relation;

/** What a buyer has decided about a supplier. */
public enum Standing {
    NONE,
    APPROVED,
    /** Is matched with nothing, recommended for nothing, and not asked. */
    BLOCKED
}
