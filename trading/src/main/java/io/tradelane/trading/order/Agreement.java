package io.tradelane.trading.order;

/** What buyer and supplier agree on about an order. */
public enum Agreement {
    DRAFT,
    PENDING_APPROVAL,
    APPROVED,
    /** With the supplier, who has not answered. */
    ISSUED,
    CONFIRMED,
    /** The supplier proposed a change; the buyer decides. */
    CHANGE_PENDING_BUYER,
    /** The buyer proposed a change; the supplier decides. */
    CHANGE_PENDING_SUPPLIER,
    CANCEL_PENDING,
    ON_HOLD,
    REJECTED_BY_SUPPLIER,
    CANCELLED,
    /** Received, invoiced and paid. */
    COMPLETED,
    /** Ended with a rest that nobody waits for any more. */
    CLOSED;

    /** Whether goods may be sent on it. */
    public boolean deliverable() {
        return this == ISSUED || this == CONFIRMED || this == CHANGE_PENDING_BUYER || this == CHANGE_PENDING_SUPPLIER;
    }

    /** Whether nothing more is expected of it. */
    public boolean ended() {
        return this == REJECTED_BY_SUPPLIER || this == CANCELLED || this == COMPLETED || this == CLOSED;
    }
}
