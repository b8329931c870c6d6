package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.PackedCode;
import org.jspecify.annotations.Nullable;

/**
 * Texts so short that they are likely to recur: units, currencies, line numbers. The last of each slot is kept, whoever
 * read it; threads may overwrite each other's.
 */
final class ShortTexts {

    static final int LONGEST = 4;

    private static final int BITS = 11;
    private static final @Nullable String[] KEPT = new String[1 << BITS];

    private ShortTexts() {}

    /** @param from of a plain component that is not longer than {@link #LONGEST} */
    static String text(Segment segment, int index, int from, int length) {
        byte[] bytes = segment.buffer();
        int slot = (int) (PackedCode.of(bytes, from, length) * 0x9E3779B97F4A7C15L >>> Long.SIZE - BITS);
        String known = KEPT[slot];
        if (known != null && known.length() == length && ValueReader.same(known, bytes, from)) {
            return known;
        }
        return KEPT[slot] = segment.text(index);
    }
}
