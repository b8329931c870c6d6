package io.tradelane.trading.invoice;

/** What the three-way match, or a person after it, says of one invoice line. */
public enum LineVerdict {
    /** Agrees with order and receipt; payable. */
    MATCHED,
    /** Nothing wrong but the goods are not received yet. */
    WAITING_RECEIPT,
    /** Waits for a decision. */
    HOLD,
    /** A person accepted the difference; payable in full. */
    ACCEPTED,
    /** Only what was received is payable. */
    SHORT_PAID,
    /** Not payable. */
    REJECTED;

    public boolean payable() {
        return this == MATCHED || this == ACCEPTED || this == SHORT_PAID;
    }

    public boolean open() {
        return this == HOLD || this == WAITING_RECEIPT;
    }
}
