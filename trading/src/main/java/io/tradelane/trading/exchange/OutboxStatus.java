package io.tradelane.trading.exchange;

/** Where an outbound document stands. */
public enum OutboxStatus {
    /** Waits for others that go with it in one interchange. */
    GATHERING,
    /** Goes in the interchange of another entry, which stands for it until it is sent. */
    GATHERED,
    /** Waits to be written in the partner's format. */
    QUEUED,
    /** Its bytes, control reference and transport message id are fixed; waits to be sent. */
    RENDERED,
    /** Handed over, receipt outstanding. */
    SENT,
    DELIVERED,
    ACKNOWLEDGED,
    REJECTED_BY_PARTNER,
    /** Given up; an incident is open. */
    FAILED,
    /** The partner has no agreement for it and reads it in the portal. Nothing is sent. */
    PORTAL
}
