package io.tradelane.trading.relation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company that is recommended.
 *
 * @param score 0 to 100, of the factors that are asked for
 * @param factors each 0 to 100; null: nothing is known, which counts as half
 * @param fresh it is new here and stands in the place that is kept for new ones
 */
public record Recommended(
        UUID id, String name, @Nullable String nameLocal, @Nullable String region, int score, Map<Factor, @Nullable Integer> factors, List<Reason> reasons, Standing standing,
        boolean fresh) {

    /** Why, in a word that both languages have a sentence for. @param args of the sentence, in its order */
    public record Reason(Code code, List<String> args) {

        static Reason of(Code code, Object... args) {
            return new Reason(code, Arrays.stream(args).map(Object::toString).toList());
        }

        public enum Code {
            /** Articles that were found. */
            FOUND,
            /** Own orders between the two in the last year. */
            ORDERS,
            NO_ORDERS,
            /** Categories that the one buys and the other sells. */
            CATEGORIES,
            /** Articles listed. */
            ARTICLES,
            /** So many of so many lines of own orders. */
            ON_TIME,
            /** So many of so many own invoices that were due. */
            PAID,
            PROFILE,
            APPROVED,
            NEW
        }
    }
}
