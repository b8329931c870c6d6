package io.tradelane.trading.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article's stock in all warehouses, and what led to it. @param rows one a warehouse, at least one */
public record StockItemView(UUID id, List<StockRow> rows) {

    public StockRow first() {
        return rows.getFirst();
    }

    /**
     * A change of stock.
     *
     * @param left on hand in its warehouse after it
     * @param at when it happened
     * @param bookedAt when it was said
     * @param by who said it
     */
    public record Movement(
            UUID id, MovementKind kind, UUID warehouse, String warehouseCode, BigDecimal onHand, BigDecimal reserved, BigDecimal inTransit, BigDecimal left, Instant at,
            Instant bookedAt, StockCause cause, @Nullable String note, String by, String source) {}
}
