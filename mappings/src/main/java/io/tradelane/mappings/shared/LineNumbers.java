package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import java.util.List;

/** The numbers by which lines are spoken of later (LIN 1082): each is there and used once. */
final class LineNumbers {
    private LineNumbers() {}

    static void check(List<Row> lines, MappingReport report) {
        check(lines, MappingError.LINE_NUMBER_REPEATED, report);
    }

    /** @param repeated what a number that stands twice is worth */
    static void check(List<Row> lines, MappingError repeated, MappingReport report) {
        UsedNumbers numbers = new UsedNumbers();
        for (Row line : lines) {
            String number = line.text("number");
            if (number == null) {
                report.add(MappingError.LINE_NUMBER_MISSING, line.position(), null, "LIN 1082");
            } else if (!numbers.add(number)) {
                report.add(repeated, line.position(), number, null);
            }
        }
    }
}
