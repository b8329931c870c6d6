package io.tradelane.mappings.syntax.idoc;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Values as SAP writes them: blanks around them, a minus sign behind a number, days as YYYYMMDD with zeros for none. */
public final class IdocValues {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final int DIGITS = 40;
    /** The shortest key that is filled up: numbers of documents and partners. */
    private static final int FILLED = 10;

    private IdocValues() {}

    /** Without the zeros in front of it, when it is all digits and so long that SAP filled it up: 0815 stays as it is. */
    public static String key(String value) {
        if (value.length() < FILLED) {
            return value;
        }
        int zeros = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return value;
            }
            if (c == '0' && zeros == i && i < value.length() - 1) {
                zeros++;
            }
        }
        return value.substring(zeros);
    }

    /** {@code null} for nothing and for what is none. */
    public static @Nullable BigDecimal number(String value) {
        String digits = value.strip();
        boolean behind = digits.endsWith("-") || digits.endsWith("+");
        boolean negative = digits.endsWith("-") || digits.startsWith("-");
        if (behind) {
            digits = digits.substring(0, digits.length() - 1).strip();
        } else if (digits.startsWith("-") || digits.startsWith("+")) {
            digits = digits.substring(1).strip();
        }
        if (!plain(digits)) {
            return null;
        }
        BigDecimal number = new BigDecimal(digits);
        return negative ? number.negate() : number;
    }

    /** Digits with one decimal point at the most. */
    private static boolean plain(String digits) {
        int seen = 0;
        int points = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= '0' && c <= '9') {
                seen++;
            } else if (c != '.' || ++points > 1) {
                return false;
            }
        }
        return seen > 0 && digits.length() <= DIGITS;
    }

    /** Nothing, and zeros only, mean that there is none. */
    static boolean empty(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '0' && c != ' ') {
                return false;
            }
        }
        return true;
    }

    /** {@code null} for nothing, for zeros and for what is none. */
    public static @Nullable LocalDate date(String value) {
        if (value.length() != 8 || empty(value)) {
            return null;
        }
        int number = digits(value);
        try {
            return number < 0 ? null : LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** Seconds may be missing; {@code null} for what is none. */
    public static @Nullable LocalTime time(String value) {
        int number = value.length() == 6 ? digits(value) : value.length() == 4 ? digits(value) * 100 : -1;
        try {
            return number < 0 ? null : number == 240_000 ? LocalTime.MIDNIGHT : LocalTime.of(number / 10_000, number / 100 % 100, number % 100);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int digits(String value) {
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    public static String text(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    public static String text(LocalTime time) {
        return TIME.format(time);
    }

    /** With the sign behind it. */
    public static String text(BigDecimal number) {
        String digits = number.abs().toPlainString();
        return number.signum() < 0 ? digits + "-" : digits;
    }

    static void check(String segment, String field, String value) {
        int length = SegmentLayout.of(segment).map(layout -> layout.length(field)).orElse(-1);
        if (length < 0) {
            throw new IllegalArgumentException(segment + " has no field " + field);
        }
        if (value.length() > length) {
            throw new IdocUnwritable(segment, field, value, Integer.toString(length));
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new IdocUnwritable(segment, field, value, Integer.toString(length));
            }
        }
    }
}
