package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers by which lines are spoken of later (LIN 1082): each is there and used once. */
final class LineNumbers {
    private static final int DIGITS = 9;

    private LineNumbers() {}

    static void check(List<Row> lines, MappingReport report) {
        check(lines, MappingError.LINE_NUMBER_REPEATED, report);
    }

    /** @param repeated what a number that stands twice is worth */
    static void check(List<Row> lines, MappingError repeated, MappingReport report) {
        if (rise(lines)) {
            return;
        }
        Set<String> numbers = new HashSet<>();
        for (Row line : lines) {
            String number = line.text("number");
            if (number == null) {
                report.add(MappingError.LINE_NUMBER_MISSING, line.position(), null, "LIN 1082");
            } else if (!numbers.add(number)) {
                report.add(repeated, line.position(), number, null);
            }
        }
    }

    /** Nearly every sender counts upwards; then none is used twice, and nothing needs to be remembered. */
    private static boolean rise(List<Row> lines) {
        int last = -1;
        for (Row line : lines) {
            int number = number(line.text("number"));
            if (number <= last) {
                return false;
            }
            last = number;
        }
        return true;
    }

    /** -1 for what is no whole number. */
    private static int number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
