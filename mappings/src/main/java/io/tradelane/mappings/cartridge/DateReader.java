package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Digits;
import io.tradelane.mappings.syntax.edifact.grammar.PackedCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Reads a date by its format qualifier (data element 2379). Of a period, the first day. */
public final class DateReader {

    private static final int CENTURY_TURN = 70;

    private DateReader() {}

    /**
     * @param format 2379; without it, eight digits are a date, twelve a date and time, six a date without century
     * @return {@code null} when text and format do not make a date
     */
    public static @Nullable Temporal read(String text, @Nullable String format) {
        try {
            return switch (format == null ? guess(text) : format) {
                case "2" -> day(century(text, 4), number(text, 2, 4), number(text, 0, 2));
                case "101" -> length(text, 6) ? day(century(text, 0), number(text, 2, 4), number(text, 4, 6)) : null;
                case "102" -> length(text, 8) ? date(text) : null;
                case "201" -> length(text, 10)
                        ? day(century(text, 0), number(text, 2, 4), number(text, 4, 6)).atTime(number(text, 6, 8), number(text, 8, 10))
                        : null;
                case "203" -> length(text, 12) ? time(text, 0) : null;
                case "204" -> length(text, 14) ? time(text, number(text, 12, 14)) : null;
                case "303" -> time(text, 0);
                case "304" -> time(text, number(text, 12, 14));
                case "602" -> length(text, 4) ? day(number(text, 0, 4), 1, 1) : null;
                case "609" -> length(text, 4) ? day(century(text, 0), number(text, 2, 4), 1) : null;
                case "610" -> length(text, 6) ? day(number(text, 0, 4), number(text, 4, 6), 1) : null;
                case "616" -> length(text, 6) ? week(number(text, 0, 4), number(text, 4, 6)) : null;
                case "711", "717", "718", "719" -> period(text, format);
                default -> null;
            };
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** Eight digits that are nearly any day, as with format 102, without a detour; {@code null} for all others. */
    static @Nullable LocalDate plain(byte[] bytes, int from, int to) {
        if (to - from != 8) {
            return null;
        }
        long packed = PackedCode.of(bytes, from, 8);
        if (Digits.others(packed, 8) != 0) {
            return null;
        }
        int number = Digits.number(packed, 8);
        int month = number / 100 % 100;
        int day = number % 100;
        return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= 30 && month != 2) ? LocalDate.of(number / 10_000, month, day) : null;
    }

    private static String guess(String text) {
        return switch (text.length()) {
            case 6 -> "101";
            case 12 -> "203";
            case 14 -> "204";
            default -> "102";
        };
    }

    private static @Nullable Temporal period(String text, @Nullable String format) {
        return "717".equals(format) ? day(century(text, 0), number(text, 2, 4), number(text, 4, 6))
                : "719".equals(format) ? time(text, 0) : date(text);
    }

    private static LocalDate date(String text) {
        return day(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }

    private static LocalDateTime time(String text, int second) {
        return date(text).atTime(number(text, 8, 10), number(text, 10, 12), second);
    }

    private static LocalDate week(int year, int week) {
        return LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(java.time.DayOfWeek.MONDAY);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static int century(String text, int from) {
        int year = number(text, from, from + 2);
        return year < CENTURY_TURN ? 2000 + year : 1900 + year;
    }

    private static boolean length(String text, int length) {
        return text.length() == length;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException(text);
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
