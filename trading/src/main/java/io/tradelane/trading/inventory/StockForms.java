package io.tradelane.trading.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person or a system says of stock. A {@code request} that was carried out before is carried out no more. */
public final class StockForms {

    private StockForms() {}

    /** @param quantity what is there, not negative @param at when it was counted; {@code null}: now */
    public record Count(UUID request, UUID item, UUID warehouse, BigDecimal quantity, @Nullable Instant at, @Nullable String note) {}

    /** @param change more, or less, not zero @param note why, required */
    public record Correction(UUID request, UUID item, UUID warehouse, BigDecimal change, @Nullable String note) {}

    /** @param quantity above zero, at most what is available in {@code from} */
    public record Transfer(UUID request, UUID item, UUID from, UUID to, BigDecimal quantity, @Nullable String note) {}

    /** Bounds, {@code null}: none. */
    public record Levels(UUID item, UUID warehouse, @Nullable BigDecimal safety, @Nullable BigDecimal reorderPoint, int version) {}

    /**
     * A line of a list of what was counted.
     *
     * @param row in the file, from 1
     * @param warehouse its code or GLN; {@code null}: the main one
     * @param number the company's own, or the GTIN
     * @param unit UN/ECE Recommendation 20; {@code null}: that of the article; required for something that is not known yet
     */
    public record CountLine(int row, @Nullable String warehouse, String number, BigDecimal quantity, @Nullable String unit, @Nullable Instant at) {}
}
