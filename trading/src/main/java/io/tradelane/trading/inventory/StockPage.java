package io.tradelane.trading.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of stock.
 *
 * @param counts by tab, all other filters kept
 * @param check {@code null}: not checked yet
 */
public record StockPage(List<StockRow> rows, Map<StockFilter.Tab, Integer> counts, @Nullable Check check) {

    /** Whether what stands is the sum of its movements. @param wrong how many of the {@code balances} are not */
    public record Check(Instant at, int balances, int wrong) {}
}
