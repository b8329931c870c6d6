package io.tradelane.mappings.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as people and spreadsheets write them. */
final class TableNumbers {
    private static final int DIGITS = 30;

    private TableNumbers() {}

    /** The decimal mark that a number gives away, or 0: {@code 1.234,5} and {@code 1,5} do, {@code 1,234} does not. */
    static char mark(String text) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? ',' : '.';
        }
        int at = Math.max(comma, point);
        if (at < 0 || text.indexOf(text.charAt(at)) != at) {
            return 0;
        }
        int after = digits(text, at + 1);
        int before = at == 0 ? 0 : text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9' ? at : 0;
        return after == 3 && before > 0 && !text.startsWith("0") ? 0 : text.charAt(at);
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    /** Without a currency, spaces and thousands' marks; {@code null} when it is no number. */
    static @Nullable BigDecimal read(String text, char decimalMark) {
        StringBuilder plain = new StringBuilder(text.length());
        char other = decimalMark == ',' ? '.' : ',';
        int digits = 0;
        int sinceGroup = -1;
        boolean fraction = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= '0' && sign <= '9') {
                plain.append(sign);
                digits++;
                sinceGroup = sinceGroup < 0 ? -1 : sinceGroup + 1;
            } else if (sign == decimalMark) {
                if (fraction || sinceGroup >= 0 && sinceGroup != 3) {
                    return null;
                }
                fraction = true;
                sinceGroup = -1;
                plain.append(digits == 0 ? "0." : ".");
            } else if (sign == other || sign == '\'' || sign == '’') {
                if (fraction || digits == 0 || sinceGroup >= 0 && sinceGroup != 3) {
                    return null;
                }
                sinceGroup = 0;
            } else if (sign == '-' && plain.isEmpty()) {
                plain.append('-');
            } else if (!(Character.isWhitespace(sign) || sign == '\u00A0' || sign == '\u202F' || sign == '+' && plain.isEmpty())) {
                return null;
            }
        }
        if (digits == 0 || digits > DIGITS || sinceGroup >= 0 && sinceGroup != 3) {
            return null;
        }
        return new BigDecimal(plain.charAt(plain.length() - 1) == '.' ? plain.substring(0, plain.length() - 1) : plain.toString());
    }
}
