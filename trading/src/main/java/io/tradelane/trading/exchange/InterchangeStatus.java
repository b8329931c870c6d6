package io.tradelane.trading.exchange;

/** Where an interchange stands. Inbound and outbound share the column, not the states. */
public enum InterchangeStatus {
    /** Inbound: stored, not yet read. */
    RECEIVED(false),
    /** Inbound: read and split; some messages still wait. */
    PROCESSING(false),
    /** Inbound: every message has its verdict and none failed. */
    PROCESSED(true),
    /** Inbound: every message has its verdict, at least one was rejected or failed. */
    PROCESSED_WITH_ERRORS(true),
    /** Inbound: nothing in it could be used; the sender was told. */
    REJECTED(true),
    /** Inbound: the same bytes under the same reference came before; recorded, no effect. */
    DUPLICATE(true),
    /** Inbound: a person must decide. */
    HELD(true),
    /** Inbound: the sender is not known; a person assigns it. */
    UNASSIGNED(true),
    /** Inbound: reading failed for a reason of ours. Outbound: given up after the last attempt. Both: an incident is open. */
    FAILED(true),
    /** Outbound: bytes stored under a fixed control reference and message id. */
    QUEUED(false),
    /** Outbound: handed to the transport, receipt outstanding. */
    SENT(false),
    /** Outbound: the transport's receipt is here. */
    DELIVERED(false),
    /** Outbound: the partner's system accepted it (CONTRL or APERAK). */
    ACKNOWLEDGED(true),
    /** Outbound: the partner's system refused it. */
    REJECTED_BY_PARTNER(true);

    private final boolean resting;

    InterchangeStatus(boolean resting) {
        this.resting = resting;
    }

    /** Whether the hub does nothing more by itself. */
    public boolean resting() {
        return resting;
    }
}
