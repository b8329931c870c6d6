package io.tradelane.mappings.syntax;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as text of the delimited syntaxes: digits with a sign and one decimal mark, never an exponent, which could stand for gigabytes of zeros. */
public final class DecimalText {
    private static final int LONGEST = 60;

    private DecimalText() {}

    /** @param text with a point or a comma as decimal mark @return {@code null} for what is no such number */
    public static @Nullable BigDecimal read(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int marks = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mark = c == '.' || c == ',';
            marks += mark ? 1 : 0;
            if (!mark && (c < '0' || c > '9')) {
                return null;
            }
        }
        boolean digits = text.length() - start - marks > 0;
        return digits && marks <= 1 && text.length() <= LONGEST ? new BigDecimal(text.replace(',', '.')) : null;
    }
}
