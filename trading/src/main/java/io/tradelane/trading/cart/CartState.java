package io.tradelane.trading.cart;

/** How far a cart is. */
public enum CartState {
    OPEN,
    /** Locked: somebody has to approve it. */
    WAITING,
    /** Not approved, or taken back: it can be changed and submitted again. */
    RETURNED,
    ORDERED,
    DISCARDED;

    public boolean editable() {
        return this == OPEN || this == RETURNED;
    }
}
