package io.tradelane.trading.requirement;

import io.tradelane.trading.catalogue.ArticleSummary;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.shared.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What fits a line of a requirement.
 *
 * @param text what was looked for
 * @param products the ten best, best first
 * @param suppliers of all that fits, best first: each by its best product
 */
public record LineMatches(String lineNumber, String text, Quantity quantity, List<Product> products, List<Supplier> suppliers) {

    /**
     * @param score 0 to 100: how well it fits, less up to two fifths for what speaks against buying it
     * @param scores each 0 to 100; a factor of which nothing is known has none and counts as half
     */
    public record Product(ArticleSummary article, int score, List<Score> scores, List<Reason> reasons) {}

    public record Score(MatchFactor factor, @Nullable Integer score) {}

    /** @param products how many of its articles fit */
    public record Supplier(
            UUID id, String name, @Nullable String nameLocal, @Nullable String region, int score, int products, Standing standing, List<Reason> reasons) {}

    /** Why, in a word that both languages have a sentence for. @param args of the sentence, in its order */
    public record Reason(Code code, List<String> args) {

        static Reason of(Code code, Object... args) {
            return new Reason(code, Arrays.stream(args).map(Object::toString).toList());
        }

        public enum Code {
            /** Named by its number, or chosen. */
            NAMED,
            TEXT_WHOLE,
            /** Words that it does not have. */
            TEXT_PART,
            SPECIFICATION_WHOLE,
            PRICE_AGREED,
            /** Of what fits, none is cheaper. */
            PRICE_LOWEST,
            /** By so many percent above the lowest. */
            PRICE_ABOVE,
            WITHIN_BUDGET,
            /** By so many percent. */
            OVER_BUDGET,
            PRICE_UNKNOWN,
            /** Days before the need. */
            IN_TIME,
            /** Days after it. */
            TOO_LATE,
            LEAD_DAYS,
            IN_STOCK,
            /** How much. */
            PART_IN_STOCK,
            OUT_OF_STOCK,
            /** So many of so many. */
            ON_TIME,
            NO_ORDERS,
            APPROVED,
            /** How much that is in the article's unit. */
            CONVERTED,
            /** Sold only in multiples of it. */
            STEP
        }
    }
}
