package io.tradelane.mappings.cartridge;

import org.jspecify.annotations.Nullable;

/**
 * What decides which declaration reads or writes a message: the same code may mean one thing in D96A and another in
 * D01B, EANCOM narrows both, and a partner may deviate from all.
 *
 * @param directory D96A
 * @param association UNH 0057, for example EAN008
 * @param partner the other side's address in UNB, as {@code id:qualifier}
 */
public record MappingKey(String message, String directory, @Nullable String association, @Nullable String partner) {

    public MappingKey(String message, String directory) {
        this(message, directory, null, null);
    }
}
