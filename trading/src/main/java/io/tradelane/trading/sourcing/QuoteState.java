package io.tradelane.trading.sourcing;

/** What became of one version of a quotation. */
public enum QuoteState {
    /** With the other side. */
    SUBMITTED,
    /** A later version took its place. */
    SUPERSEDED,
    /** Both sides agree to it. */
    ACCEPTED,
    /** The other side does not want it, or it was not awarded. */
    REJECTED,
    /** Taken back by who made it. */
    WITHDRAWN,
    /** Its validity has ended. */
    EXPIRED
}
