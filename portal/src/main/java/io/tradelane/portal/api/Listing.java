package io.tradelane.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, newest first.
 *
 * @param next give it as {@code cursor} for the following part; null at the end
 */
public record Listing<T>(List<T> items, @Nullable String next) {
    private static final int MOST = 200;

    /** How many items a request gets that asks for {@code limit}: 1 to 200. */
    public static int size(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }
}
