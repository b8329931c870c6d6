package io.tradelane.trading.catalogue;

import java.util.List;
import java.util.UUID;

/** How a command on an article ended, or on what articles are put in order and found by. */
public sealed interface ArticleResult {

    record Done(UUID id, int version) implements ArticleResult {}

    /** It is asked for, and counts once a second person has agreed. */
    record Waiting(UUID id, int version) implements ArticleResult {}

    /** The same person may not do both. */
    record SeparationOfDuties(String rule) implements ArticleResult {}

    record StaleVersion(int actual) implements ArticleResult {}

    record IllegalTransition(ListingState state, ListingState.Event event) implements ArticleResult {}

    record Invalid(List<Problem> problems) implements ArticleResult {}

    /** Not there, or not this company's. */
    record NotFound() implements ArticleResult {}

    /** @param field as in {@link ArticleForm}, attributes as {@code attributes.material} @param code {@code required}, {@code too-long} … */
    record Problem(String field, String code) {}

    static ArticleResult invalid(String field, String code) {
        return new Invalid(List.of(new Problem(field, code)));
    }
}
