package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.swift.CharacterSetX;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Values as SWIFT writes them; what does not fit is refused, never cut. */
final class SwiftText {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int LINE = 35;
    private static final int AMOUNT = 15;

    private SwiftText() {}

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** In character set X, at most {@code most} long. */
    static String text(String tag, String value, int most) {
        String text = letters(tag, value, most);
        if (text.length() > most) {
            throw refused(tag, value, most + "x");
        }
        return text;
    }

    private static String letters(String tag, String value, int most) {
        String text = CharacterSetX.transliterated(value).strip();
        if (!CharacterSetX.has(text)) {
            throw refused(tag, value, most + "x");
        }
        return text;
    }

    /** A reference: no slash at its ends, none doubled. */
    static String reference(String tag, String value, int most) {
        String text = text(tag, value, most);
        if (text.isEmpty() || text.startsWith("/") || text.endsWith("/") || text.contains("//")) {
            throw refused(tag, value, most + "x");
        }
        return text;
    }

    /** Lines of 35, broken between words where there are any. */
    static List<String> lines(String tag, String value, int most) {
        String rest = letters(tag, value, most * LINE);
        List<String> lines = new ArrayList<>();
        while (!rest.isEmpty()) {
            int end = rest.length() <= LINE ? rest.length() : rest.lastIndexOf(' ', LINE);
            if (end <= 0 || lines.size() == most) {
                throw refused(tag, value, most + " * " + LINE + "x");
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        for (String line : lines) {
            if (line.startsWith("-") || line.startsWith(":")) {
                throw refused(tag, value, most + " * " + LINE + "x");
            }
        }
        return lines;
    }

    /** Without its sign. */
    static String amount(String tag, Money money) {
        BigDecimal value = money.amount().abs();
        String text = (value.scale() < 0 ? value.setScale(0) : value).toPlainString().replace('.', ',');
        text = text.indexOf(',') < 0 ? text + "," : text;
        if (text.length() > AMOUNT) {
            throw refused(tag, text, AMOUNT + "d");
        }
        return text;
    }

    static UnwritableException refused(String tag, String value, String expected) {
        Position place = new Position(0, 0, 0, tag, 0, 0, 0);
        SwiftError code = SwiftError.VALUE_NOT_EXPRESSIBLE;
        return new UnwritableException(List.of(new Finding(code.severity(), code, place, value, expected, ":" + tag + ":")));
    }
}
