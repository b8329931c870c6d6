package io.tradelane.trading.sourcing;

/** How far a request for quotation is. */
public enum RfqState {
    /** With the buyer alone. */
    DRAFT,
    /** With the suppliers; quotations are taken until the deadline. */
    OPEN,
    /** The bidding has ended; the buyer compares. */
    EVALUATION,
    /** The bidding has ended without a quotation. */
    NO_BIDS,
    /** A further round with those on the short list, until its own deadline. */
    NEGOTIATING,
    /** Decided; the orders are being made. */
    AWARDED,
    /** Orders stand for all that was awarded. */
    COMPLETED,
    CANCELLED;

    /** Whether quotations are taken, as long as the deadline has not passed. */
    public boolean bidding() {
        return this == OPEN || this == NEGOTIATING;
    }
}
