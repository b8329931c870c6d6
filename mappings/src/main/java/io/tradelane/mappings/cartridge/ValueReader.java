package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.Segment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes values of bytes. */
final class ValueReader {

    private static final int SHORT_TEXTS = 1 << 10;
    /** Shared without locks: a string is immutable, and a lost one is made again. */
    private static final @Nullable String[] TEXTS = new String[SHORT_TEXTS];

    private ValueReader() {}

    /** Codes and qualifiers recur: up to four plain characters are one string each. */
    static String text(Segment segment, int index) {
        int from = segment.start(index);
        int length = segment.end(index) - from;
        if (length > 4 || !segment.isPlain()) {
            return segment.text(index);
        }
        int packed = 0;
        for (int i = 0; i < length; i++) {
            packed = packed << 8 | segment.buffer()[from + i];
            if (segment.buffer()[from + i] < 0) {
                return segment.text(index);
            }
        }
        int slot = packed * 0x9E3779B1 >>> 22;
        String known = TEXTS[slot];
        if (known != null && known.length() == length && same(known, segment.buffer(), from)) {
            return known;
        }
        return TEXTS[slot] = segment.text(index);
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
