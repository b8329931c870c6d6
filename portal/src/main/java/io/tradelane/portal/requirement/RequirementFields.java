package io.tradelane.portal.requirement;

import io.tradelane.portal.frame.FormRows;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.requirement.RequirementForm;
import io.tradelane.trading.requirement.RequirementView;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A requirement as a form: its head, and fields {@code article-0}, {@code quantity-0} … by position of the line. */
final class RequirementFields {
    private static final List<String> LINE = List.of("line", "articleId", "article", "description", "quantity", "unit", "needBy", "shipTo", "budget");
    private final Words words;

    RequirementFields(Words words) {
        this.words = words;
    }

    static Map<String, String> initial(RequirementView requirement, Formats formats) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("number", requirement.number());
        values.put("title", text(requirement.title()));
        values.put("currency", requirement.currency());
        values.put("needBy", text(requirement.needBy()));
        values.put("shipTo", text(requirement.shipTo()));
        values.put("note", text(requirement.note()));
        for (RequirementView.Line line : requirement.lines()) {
            int row = rows(values);
            put(values, row, new RequirementForm.Line(line.lineNumber(), line.article(), line.chosen() == null ? null : line.chosen().id(), line.description(), line.quantity(),
                    same(line.needBy(), requirement.needBy()), same(line.shipTo(), requirement.shipTo()), line.budget() == null ? null : line.budget().amount()), formats);
        }
        return values;
    }

    /** What a line has from its requirement is not written again. */
    private static <T> @Nullable T same(@Nullable T own, @Nullable T head) {
        return own == null || own.equals(head) ? null : own;
    }

    /** One more row of the form. */
    static void put(Map<String, String> values, int row, RequirementForm.Line line, Formats formats) {
        values.put("line-" + row, text(line.lineNumber()));
        values.put("articleId-" + row, text(line.articleId()));
        values.put("article-" + row, text(line.article()));
        values.put("description-" + row, text(line.description()));
        values.put("quantity-" + row, formats.plain(line.quantity().value()));
        values.put("unit-" + row, line.quantity().unit());
        values.put("needBy-" + row, text(line.needBy()));
        values.put("shipTo-" + row, text(line.shipTo()));
        values.put("budget-" + row, line.budget() == null ? "" : formats.plain(line.budget()));
    }

    static Map<String, String> compact(Map<String, String> typed) {
        return FormRows.compact(typed, LINE, List.of("article", "description", "quantity"));
    }

    static int rows(Map<String, String> compacted) {
        return FormRows.count(compacted, "article");
    }

    /** @return empty if there are problems */
    Optional<RequirementForm> read(Map<String, String> compacted, Problems problems) {
        FormValues form = new FormValues(compacted, problems, words);
        String currency = compacted.getOrDefault("currency", "").strip().toUpperCase(Locale.ROOT);
        if (!currency.matches("[A-Z]{3}")) {
            form.wrong("currency", "partner.problem.currency");
        }
        String number = form.text("number", 35);
        String title = form.text("title", 200);
        LocalDate needBy = form.date("needBy");
        String shipTo = form.text("shipTo", 500);
        String note = form.text("note", 4000);
        int rows = rows(compacted);
        if (rows == 0) {
            form.wrong("article-0", "rfq.problem.noLines");
        }
        List<RequirementForm.Line> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            line(form, i, compacted).ifPresent(lines::add);
        }
        return form.right() ? Optional.of(new RequirementForm(number, title, currency, needBy, shipTo, note, numbered(lines))) : Optional.empty();
    }

    private static Optional<RequirementForm.Line> line(FormValues form, int i, Map<String, String> typed) {
        String number = form.text("line-" + i, 35);
        String article = form.text("article-" + i, 70);
        String description = form.text("description-" + i, 500);
        BigDecimal quantity = form.number("quantity-" + i);
        String unit = typed.getOrDefault("unit-" + i, "").strip().toUpperCase(Locale.ROOT);
        LocalDate needBy = form.date("needBy-" + i);
        String shipTo = form.text("shipTo-" + i, 500);
        BigDecimal budget = form.number("budget-" + i);
        String chosen = typed.getOrDefault("articleId-" + i, "");
        if (typed.getOrDefault("quantity-" + i, "").isBlank()) {
            form.wrong("quantity-" + i, "problem.required");
        }
        if (unit.isEmpty()) {
            form.wrong("unit-" + i, "problem.required");
        }
        return !form.right() || quantity == null ? Optional.empty()
                : Optional.of(new RequirementForm.Line(number, article, id(chosen), description, new Quantity(quantity, unit), needBy, shipTo, budget));
    }

    private static @Nullable UUID id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }

    /** Lines that are there keep their numbers; further ones count on. */
    private static List<RequirementForm.Line> numbered(List<RequirementForm.Line> lines) {
        long next = lines.stream().map(RequirementForm.Line::lineNumber).filter(number -> number != null && number.matches("\\d{1,9}")).mapToLong(Long::parseLong).max().orElse(0) + 1;
        List<RequirementForm.Line> numbered = new ArrayList<>();
        for (RequirementForm.Line line : lines) {
            numbered.add(line.lineNumber() != null ? line : new RequirementForm.Line(String.valueOf(next++), line.article(), line.articleId(), line.description(), line.quantity(),
                    line.needBy(), line.shipTo(), line.budget()));
        }
        return numbered;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
