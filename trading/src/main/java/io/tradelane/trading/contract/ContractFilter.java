package io.tradelane.trading.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts to list, newest first.
 *
 * @param text part of a number, a title, or a company's name
 * @param before the cursor: only contracts older than the one of this id
 * @param limit at most 200
 */
public record ContractFilter(Tab tab, @Nullable String text, @Nullable UUID before, int limit) {

    public enum Tab {
        ALL,
        /** The viewer's company has to do the next step. */
        NEEDS_ACTION,
        /** On its way to be signed. */
        OPEN,
        IN_FORCE,
        ENDED
    }
}
