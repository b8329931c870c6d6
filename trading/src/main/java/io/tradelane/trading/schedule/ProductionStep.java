package io.tradelane.trading.schedule;

/** What a supplier does one after the other to make goods. */
public enum ProductionStep {
    MATERIAL_READY,
    STARTED,
    QUALITY_CHECK,
    FINISHED
}
