package io.tradelane.portal.order;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.SupplierAnswer;
import io.tradelane.trading.order.SupplierAnswer.LineChange;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The supplier's answer as a form: fields {@code quantity-0}, {@code price-0}, {@code date-0} … by position of the line. */
final class AnswerForm {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NUMBER = 35;
    private final OrderView order;
    private final Words words;

    AnswerForm(OrderView order, Words words) {
        this.order = order;
        this.words = words;
    }

    /** The order as it stands. */
    Map<String, String> initial(Formats formats, boolean changing) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("decision", changing ? "change" : "accept");
        values.put("supplierNumber", order.supplierOrderNumber() == null ? "" : order.supplierOrderNumber());
        for (int i = 0; i < order.lines().size(); i++) {
            OrderView.Line line = order.lines().get(i);
            values.put("quantity-" + i, formats.plain(quantity(line)));
            Price price = price(line);
            LocalDate date = date(order, line);
            values.put("price-" + i, price == null ? "" : formats.plain(price.amount().amount()));
            values.put("date-" + i, date == null ? "" : date.toString());
        }
        return values;
    }

    /** @return empty if there are problems */
    Optional<SupplierAnswer> read(Map<String, String> typed, Problems problems) {
        FormValues form = new FormValues(typed, problems, words);
        String number = form.text("supplierNumber", LONGEST_NUMBER);
        SupplierAnswer answer = switch (typed.getOrDefault("decision", "")) {
            case "accept" -> new SupplierAnswer.AcceptAll(number);
            case "change" -> change(form, number);
            case "reject" -> reject(form);
            default -> {
                form.wrong("decision", "problem.choice");
                yield null;
            }
        };
        return problems.isEmpty() ? Optional.ofNullable(answer) : Optional.empty();
    }

    private static SupplierAnswer reject(FormValues form) {
        String reason = form.text("rejectReason", LONGEST_TEXT);
        if (reason == null) {
            form.wrong("rejectReason", "problem.required");
        }
        return new SupplierAnswer.RejectAll(reason == null ? "" : reason);
    }

    private SupplierAnswer change(FormValues form, @Nullable String number) {
        List<LineChange> changes = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            line(form, order.lines().get(i), i).ifPresent(changes::add);
        }
        if (changes.isEmpty() && form.right()) {
            form.wrong("decision", "response.nothingChanged");
        }
        return new SupplierAnswer.Change(number, form.text("note", LONGEST_TEXT), changes);
    }

    private Optional<LineChange> line(FormValues form, OrderView.Line line, int i) {
        if (!line.state().live()) {
            return Optional.empty();
        }
        String reason = form.text("reason-" + i, LONGEST_TEXT);
        if (form.ticked("refuse-" + i)) {
            return Optional.of(new LineChange(line.lineNumber(), true, null, null, null, reason));
        }
        BigDecimal quantity = form.number("quantity-" + i);
        if (quantity != null && quantity.signum() == 0) {
            form.wrong("quantity-" + i, "problem.not-positive");
        }
        BigDecimal amount = form.number("price-" + i);
        LocalDate date = form.date("date-" + i);
        BigDecimal changedQuantity = quantity == null || quantity.compareTo(quantity(line)) == 0 ? null : quantity;
        Price now = price(line);
        Price changedPrice = amount == null || now != null && amount.compareTo(now.amount().amount()) == 0 ? null : price(now, amount, line);
        LocalDate changedDate = date == null || date.equals(date(order, line)) ? null : date;
        return changedQuantity == null && changedPrice == null && changedDate == null
                ? Optional.empty()
                : Optional.of(new LineChange(line.lineNumber(), false, changedQuantity, changedPrice, changedDate, reason));
    }

    private Price price(@Nullable Price now, BigDecimal amount, OrderView.Line line) {
        Money money = new Money(amount, order.currency());
        return now == null ? Price.each(money, line.unit()) : new Price(money, now.basis());
    }

    static BigDecimal quantity(OrderView.Line line) {
        BigDecimal confirmed = line.confirmed();
        return confirmed == null ? line.ordered() : confirmed;
    }

    static @Nullable Price price(OrderView.Line line) {
        return line.confirmedPrice() == null ? line.price() : line.confirmedPrice();
    }

    static @Nullable LocalDate date(OrderView order, OrderView.Line line) {
        LocalDate promised = line.promisedDelivery() == null ? line.requestedDelivery() : line.promisedDelivery();
        return promised == null ? order.requestedDelivery() : promised;
    }
}
