package io.tradelane.trading.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list, newest first.
 *
 * @param text part of an order number, a supplier's order number, a company's name or an article number
 * @param before the cursor: only orders older than the one of this id
 * @param limit at most 200
 */
public record OrderFilter(
        Tab tab,
        @Nullable String text,
        @Nullable UUID buyer,
        @Nullable UUID supplier,
        @Nullable Agreement agreement,
        @Nullable UUID before,
        int limit) {

    public enum Tab {
        ALL,
        /** The viewer's organisation has to do the next step; everybody's for the hub and the operator. */
        NEEDS_ACTION,
        AWAITING_CONFIRMATION,
        IN_TRANSIT,
        LATE
    }

    public static OrderFilter of(Tab tab) {
        return new OrderFilter(tab, null, null, null, null, null, 50);
    }
}
