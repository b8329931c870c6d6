package io.tradelane.trading.partner;

/** Seen from the hub. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
