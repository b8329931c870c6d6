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

    private static final int BITS = 13;
    private static final long BEYOND_ASCII = 0x80808080L;
    private static final @Nullable Kept[] KEPT = new Kept[1 << BITS];

    private record Kept(long packed, String text) {}

    private ShortTexts() {}

    /** @param from of a plain component that is not longer than {@link #LONGEST} */
    static String text(Segment segment, int index, int from, int length) {
        long packed = PackedCode.of(segment.buffer(), from, length);
        int slot = (int) (packed * 0x9E3779B97F4A7C15L >>> Long.SIZE - BITS);
        Kept kept = KEPT[slot];
        if (kept != null && kept.packed == packed) {
            return kept.text;
        }
        String text = segment.text(index);
        if ((packed & BEYOND_ASCII) == 0) {
            // What is not ASCII has another text in another character set.
            KEPT[slot] = new Kept(packed, text);
        }
        return text;
    }
}
