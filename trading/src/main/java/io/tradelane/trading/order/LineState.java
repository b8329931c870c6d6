package io.tradelane.trading.order;

/** Where one line of an order stands. */
public enum LineState {
    /** Not answered yet. */
    OPEN,
    CONFIRMED,
    /** Confirmed otherwise than ordered, and the buyer agreed. */
    CHANGED,
    /** The supplier will not deliver it. */
    REJECTED,
    PART_SHIPPED,
    SHIPPED,
    PART_RECEIVED,
    RECEIVED,
    CANCELLED;

    /** Whether anything may still be delivered on it. */
    public boolean live() {
        return this != REJECTED && this != CANCELLED;
    }
}
