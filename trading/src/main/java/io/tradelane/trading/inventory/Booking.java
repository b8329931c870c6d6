package io.tradelane.trading.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement to be made. What is taken from reserved or in transit is at most what is there.
 *
 * @param onHand by how much it changes, in the item's unit; likewise {@code reserved} and {@code inTransit}
 * @param counted of a count: what was there at {@code at}; the change follows from it
 * @param at when it happened
 * @param note in words
 */
public record Booking(
        UUID warehouse, UUID item, MovementKind kind, BigDecimal onHand, BigDecimal reserved, BigDecimal inTransit, @Nullable BigDecimal counted, Instant at,
        StockCause cause, @Nullable String note) {

    public static Booking onHand(MovementKind kind, UUID warehouse, UUID item, BigDecimal change, Instant at, StockCause cause, @Nullable String note) {
        return new Booking(warehouse, item, kind, change, BigDecimal.ZERO, BigDecimal.ZERO, null, at, cause, note);
    }

    /** More is promised, or less. */
    public static Booking reserved(UUID warehouse, UUID item, BigDecimal change, Instant at, StockCause cause) {
        return new Booking(warehouse, item, change.signum() < 0 ? MovementKind.RELEASE : MovementKind.RESERVATION, BigDecimal.ZERO, change, BigDecimal.ZERO, null, at, cause, null);
    }

    /** More is on its way, or what was has come. */
    public static Booking inTransit(UUID warehouse, UUID item, BigDecimal change, Instant at, StockCause cause) {
        return new Booking(warehouse, item, change.signum() < 0 ? MovementKind.RECEIPT : MovementKind.IN_TRANSIT, BigDecimal.ZERO, BigDecimal.ZERO, change, null, at, cause, null);
    }

    static Booking count(UUID warehouse, UUID item, BigDecimal counted, Instant at, StockCause cause, @Nullable String note) {
        return new Booking(warehouse, item, MovementKind.COUNT, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, counted, at, cause, note);
    }
}
