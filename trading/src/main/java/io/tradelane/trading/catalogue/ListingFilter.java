package io.tradelane.trading.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a supplier's articles.
 *
 * @param text part of the number or a name
 * @param before the last article of the page before
 */
public record ListingFilter(Tab tab, @Nullable String text, @Nullable UUID before, int size) {

    public enum Tab {
        ALL,
        DRAFT,
        IN_REVIEW,
        DENIED,
        APPROVED,
        LISTED,
        LOW_STOCK
    }
}
