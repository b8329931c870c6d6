package io.tradelane.trading.cart;

/** Where the price of a line comes from; the first that has one for the quantity counts. */
public enum PriceSource {
    /** A framework contract in force, as long as enough is left of its line. */
    CONTRACT,
    /** Agreed with this buyer. */
    AGREED,
    /** The supplier's list, for everybody. */
    LIST
}
