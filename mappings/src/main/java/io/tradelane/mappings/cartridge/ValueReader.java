package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes values of bytes. */
final class ValueReader {

    private static final int SHORT_TEXTS = 1 << 10;
    /** Shared without locks: an entry is immutable, and a lost one is made again. */
    private static final @Nullable ShortText[] TEXTS = new ShortText[SHORT_TEXTS];

    private record ShortText(int packed, String text) {}

    private ValueReader() {}

    /** Codes and qualifiers recur: up to four ASCII characters are one string each. */
    static String text(Segment segment, int index) {
        int from = segment.start(index);
        int to = segment.end(index);
        if (to - from > 4 || !segment.isPlain()) {
            return segment.text(index);
        }
        byte[] bytes = segment.buffer();
        int packed = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] <= 0) {
                return segment.text(index);
            }
            packed = packed << 8 | bytes[i];
        }
        int slot = packed * 0x9E3779B1 >>> 22;
        ShortText known = TEXTS[slot];
        if (known == null || known.packed() != packed) {
            known = new ShortText(packed, segment.text(index));
            TEXTS[slot] = known;
        }
        return known.text();
    }

    static boolean same(String text, byte[] bytes, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code null} for what is no number; the check has said so. */
    static @Nullable BigDecimal decimal(Segment segment, int index) {
        int from = segment.start(index);
        int to = segment.end(index);
        if (!segment.isPlain() || to - from > 18) {
            return decimal(segment.text(index));
        }
        byte[] bytes = segment.buffer();
        boolean negative = bytes[from] == '-';
        long digits = 0;
        int mark = -1;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
            } else if (mark < 0 && (b == '.' || b == ',')) {
                mark = i;
            } else {
                return null;
            }
        }
        return BigDecimal.valueOf(negative ? -digits : digits, mark < 0 ? 0 : to - mark - 1);
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
