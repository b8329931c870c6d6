package io.tradelane.portal.exchange;

import java.util.List;

/**
 * A document as a person reads it: facts about the whole and one table.
 *
 * @param columns message keys
 * @param numbers which columns hold numbers
 */
public record Digest(List<Fact> facts, List<String> columns, List<Integer> numbers, List<List<String>> rows) {

    /** With no more rows than these. */
    public Digest first(int most) {
        return new Digest(facts, columns, numbers, rows.subList(0, Math.min(most, rows.size())));
    }

    /** @param label message key */
    public record Fact(String label, String value) {}
}
