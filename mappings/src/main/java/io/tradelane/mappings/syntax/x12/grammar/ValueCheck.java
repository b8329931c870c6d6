package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import org.jspecify.annotations.Nullable;

/** Whether bytes are a value of an element. */
public final class ValueCheck {

    private static final int SHORT_DATE = 6;
    private static final int LONG_DATE = 8;
    private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private ValueCheck() {}

    static boolean isClean(Element element, byte[] bytes, int from, int to, boolean shortDates) {
        int length = to - from;
        return switch (element.type()) {
            case AN -> length >= element.min() && length <= element.max();
            case ID -> length >= element.min() && length <= element.max() && hasCode(element.codes(), bytes, from, to);
            case N -> fits(element, digits(bytes, from, to, false));
            case R -> fits(element, digits(bytes, from, to, true));
            case DT -> length == SHORT_DATE && (shortDates || element.max() == SHORT_DATE) && isDate(bytes, from, to)
                    || length == LONG_DATE && element.max() == LONG_DATE && isDate(bytes, from, to);
            case TM -> length <= element.max() && isTime(bytes, from, to);
            case B -> true;
        };
    }

    private static boolean fits(Element element, int digits) {
        return digits >= element.min() && digits <= element.max();
    }

    private static boolean hasCode(@Nullable CodeList codes, byte[] bytes, int from, int to) {
        return codes == null || codes.contains(bytes, from, to);
    }

    /** How many digits a number has, -1 for what is no number; an exponent is not counted. */
    public static int digits(byte[] bytes, int from, int to, boolean point) {
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

    private static int number(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
