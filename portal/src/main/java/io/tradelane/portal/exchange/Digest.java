package io.tradelane.portal.exchange;

import java.util.List;

/**
 * A document as a person reads it: facts about the whole and one table.
 *
 * @param columns message keys
 * @param numbers which columns hold numbers
 */
record Digest(List<Fact> facts, List<String> columns, List<Integer> numbers, List<List<String>> rows) {

    /** @param label message key */
    record Fact(String label, String value) {}
}
