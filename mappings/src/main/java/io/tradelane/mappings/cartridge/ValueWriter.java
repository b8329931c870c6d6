package io.tradelane.mappings.cartridge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Makes text of values. A number keeps the decimals it has: a price of 10.50 is not 10.5. */
public final class ValueWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmm");

    private ValueWriter() {}

    static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case LocalDate date -> DATE.format(date);
            case LocalDateTime time -> DATE_TIME.format(time);
            default -> value.toString();
        };
    }


    /** Data element 2379. */
    static String format(Object date) {
        return date instanceof LocalDateTime ? "203" : "102";
    }

    /** Cuts at {@code between} where that is a line break, else at blanks, else hard. */
    public static List<String> cut(String text, String between, int length) {
        List<String> pieces = new ArrayList<>();
        for (String part : text.split("\\R")) {
            String rest = part.strip();
            while (rest.codePointCount(0, rest.length()) > length) {
                int hard = rest.offsetByCodePoints(0, length);
                int blank = rest.lastIndexOf(' ', hard);
                int end = blank > hard / 2 ? blank : hard;
                pieces.add(rest.substring(0, end));
                rest = (between.isEmpty() ? rest.substring(end) : rest.substring(end).strip());
            }
            if (!rest.isEmpty()) {
                pieces.add(rest);
            }
        }
        return pieces;
    }
}
