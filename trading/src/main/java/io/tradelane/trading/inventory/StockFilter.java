package io.tradelane.trading.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stock to list.
 *
 * @param text part of a number, a GTIN or a name
 * @param page from 1
 */
public record StockFilter(Tab tab, @Nullable String text, @Nullable UUID warehouse, int page, int size) {

    public enum Tab {
        ALL,
        /** At the reorder point or below, or below what should never be touched, or below zero. */
        LOW,
        RESERVED,
        IN_TRANSIT
    }
}
