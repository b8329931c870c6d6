package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.syntax.xml.XmlError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** {@code type} of a field: makes a value of a text and a text of a value. */
enum ValueType {
    STRING(XmlError.BAD_VALUE, ""),
    DECIMAL(XmlError.BAD_NUMBER, "-1234.56"),
    INTEGER(XmlError.BAD_NUMBER, "1234"),
    DATE(XmlError.BAD_DATE, "YYYY-MM-DD"),
    DATE_TIME(XmlError.BAD_DATE, "YYYY-MM-DDThh:mm:ss"),
    BOOLEAN(XmlError.UNKNOWN_CODE, "true, false");

    /** Said of a text that does not fit. */
    final XmlError error;

    final String expected;

    ValueType(XmlError error, String expected) {
        this.error = error;
        this.expected = expected;
    }

    /**
     * @param text not empty, without blanks around it
     * @param pattern of the declaration, or the code of data element 2379 that stands beside the text
     * @return {@code null} when the text does not fit
     */
    @Nullable Object read(String text, @Nullable String pattern) {
        return switch (this) {
            case STRING -> text;
            case DECIMAL -> decimal(text);
            case INTEGER -> integer(text);
            case DATE -> date(DateForms.read(text, pattern));
            case DATE_TIME -> DateForms.read(text, pattern);
            case BOOLEAN -> truth(text);
        };
    }

    private static @Nullable Object date(@Nullable Object read) {
        return switch (read) {
            case LocalDateTime time -> time.toLocalDate();
            case OffsetDateTime time -> time.toLocalDate();
            case null, default -> read;
        };
    }

    /** Digits, 18 at most, without a detour. */
    private static @Nullable BigDecimal decimal(String text) {
        int length = text.length();
        boolean negative = text.charAt(0) == '-';
        long digits = 0;
        int point = -1;
        int count = 0;
        for (int i = negative || text.charAt(0) == '+' ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && count < 18) {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return other(text);
            }
        }
        return count == 0 ? null : BigDecimal.valueOf(negative ? -digits : digits, point < 0 ? 0 : length - point - 1);
    }

    /** Long numbers, exponents, and the sign that some systems write behind. */
    private static @Nullable BigDecimal other(String text) {
        try {
            boolean behind = text.endsWith("-") && text.length() > 1;
            BigDecimal number = text.length() > 60 ? null : new BigDecimal(behind ? "-" + text.substring(0, text.length() - 1) : text);
            return number == null || Math.abs(number.scale()) > 60 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal integer(String text) {
        BigDecimal number = decimal(text);
        return number == null || number.stripTrailingZeros().scale() > 0 ? null : number;
    }

    private static @Nullable Boolean truth(String text) {
        return switch (text) {
            case "true", "1", "TRUE", "True" -> true;
            case "false", "0", "FALSE", "False" -> false;
            default -> null;
        };
    }

    /** @param value of a row, of whatever class the mapping gave it */
    String write(Object value, @Nullable String pattern) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case LocalDate date when this == DATE_TIME && pattern == null -> date + "T00:00:00";
            case LocalDate date -> pattern == null ? date.toString() : DateForms.formatter(pattern).format(date.atStartOfDay());
            case LocalDateTime time -> time(time, time, pattern);
            case OffsetDateTime time -> time(time.toLocalDateTime(), time, pattern);
            default -> value.toString();
        };
    }

    private String time(LocalDateTime local, java.time.temporal.TemporalAccessor whole, @Nullable String pattern) {
        if (pattern != null) {
            return DateForms.formatter(pattern).format(whole);
        }
        if (this == DATE) {
            return local.toLocalDate().toString();
        }
        return (whole instanceof OffsetDateTime ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .format(whole);
    }
}
