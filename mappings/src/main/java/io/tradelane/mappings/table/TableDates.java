package io.tradelane.mappings.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as people and spreadsheets write them: {@code 2026-03-02}, {@code 20260302}, {@code 2.3.26}, {@code 03/02/2026}, {@code 2026年3月2日}. */
final class TableDates {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465;

    private TableDates() {}

    /** Days since the end of 1899, as spreadsheets count them; a fraction is a time of day. */
    static @Nullable LocalDate serial(String number, boolean from1904) {
        try {
            long days = new BigDecimal(number).longValue();
            return days < 1 || days > LAST_DAY ? null : (from1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays(days);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** Three numbers: absent when the text has not three. */
    private static int @Nullable [] numbers(String text) {
        int[] numbers = new int[3];
        int count = -1;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean digit = sign >= '0' && sign <= '9';
            if (digit && !within && ++count == 3 || digit && numbers[count] > 99_999) {
                return null;
            }
            if (digit) {
                numbers[count] = numbers[count] * 10 + sign - '0';
            } else if ("-./年月日 ".indexOf(sign) < 0) {
                return null;
            }
            within = digit;
        }
        return count == 2 ? numbers : null;
    }

    /** Whether a date gives away that the month comes first; absent when it gives away nothing. */
    static @Nullable Boolean monthFirst(String text) {
        int[] numbers = text.indexOf('/') < 0 && text.indexOf('-') < 0 ? null : numbers(day(text));
        if (numbers == null || numbers[0] > 31) {
            return null;
        }
        return numbers[1] > 12 ? Boolean.TRUE : numbers[0] > 12 ? Boolean.FALSE : null;
    }

    /** Whether day and month could be exchanged. */
    static boolean ambiguous(String text) {
        int[] numbers = text.indexOf('/') < 0 ? null : numbers(day(text));
        return numbers != null && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1];
    }

    static @Nullable LocalDate read(String text, boolean monthFirst) {
        String day = day(text);
        int[] numbers = day.length() == 8 && day.chars().allMatch(Character::isDigit) ? compact(day) : numbers(day);
        if (numbers == null) {
            return null;
        }
        try {
            if (numbers[0] > 31) {
                return LocalDate.of(numbers[0], numbers[1], numbers[2]);
            }
            int year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2];
            boolean swapped = monthFirst && day.indexOf('.') < 0;
            return LocalDate.of(year, numbers[swapped ? 0 : 1], numbers[swapped ? 1 : 0]);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** YYYYMMDD, or MMDDYYYY where that cannot be a year. */
    private static int[] compact(String day) {
        int first = Integer.parseInt(day, 0, 4, 10);
        return first > 1900 && first < 2200
                ? new int[] {first, Integer.parseInt(day, 4, 6, 10), Integer.parseInt(day, 6, 8, 10)}
                : new int[] {Integer.parseInt(day, 4, 8, 10), Integer.parseInt(day, 0, 2, 10), Integer.parseInt(day, 2, 4, 10)};
    }

    /** Without a time of day. */
    private static String day(String text) {
        int time = Math.max(text.indexOf('T'), text.indexOf(':') < 0 ? -1 : text.indexOf(' '));
        return time < 0 ? text.strip() : text.substring(0, time).strip();
    }
}
