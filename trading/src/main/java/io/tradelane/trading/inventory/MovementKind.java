package io.tradelane.trading.inventory;

/** Why stock changed. */
public enum MovementKind {
    RECEIPT,
    DESPATCH,
    /** Promised to an order: still on hand, no longer available. */
    RESERVATION,
    RELEASE,
    /** What somebody counted takes the place of what was believed. */
    COUNT,
    CORRECTION,
    /** From one warehouse to another of the company. */
    TRANSFER,
    /** A supplier says that it is on its way. */
    IN_TRANSIT
}
