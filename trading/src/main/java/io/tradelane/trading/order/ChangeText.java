package io.tradelane.trading.order;

import io.tradelane.trading.document.Price;
import java.math.BigDecimal;

/**
 * A proposed change of a line in a few signs, for the timeline: {@code 100 → 80 PCE · 12.50 → 12.80 EUR / PCE ·
 * 2026-12-01}.
 */
final class ChangeText {

    private ChangeText() {}

    static String of(Answer.LineAnswer answer, String currency) {
        LineRow line = answer.line();
        if (answer.rejected()) {
            return "✗" + (answer.reason() == null ? "" : " " + answer.reason());
        }
        StringBuilder text = new StringBuilder();
        if (answer.quantity() != null && answer.quantity().compareTo(line.due()) != 0) {
            part(text, plain(line.due()) + " → " + plain(answer.quantity()) + " " + line.unit());
        }
        if (answer.price() != null) {
            Price before = line.priceThatCounts(currency);
            part(text, (before == null ? "" : OrderChecks.text(before) + " → ") + OrderChecks.text(answer.price()));
        }
        if (answer.promised() != null) {
            part(text, (line.deliveryDate() == null ? "" : line.deliveryDate() + " → ") + answer.promised());
        }
        return text.toString();
    }

    private static String plain(BigDecimal number) {
        return Figures.quantity(number).toPlainString();
    }

    private static void part(StringBuilder text, String part) {
        text.append(text.isEmpty() ? "" : " · ").append(part);
    }
}
