package io.tradelane.trading.contract;

/** What a contract is about. */
public enum ContractType {
    /** One purchase: every line has its quantity. */
    ORDER,
    /** Prices and terms for a time; quantities are called off, up to that of the line where it has one. */
    FRAMEWORK
}
