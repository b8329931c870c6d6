package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every document needs from its header, and what every list of lines must keep. */
public final class Headers {
    private Headers() {}

    /** BGM 1004, else a reference of the kind (1153) that means the document itself; {@code null} after saying that it is missing. */
    public static @Nullable String number(Row message, MappingReport report, String... ofItself) {
        String number = message.text("number");
        if (number == null || number.isBlank()) {
            String reference = ofItself.length == 0 ? null : ReferenceRows.number(message, ofItself);
            if (reference != null) {
                report.add(MappingError.NUMBER_ASSUMED, message.position(), reference, "BGM 1004");
                return reference;
            }
            report.add(MappingError.NUMBER_MISSING, message.position(), null, "BGM 1004");
            return null;
        }
        return number;
    }

    /** DTM 137; where it is missing, the date of the envelope with a word about it. */
    public static LocalDate issueDate(Row message, MappingReport report) {
        LocalDate date = message.date("issueDate");
        if (date != null) {
            return date;
        }
        report.add(MappingError.ISSUE_DATE_MISSING, message.position(), null, "DTM+137");
        return envelopeDate(report);
    }

    public static LocalDate envelopeDate(MappingReport report) {
        return report.header().preparedAt() == null ? LocalDate.EPOCH : report.header().preparedAt().toLocalDate();
    }

    /** Lines have numbers of their own, and CNT+2 fits. */
    public static void checkLines(Row message, List<Row> lines, MappingReport report) {
        LineNumbers.check(lines, report);
        checkCount(message, lines.size(), report);
    }

    /** Where nobody refers to the lines, one without a number gets its place in the message. */
    public static String lineNumber(Row line, int place, MappingReport report) {
        String number = line.text("number");
        if (number != null) {
            return number;
        }
        report.add(MappingError.LINE_NUMBER_ASSUMED, line.position(), Integer.toString(place), "LIN 1082");
        return Integer.toString(place);
    }

    /** CNT+2 says how many lines there are. */
    public static void checkCount(Row message, int lines, MappingReport report) {
        for (Row control = message.first("controls"); control != null; control = control.next()) {
            BigDecimal count = control.decimal("value");
            if ("2".equals(control.text("kind")) && count != null && count.compareTo(BigDecimal.valueOf(lines)) != 0) {
                report.add(MappingError.LINE_COUNT_WRONG, control.position(), count.toPlainString(), Integer.toString(lines));
            }
        }
    }

    public static void writeLineCount(int lines, Row message) {
        message.add("controls").set("kind", "2").set("value", BigDecimal.valueOf(lines));
    }
}
