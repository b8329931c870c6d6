package io.tradelane.trading.order;

/** An order that can be placed as it is; nothing is written yet. */
public sealed interface DraftedOrder permits OrderDraft {
    Placement placement();
}
