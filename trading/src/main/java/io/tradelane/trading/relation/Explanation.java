package io.tradelane.trading.relation;

import org.jspecify.annotations.Nullable;

/**
 * Why a supplier is among those that are recommended, or is not.
 *
 * @param company with its factors and reasons, as far as it was compared
 * @param place among all that were compared, from 1; null: it was not
 * @param last the score of the last one that is recommended
 */
public record Explanation(Recommended company, Verdict verdict, @Nullable Integer place, int last) {

    public enum Verdict {
        RECOMMENDED,
        /** Others fit better. */
        BEHIND,
        /** The caller's company has blocked it. */
        BLOCKED,
        /** It lists nothing, and has sold nothing to the caller's company. */
        SELLS_NOTHING
    }
}
