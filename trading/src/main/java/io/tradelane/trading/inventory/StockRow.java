package io.tradelane.trading.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands of an article in a warehouse, in {@code unit}.
 *
 * @param article of the company's own catalogue; {@code null}: it buys it
 * @param number in the company's own numbering
 * @param onHand what is there, reserved or not; below zero where more went out than was ever counted in
 * @param inTransit what suppliers say is on its way
 * @param safety what should never be touched
 * @param reorderPoint at which more is to be ordered
 * @param movedAt when it changed last
 */
public record StockRow(
        UUID item,
        UUID warehouse,
        String warehouseCode,
        @Nullable String warehouseName,
        @Nullable UUID article,
        String number,
        @Nullable String gtin,
        @Nullable String nameZh,
        @Nullable String nameEn,
        String unit,
        BigDecimal onHand,
        BigDecimal reserved,
        BigDecimal inTransit,
        @Nullable BigDecimal safety,
        @Nullable BigDecimal reorderPoint,
        @Nullable Instant countedAt,
        @Nullable Instant movedAt,
        int version) {

    public enum State {
        ENOUGH,
        /** At the reorder point or below, with what is on its way. */
        REORDER,
        BELOW_SAFETY,
        NEGATIVE
    }

    /** What can still be promised. */
    public BigDecimal available() {
        return onHand.subtract(reserved);
    }

    public State state() {
        if (onHand.signum() < 0) {
            return State.NEGATIVE;
        }
        if (safety != null && available().compareTo(safety) < 0) {
            return State.BELOW_SAFETY;
        }
        return reorderPoint != null && available().add(inTransit).compareTo(reorderPoint) <= 0 ? State.REORDER : State.ENOUGH;
    }

    public String name(boolean chinese) {
        String first = chinese ? nameZh : nameEn;
        String other = chinese ? nameEn : nameZh;
        return first != null ? first : other != null ? other : number;
    }
}
