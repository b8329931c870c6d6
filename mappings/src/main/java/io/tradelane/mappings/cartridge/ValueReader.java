package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.DecimalText;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.Digits;
import io.tradelane.mappings.syntax.edifact.grammar.PackedCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes values of bytes. */
final class ValueReader {

    private ValueReader() {}

    /** {@code null} for what is no number; the check has said so. */
    static @Nullable BigDecimal decimal(Segment segment, int index) {
        int from = segment.start(index);
        int to = segment.end(index);
        if (!segment.isPlain() || to - from > 18) {
            return DecimalText.read(segment.text(index));
        }
        byte[] bytes = segment.buffer();
        if (to - from <= PackedCode.LONGEST) {
            BigDecimal number = unsigned(PackedCode.of(bytes, from, to - from), to - from);
            if (number != null) {
                return number;
            }
        }
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

    /** {@code null} for anything but digits, and perhaps a decimal mark between them. */
    private static @Nullable BigDecimal unsigned(long packed, int length) {
        long others = Digits.others(packed, length);
        if (others == 0) {
            return BigDecimal.valueOf(Digits.number(packed, length));
        }
        int mark = Digits.single(others);
        long character = packed >>> Byte.SIZE * Math.max(mark, 0) & 0xff;
        return mark <= 0 || character != '.' && character != ',' ? null
                : BigDecimal.valueOf(Digits.number(Digits.without(packed, mark), length - 1), length - 1 - mark);
    }
}
