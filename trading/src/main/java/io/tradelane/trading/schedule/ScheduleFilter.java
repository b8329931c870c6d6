package io.tradelane.trading.schedule;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which schedules to list, newest first.
 *
 * @param text part of a number, a release, an order number, an article number or a company's name
 * @param before the cursor: only those older than the one of this id
 * @param limit at most 200
 */
public record ScheduleFilter(Tab tab, @Nullable String text, @Nullable UUID before, int limit) {

    public enum Tab {
        /** Those that count. */
        CURRENT,
        /** Those that count and have lines that do not add up with what was received, or articles that nobody knows. */
        DEVIATING,
        ALL
    }
}
