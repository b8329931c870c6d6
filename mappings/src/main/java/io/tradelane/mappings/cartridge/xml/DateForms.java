package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.DateReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The ways in which XML documents write dates. */
final class DateForms {
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>(
            Map.of("101", formatterOf("yyMMdd"), "102", formatterOf("yyyyMMdd"), "203", formatterOf("yyyyMMddHHmm"),
                    "204", formatterOf("yyyyMMddHHmmss"), "602", formatterOf("yyyy"), "610", formatterOf("yyyyMM")));

    private DateForms() {}

    private static DateTimeFormatter formatterOf(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, java.util.Locale.ROOT);
    }

    static DateTimeFormatter formatter(String pattern) {
        return FORMATTERS.computeIfAbsent(pattern, DateForms::formatterOf);
    }

    /** Whether a pattern is a code of data element 2379, which stands in an attribute {@code format} beside the date. */
    static boolean isCode(@Nullable String pattern) {
        return pattern != null && pattern.length() == 3 && Character.isDigit(pattern.charAt(0));
    }

    /**
     * The forms of XML Schema, eight, twelve or fourteen digits, and the pattern's.
     *
     * @return a LocalDate, LocalDateTime or, with a zone, OffsetDateTime; {@code null} for anything else
     */
    static @Nullable Temporal read(String text, @Nullable String pattern) {
        try {
            Temporal date = schema(text);
            if (date != null) {
                return date;
            }
            if (pattern != null && !isCode(pattern)) {
                return patterned(text, pattern);
            }
            return DateReader.read(text, pattern);
        } catch (DateTimeException e) {
            return pattern == null || isCode(pattern) ? null : patterned(text, pattern);
        }
    }

    private static @Nullable Temporal patterned(String text, String pattern) {
        try {
            TemporalAccessor parsed = formatter(pattern).parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return (Temporal) parsed;
        } catch (DateTimeException e) {
            return text.length() == 8 || text.length() == 14 ? DateReader.read(text, null) : null;
        }
    }

    /** {@code null} for what does not begin as YYYY-MM-DD. */
    private static @Nullable Temporal schema(String text) {
        int length = text.length();
        if (length < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        LocalDate date = LocalDate.of(
                digits(text, 0) * 100 + digits(text, 2), digits(text, 5), digits(text, 8));
        if (length == 10) {
            return date;
        }
        char next = text.charAt(10);
        if (next != 'T' && next != ' ') {
            // a zone behind a date says nothing about the day
            ZoneOffset.of(text.substring(10));
            return date;
        }
        int zone = zone(text);
        String clock = text.substring(11, zone);
        LocalDateTime time = clock.startsWith("24:00") ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.parse(clock));
        return zone == length ? time : time.atOffset(ZoneOffset.of(text.substring(zone)));
    }

    private static int zone(String text) {
        for (int i = 11; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'Z' || c == '+' || c == '-') {
                return i;
            }
        }
        return text.length();
    }

    private static int digits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            throw new DateTimeException(text);
        }
        return tens * 10 + ones;
    }
}
