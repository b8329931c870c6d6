package io.tradelane.portal.order;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.ChangeForm;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The buyer's change as a form: {@code quantity-0}, {@code price-0}, {@code date-0}, {@code delete-0} … by position of the line, {@code article-add-0} … of lines to be added. */
final class ChangeFields {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NUMBER = 70;
    private static final int BLANK_ROWS = 3;
    private static final int MOST_ROWS = 50;
    private static final String SEEN = "seen-";
    private final OrderView order;
    private final Words words;
    private final List<String> rows = new ArrayList<>();

    ChangeFields(OrderView order, Words words) {
        this.order = order;
        this.words = words;
    }

    /** The order as it stands. */
    Map<String, String> initial(Formats formats) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderView.Line line = order.lines().get(i);
            Price price = AnswerForm.price(line);
            LocalDate date = AnswerForm.date(order, line);
            values.put("quantity-" + i, formats.plain(AnswerForm.quantity(line)));
            values.put("price-" + i, price == null ? "" : formats.plain(price.amount().amount()));
            values.put("date-" + i, date == null ? "" : date.toString());
        }
        new LinkedHashMap<>(values).forEach((name, value) -> values.put(SEEN + name, value));
        return values;
    }

    /** What was typed, on the order as it stands now: what was left as it was seen is what it has become. */
    Map<String, String> rebased(Map<String, String> typed, Formats formats) {
        Map<String, String> values = new LinkedHashMap<>(typed);
        initial(formats).forEach((name, value) -> {
            if (name.startsWith(SEEN) || value.isEmpty() && !typed.containsKey(name) || typed.getOrDefault(name, "").equals(typed.getOrDefault(SEEN + name, ""))) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** How many rows there are for lines to be added: some more than are filled. */
    static int added(Map<String, String> typed) {
        int filled = 0;
        for (int i = 0; i < MOST_ROWS; i++) {
            String row = "add-" + i;
            filled = typed.getOrDefault("article-" + row, "").isBlank() && typed.getOrDefault("quantity-" + row, "").isBlank() ? filled : i + 1;
        }
        return Math.min(filled + BLANK_ROWS, MOST_ROWS);
    }

    /** @return empty if there are problems */
    Optional<ChangeForm> read(Map<String, String> typed, Problems problems) {
        FormValues form = new FormValues(typed, problems, words);
        List<ChangeForm.Line> lines = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderView.Line line = order.lines().get(i);
            ChangeForm.Line said = line.state().live() ? line(form, line, String.valueOf(i)) : null;
            if (said != null) {
                lines.add(said);
                rows.add(String.valueOf(i));
            }
        }
        for (int i = 0; i < MOST_ROWS; i++) {
            String row = "add-" + i;
            String article = form.text("article-" + row, LONGEST_NUMBER);
            BigDecimal quantity = form.number("quantity-" + row);
            if (article != null || quantity != null) {
                lines.add(new ChangeForm.Add(article == null ? "" : article, quantity, form.number("price-" + row), form.date("date-" + row)));
                rows.add(row);
            }
        }
        CancelReason reason = reason(typed, problems);
        String note = form.text("note", LONGEST_TEXT);
        return problems.isEmpty() ? Optional.of(new ChangeForm(false, reason, note, lines)) : Optional.empty();
    }

    private ChangeForm.@Nullable Line line(FormValues form, OrderView.Line line, String row) {
        if (form.ticked("delete-" + row)) {
            return new ChangeForm.Delete(line.lineNumber());
        }
        BigDecimal quantity = form.number("quantity-" + row);
        BigDecimal amount = form.number("price-" + row);
        LocalDate date = form.date("date-" + row);
        Price now = AnswerForm.price(line);
        BigDecimal changedQuantity = quantity == null || quantity.compareTo(AnswerForm.quantity(line)) == 0 ? null : quantity;
        BigDecimal changedPrice = amount == null || now != null && amount.compareTo(now.amount().amount()) == 0 ? null : amount;
        LocalDate changedDate = date == null || date.equals(AnswerForm.date(order, line)) ? null : date;
        return changedQuantity == null && changedPrice == null && changedDate == null ? null : new ChangeForm.Change(line.lineNumber(), changedQuantity, changedPrice, changedDate);
    }

    /** @return null: none is chosen */
    private @Nullable CancelReason reason(Map<String, String> typed, Problems problems) {
        String code = typed.getOrDefault("reason", "");
        Optional<CancelReason> reason = Arrays.stream(CancelReason.values()).filter(one -> one.name().equals(code)).findFirst();
        if (reason.isEmpty() && !code.isEmpty()) {
            problems.add("reason", words.text("problem.unknown"));
        }
        return reason.orElse(null);
    }

    /** The lines that are ticked, or all that is open. */
    Optional<ChangeForm> cancellation(Map<String, String> typed, Problems problems) {
        FormValues form = new FormValues(typed, problems, words);
        List<ChangeForm.Line> lines = new ArrayList<>();
        boolean all = true;
        for (int i = 0; i < order.lines().size(); i++) {
            OrderView.Line line = order.lines().get(i);
            if (line.open().signum() > 0 && form.ticked("delete-" + i)) {
                lines.add(new ChangeForm.Delete(line.lineNumber()));
                rows.add(String.valueOf(i));
            } else {
                all &= line.open().signum() == 0;
            }
        }
        if (lines.isEmpty()) {
            form.wrong("lines", "order.cancellation.nothing");
        }
        CancelReason reason = reason(typed, problems);
        String note = form.text("note", LONGEST_TEXT);
        return problems.isEmpty() ? Optional.of(new ChangeForm(all, reason, note, all ? List.of() : lines)) : Optional.empty();
    }

    /** Problems by the names of the form's fields: {@code lines[2].quantity} is {@code quantity-} and its row. */
    CommandResult named(CommandResult result) {
        return result instanceof CommandResult.Invalid invalid
                ? new CommandResult.Invalid(invalid.problems().stream().map(problem -> new CommandResult.Problem(named(problem.field()), problem.code())).toList())
                : result;
    }

    private String named(String field) {
        if (!field.matches("lines\\[\\d+]\\.\\w+")) {
            return field;
        }
        String part = field.substring(field.indexOf('.') + 1);
        int at = Integer.parseInt(field.substring("lines[".length(), field.indexOf(']')));
        return (part.equals("delivery") ? "date" : part.equals("lineNumber") ? "quantity" : part) + "-" + rows.get(at);
    }
}
