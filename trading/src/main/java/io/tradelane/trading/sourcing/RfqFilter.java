package io.tradelane.trading.sourcing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list, newest first.
 *
 * @param text part of a number, a title, a company's name, or of an article's number or description
 * @param before the cursor: only requests older than the one of this id
 * @param limit at most 200
 */
public record RfqFilter(Tab tab, @Nullable String text, @Nullable RfqState state, @Nullable UUID before, int limit) {

    public enum Tab {
        ALL,
        /** The viewer's organisation has to do the next step. */
        NEEDS_ACTION,
        OPEN,
        EVALUATION,
        ENDED
    }
}
