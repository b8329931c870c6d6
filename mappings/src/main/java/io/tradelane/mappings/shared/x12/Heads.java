package io.tradelane.mappings.shared.x12;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UsedNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every document needs from its beginning segment, and what every list of lines must keep. */
public final class Heads {
    private Heads() {}

    /** {@code null} after saying that it is missing. */
    public static @Nullable String number(@Nullable String number, Row set, MappingReport report, String place) {
        if (number == null || number.isBlank()) {
            report.add(MappingError.NUMBER_MISSING, set.position(), null, place);
            return null;
        }
        return number;
    }

    /** Where it is missing, the date of the envelope with a word about it. */
    public static LocalDate issueDate(Row set, String field, MappingReport report, String place) {
        LocalDate date = set.date(field);
        if (date == null) {
            report.add(MappingError.ISSUE_DATE_MISSING, set.position(), null, place);
            return Headers.envelopeDate(report);
        }
        return date;
    }

    /** By which others refer to the line: as {@link #lineNumber}, and two of one number are an error. */
    public static String ownNumber(Row line, String field, int place, UsedNumbers used, MappingReport report) {
        String number = lineNumber(line, field, place, report);
        if (!used.add(number)) {
            report.add(MappingError.LINE_NUMBER_REPEATED, line.position(), number, null);
        }
        return number;
    }

    /** A line without a number gets its place, with a word about it. */
    public static String lineNumber(Row line, String field, int place, MappingReport report) {
        String number = line.text(field);
        if (number == null) {
            report.add(MappingError.LINE_NUMBER_ASSUMED, line.position(), Integer.toString(place), null);
            return Integer.toString(place);
        }
        return number;
    }

    /** CTT01 says how many lines there are. */
    public static void checkCount(Row set, int lines, MappingReport report) {
        BigDecimal stated = set.decimal("lineCount");
        if (stated != null && stated.intValue() != lines) {
            report.add(MappingError.LINE_COUNT_WRONG, set.position(), stated.toPlainString(), Integer.toString(lines));
        }
    }

    public static void needLines(List<?> lines, Row set, MappingReport report, String tag) {
        if (lines.isEmpty()) {
            report.add(MappingError.LINES_MISSING, set.position(), null, tag);
        }
    }
}
