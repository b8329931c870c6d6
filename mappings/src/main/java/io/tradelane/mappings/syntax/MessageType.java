package io.tradelane.mappings.syntax;

import org.jspecify.annotations.Nullable;

/**
 * What a message says it is.
 *
 * @param name ORDERS, camt.054
 * @param version D96A (0052 and 0054 together), 001.08
 * @param association UNH 0057: EAN008
 */
public record MessageType(String name, String version, @Nullable String association) {

    @Override
    public String toString() {
        return association == null ? name + " " + version : name + " " + version + " " + association;
    }
}
