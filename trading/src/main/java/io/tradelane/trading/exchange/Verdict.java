package io.tradelane.trading.exchange;

import java.util.Map;

/**
 * Why a message ended as it did, to be told in the reader's language.
 *
 * @param key of a text in the message bundles, for example {@code order.duplicate}
 * @param args by name
 */
public record Verdict(String key, Map<String, String> args) {
    public static Verdict of(String key) {
        return new Verdict(key, Map.of());
    }
}
