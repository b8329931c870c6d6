package io.tradelane.trading.exchange;

/** The verdict on one message. */
public enum MessageStatus {
    /** Inbound: waits for processing. */
    RECEIVED,
    /** Inbound: took effect. */
    APPLIED,
    /** Inbound: understood, already known or nothing to do. */
    NO_EFFECT,
    /** Inbound: a person must decide. */
    HELD,
    /** Inbound: refused for its content; the sender was told. */
    REJECTED,
    /** Inbound: processing failed for a reason of ours; an incident is open. */
    FAILED,
    /** Outbound: part of an interchange; that one's status tells the rest. */
    RENDERED
}
