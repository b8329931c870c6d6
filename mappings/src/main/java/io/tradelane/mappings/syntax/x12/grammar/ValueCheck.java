package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import io.tradelane.mappings.syntax.edifact.grammar.Digits;
import io.tradelane.mappings.syntax.edifact.grammar.PackedCode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether bytes are a value of an element. */
public final class ValueCheck {

    private static final ElementType[] TYPES = ElementType.values();
    private static final int MAX = 0xffff;
    private static final int MIN = 0xff;
    private static final int MIN_SHIFT = 16;
    private static final int TYPE_SHIFT = 24;
    private static final int SHORT_DATE = 6;
    private static final int LONG_DATE = 8;
    private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private ValueCheck() {}

    /** Type, shortest and longest value of an element in one int, for {@link #isClean}; what is longer is looked at closely. */
    static int rule(Element element) {
        return Math.min(element.max(), MAX) | Math.min(element.min(), MIN) << MIN_SHIFT | element.type().ordinal() << TYPE_SHIFT;
    }

    static boolean isClean(int rule, @Nullable CodeList codes, byte[] bytes, int from, int to, boolean shortDates) {
        int length = to - from;
        int min = rule >>> MIN_SHIFT & MIN;
        int max = rule & MAX;
        ElementType type = TYPES[rule >>> TYPE_SHIFT];
        if (type == ElementType.AN || type == ElementType.ID) {
            return length >= min && length <= max && (codes == null || type == ElementType.AN || codes.contains(bytes, from, to));
        }
        return switch (type) {
            case AN, ID -> true;
            case N -> fits(digits(bytes, from, to, false), min, max);
            case R -> fits(digits(bytes, from, to, true), min, max);
            case DT -> length == SHORT_DATE && (shortDates || max == SHORT_DATE) && isDate(bytes, from, to)
                    || length == LONG_DATE && max == LONG_DATE && isDate(bytes, from, to);
            case TM -> length <= max && isTime(bytes, from, to);
            case B -> true;
        };
    }

    private static boolean fits(int digits, int min, int max) {
        return digits >= min && digits <= max;
    }

    /** How many digits a number has, -1 for what is no number; an exponent is not counted. */
    public static int digits(byte[] bytes, int from, int to, boolean point) {
        int length = to - from;
        if (length <= PackedCode.LONGEST) {
            long others = Digits.others(PackedCode.of(bytes, from, length), length);
            int mark = others == 0 ? -1 : Digits.single(others);
            if (others == 0 || point && mark > 0 && bytes[from + mark] == '.') {
                return others == 0 ? length : length - 1;
            }
        }
        int digits = 0;
        int points = 0;
        for (int i = bytes[from] == '-' ? from + 1 : from; i < to; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                digits++;
            } else if (b == '.' && point && points++ == 0) {
                continue;
            } else if (b == 'E' && point && digits > 0) {
                return isExponent(bytes, i + 1, to) ? digits : -1;
            } else {
                return -1;
            }
        }
        return digits == 0 ? -1 : digits;
    }

    /** The same of a text. */
    public static int digits(String text, boolean point) {
        int digits = 0;
        int points = 0;
        for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point && points++ == 0) {
                continue;
            }
            if (c < '0' || c > '9') {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return digits(bytes, 0, bytes.length, point);
            }
            digits++;
        }
        return digits == 0 ? -1 : digits;
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        int start = from < to && bytes[from] == '-' ? from + 1 : from;
        return start < to && to - start <= 3 && number(bytes, start, to) >= 0;
    }

    /** Six or eight digits that are a day. */
    public static boolean isDate(byte[] bytes, int from, int to) {
        int length = to - from;
        int number = length == SHORT_DATE || length == LONG_DATE ? number(bytes, from, to) : -1;
        int month = number / 100 % 100;
        int day = number % 100;
        if (number < 0 || month < 1 || month > 12 || day < 1 || day > DAYS[month]) {
            return false;
        }
        int year = number / 10_000;
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month != 2 || day < 29 || leap;
    }

    /** HHMM, HHMMSS or HHMMSSDD. */
    public static boolean isTime(byte[] bytes, int from, int to) {
        int length = to - from;
        return length >= 4 && length <= 8 && length != 5
                && number(bytes, from, to) >= 0
                && number(bytes, from, from + 2) < 24
                && number(bytes, from + 2, from + 4) < 60
                && (length == 4 || number(bytes, from + 4, from + 6) < 60);
    }

    /** @param to at most {@link PackedCode#LONGEST} behind {@code from} */
    private static int number(byte[] bytes, int from, int to) {
        long packed = PackedCode.of(bytes, from, to - from);
        return Digits.others(packed, to - from) == 0 ? Digits.number(packed, to - from) : -1;
    }
}
