package io.tradelane.trading.sourcing;

/** Who of the two speaks. */
public enum Side {
    BUYER,
    SUPPLIER
}
