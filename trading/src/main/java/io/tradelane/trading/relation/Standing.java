package io.tradelane.trading.relation;

/** What a buyer has decided about a supplier. */
public enum Standing {
    NONE,
    APPROVED,
    /** Is matched with no requirement, asked for no quotation of one, and not recommended. */
    BLOCKED
}
