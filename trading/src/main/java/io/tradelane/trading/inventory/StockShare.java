package io.tradelane.trading.inventory;

import io.tradelane.trading.catalogue.SharedStock.Mode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier lets buyers see of its stock.
 *
 * @param buyer {@code null}: every buyer
 * @param article {@code null}: all articles
 * @param articleNumber the supplier's
 */
public record StockShare(
        UUID id, @Nullable UUID buyer, @Nullable String buyerName, @Nullable String buyerNameLocal, @Nullable UUID article, @Nullable String articleNumber,
        Mode mode, Instant since) {}
