package io.tradelane.mappings.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Who sends or receives an interchange, as the envelope says it.
 *
 * @param id UNB 0004 or 0010
 * @param qualifier UNB 0007: who issued the id; 14 is GS1
 */
public record PartyAddress(String id, @Nullable String qualifier) {

    @Override
    public String toString() {
        return qualifier == null ? id : id + ":" + qualifier;
    }
}
