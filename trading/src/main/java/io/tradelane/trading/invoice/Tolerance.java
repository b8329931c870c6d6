package io.tradelane.trading.invoice;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of a difference a buyer lets through; the most specific one counts: article, then supplier, then all.
 *
 * @param supplier {@code null}: all suppliers
 * @param article {@code null}: all articles
 * @param quantityPercent over the received quantity
 * @param pricePercent over the confirmed price; a lower price always passes
 * @param priceAbsolute over the confirmed price per unit, in the invoice's currency; either limit lets pass
 */
public record Tolerance(
        UUID buyer,
        @Nullable UUID supplier,
        @Nullable UUID article,
        BigDecimal quantityPercent,
        BigDecimal pricePercent,
        BigDecimal priceAbsolute) {}
