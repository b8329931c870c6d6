package io.tradelane.mappings.cartridge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Makes text of values. A number keeps the decimals it has: a price of 10.50 is not 10.5. */
public final class ValueWriter {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmm");

    private ValueWriter() {}

    /** Asked one after the other, the most frequent first: a switch over types is looked up at run time. */
    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof LocalDate date ? date(date)
                : value instanceof LocalDateTime time ? DATE_TIME.format(time) : value.toString();
    }

    private static String date(LocalDate date) {
        int year = date.getYear();
        return year < 1000 || year > 9999 ? DateTimeFormatter.BASIC_ISO_DATE.format(date)
                : Integer.toString(year * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    }

    /** Data element 2379. */
    static String format(Object date) {
        return date instanceof LocalDateTime ? "203" : "102";
    }

    /** Without a line break, and with nothing to strip. */
    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return !text.isEmpty() && text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    /** Cuts at {@code between} where that is a line break, else at blanks, else hard. */
    public static List<String> cut(String text, String between, int length) {
        if (text.length() <= length && isOneLine(text)) {
            return List.of(text);
        }
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
