package io.tradelane.trading.exchange;

import java.util.Map;
import java.util.UUID;

/** @param shared with all of the organisation @param query the words of the search: {@code q}, {@code direction}, {@code type} … */
public record SavedSearch(UUID id, String name, boolean shared, Map<String, String> query) {

    /** What is looked for. */
    public enum Subject {
        DOCUMENT,
        ARTICLE
    }
}
