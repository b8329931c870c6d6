package io.tradelane.portal.order;

import io.tradelane.portal.api.Problem;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.order.SupplierAnswer.LineChange;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The supplier's answer in JSON.
 *
 * @param decision {@code ACCEPT}, {@code CHANGE} or {@code REJECT}
 * @param lines with {@code CHANGE}: the lines that differ; a line not named is accepted as ordered
 * @param reason with {@code REJECT}
 */
record AnswerRequest(
        @Nullable Decision decision, @Nullable String supplierOrderNumber, @Nullable String note, @Nullable String reason, @Nullable List<Line> lines) {

    enum Decision {
        ACCEPT,
        CHANGE,
        REJECT
    }

    /**
     * @param quantity in the ordered unit; absent: as ordered
     * @param price in the order's currency, for the price's basis as ordered; absent: as ordered
     */
    record Line(
            @Nullable String lineNumber, boolean rejected, @Nullable BigDecimal quantity, @Nullable BigDecimal price, @Nullable LocalDate promisedDelivery,
            @Nullable String reason) {}

    SupplierAnswer answer(OrderView order) {
        if (decision == null) {
            throw invalid("decision", "required");
        }
        return switch (decision) {
            case ACCEPT -> new SupplierAnswer.AcceptAll(supplierOrderNumber);
            case CHANGE -> new SupplierAnswer.Change(supplierOrderNumber, note, (lines == null ? List.<Line>of() : lines).stream().map(line -> change(line, order)).toList());
            case REJECT -> {
                if (reason == null || reason.isBlank()) {
                    throw invalid("reason", "required");
                }
                yield new SupplierAnswer.RejectAll(reason);
            }
        };
    }

    private static LineChange change(Line line, OrderView order) {
        OrderView.Line ordered = order.lines().stream()
                .filter(candidate -> candidate.lineNumber().equals(line.lineNumber))
                .findFirst()
                .orElseThrow(() -> invalid("lines.lineNumber", "unknown"));
        return new LineChange(ordered.lineNumber(), line.rejected, line.quantity, price(line.price, ordered, order), line.promisedDelivery, line.reason);
    }

    private static @Nullable Price price(@Nullable BigDecimal amount, OrderView.Line ordered, OrderView order) {
        if (amount == null) {
            return null;
        }
        Money money = new Money(amount, order.currency());
        return ordered.price() == null ? Price.each(money, ordered.unit()) : new Price(money, ordered.price().basis());
    }

    private static Problem invalid(String field, String code) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", field, "code", code)));
    }
}
