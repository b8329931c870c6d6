package io.tradelane.mappings.syntax.tradacoms;

import io.tradelane.mappings.syntax.DecimalText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates and numbers as TRADACOMS writes them. */
public final class TradacomsValues {
    private static final int PIVOT = 80;
    private static final LocalDate NONE = LocalDate.MIN;

    private TradacomsValues() {}

    /** YYMMDD; zeros say that there is none ({@link #day} leaves them out); {@code null} for what is no date. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != 6 || !text.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            return null;
        }
        if (text.equals("000000")) {
            return NONE;
        }
        int year = Integer.parseInt(text, 0, 2, 10);
        try {
            return LocalDate.of((year < PIVOT ? 2000 : 1900) + year, Integer.parseInt(text, 2, 4, 10), Integer.parseInt(text, 4, 6, 10));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** {@code null} for none, and for what was reported as no date. */
    public static @Nullable LocalDate day(TradacomsSegment segment, int element, int component) {
        LocalDate date = date(segment.value(element, component));
        return NONE.equals(date) ? null : date;
    }

    static boolean numeric(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.length() > start && text.chars().skip(start).allMatch(sign -> sign >= '0' && sign <= '9' || sign == '.');
    }

    /**
     * @param decimals that are implied; a point in the number says them itself
     * @return {@code null} when empty, and for what was reported as no number
     */
    public static @Nullable BigDecimal number(TradacomsSegment segment, int element, int component, int decimals) {
        BigDecimal number = DecimalText.read(segment.value(element, component));
        return number == null || number.scale() > 0 ? number : number.movePointLeft(decimals);
    }

    /** With the sign in its second component: R takes back. */
    public static @Nullable BigDecimal amount(TradacomsSegment segment, int element, int decimals) {
        BigDecimal number = number(segment, element, 1, decimals);
        return number != null && segment.value(element, 2).equals("R") ? number.negate() : number;
    }
}
