package io.tradelane.portal.sourcing;

import io.tradelane.portal.frame.FormRows;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.sourcing.RfqForm;
import io.tradelane.trading.sourcing.RfqView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as a form: its head, and fields {@code article-0}, {@code quantity-0} … by position of the line. */
final class RfqFields {
    static final List<String> LINE = List.of("line", "article", "description", "quantity", "unit", "target", "date", "lineNote");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NOTE = 4000;
    private final Words words;

    RfqFields(Words words) {
        this.words = words;
    }

    static Map<String, String> initial(RfqView rfq, Formats formats) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("number", rfq.number());
        values.put("title", text(rfq.title()));
        values.put("currency", rfq.currency());
        values.put("deadline", Deadline.write(rfq.deadline()));
        values.put("zone", rfq.deadlineZone());
        values.put("requestedDelivery", text(rfq.requestedDelivery()));
        values.put("paymentTerms", text(rfq.paymentTerms()));
        values.put("note", text(rfq.note()));
        values.put("roundsMax", String.valueOf(rfq.roundsMax()));
        if (rfq.sealed()) {
            values.put("sealed", "true");
        }
        rfq.invitees().forEach(invitee -> values.put("supplier-" + invitee.supplier().id(), "true"));
        for (int i = 0; i < rfq.lines().size(); i++) {
            RfqView.Line line = rfq.lines().get(i);
            values.put("line-" + i, line.lineNumber());
            values.put("article-" + i, Stream.of(line.item().buyerArticle(), line.item().supplierArticle(), line.item().gtin()).filter(one -> one != null).findFirst().orElse(""));
            values.put("description-" + i, text(line.item().description()));
            values.put("quantity-" + i, formats.plain(line.quantity()));
            values.put("unit-" + i, line.unit());
            values.put("target-" + i, line.targetPrice() == null ? "" : formats.plain(line.targetPrice().amount().amount()));
            values.put("date-" + i, text(line.requestedDelivery()));
            values.put("lineNote-" + i, text(line.note()));
        }
        return values;
    }

    static Map<String, String> compact(Map<String, String> typed) {
        return FormRows.compact(typed, LINE, List.of("article", "description", "quantity"));
    }

    static int rows(Map<String, String> compacted) {
        return FormRows.count(compacted, "article");
    }

    /** @param before what is edited; its numbers of lines stay @return empty if there are problems */
    Optional<RfqForm> read(Map<String, String> compacted, @Nullable RfqView before, Problems problems) {
        FormValues form = new FormValues(compacted, problems, words);
        String currency = compacted.getOrDefault("currency", "").strip().toUpperCase(Locale.ROOT);
        String zone = compacted.getOrDefault("zone", "").strip();
        Optional<OffsetDateTime> deadline = Deadline.read(compacted.getOrDefault("deadline", ""), zone);
        if (deadline.isEmpty()) {
            form.wrong("deadline", "problem.deadline");
        }
        if (!currency.matches("[A-Z]{3}")) {
            form.wrong("currency", "partner.problem.currency");
        }
        BigDecimal rounds = form.number("roundsMax");
        List<RfqForm.Line> lines = new ArrayList<>();
        for (int i = 0; i < rows(compacted); i++) {
            line(form, i, compacted, currency, before).ifPresent(lines::add);
        }
        if (rows(compacted) == 0) {
            form.wrong("article-0", "rfq.problem.noLines");
        }
        String number = form.text("number", 35);
        String title = form.text("title", LONGEST_TEXT);
        LocalDate delivery = form.date("requestedDelivery");
        String terms = form.text("paymentTerms", LONGEST_TEXT);
        String note = form.text("note", LONGEST_NOTE);
        return !form.right() || deadline.isEmpty() ? Optional.empty()
                : Optional.of(new RfqForm(number, title, currency, deadline.get(), zone, delivery, terms, note, form.ticked("sealed"),
                rounds == null ? 1 : rounds.intValue(), suppliers(compacted), numbered(lines)));
    }

    /** Lines that are there keep their numbers, which quotations name; further ones count on. */
    private static List<RfqForm.Line> numbered(List<RfqForm.Line> lines) {
        if (lines.stream().allMatch(line -> line.lineNumber() == null)) {
            return lines;
        }
        long next = lines.stream().map(RfqForm.Line::lineNumber).filter(number -> number != null && number.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong).max().orElse(lines.size()) + 1;
        List<RfqForm.Line> numbered = new ArrayList<>();
        for (RfqForm.Line line : lines) {
            numbered.add(line.lineNumber() != null ? line
                    : new RfqForm.Line(String.valueOf(next++), line.item(), line.quantity(), line.targetPrice(), line.requestedDelivery(), line.note()));
        }
        return numbered;
    }

    static List<UUID> suppliers(Map<String, String> typed) {
        return typed.keySet().stream().filter(name -> name.matches("supplier-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).map(name -> UUID.fromString(name.substring(9))).toList();
    }

    private Optional<RfqForm.Line> line(FormValues form, int i, Map<String, String> typed, String currency, @Nullable RfqView before) {
        String article = form.text("article-" + i, 70);
        String description = form.text("description-" + i, LONGEST_TEXT);
        BigDecimal quantity = form.number("quantity-" + i);
        BigDecimal target = form.number("target-" + i);
        LocalDate date = form.date("date-" + i);
        String note = form.text("lineNote-" + i, LONGEST_TEXT);
        String unit = typed.getOrDefault("unit-" + i, "").strip().toUpperCase(Locale.ROOT);
        if (quantity == null && form.right()) {
            form.wrong("quantity-" + i, "problem.required");
        }
        if (unit.isEmpty()) {
            form.wrong("unit-" + i, "problem.required");
        }
        if (!form.right() || quantity == null) {
            return Optional.empty();
        }
        String number = form.text("line-" + i, 35);
        RfqView.Line old = before == null ? null
                : before.lines().stream().filter(line -> line.lineNumber().equals(number)).findFirst().orElse(null);
        Quantity basis = old != null && old.targetPrice() != null && old.targetPrice().basis().unit().equals(unit) ? old.targetPrice().basis() : Quantity.of(1, unit);
        boolean gtin = article != null && CheckDigit.isGtin(article);
        Item item = old != null && article != null && Stream.of(old.item().buyerArticle(), old.item().supplierArticle(), old.item().gtin()).anyMatch(article::equals)
                ? new Item(old.item().gtin(), old.item().buyerArticle(), old.item().supplierArticle(), description)
                : new Item(gtin ? article : null, gtin ? null : article, null, description);
        return Optional.of(new RfqForm.Line(old == null ? null : number, item, new Quantity(quantity, unit),
                target == null || !currency.matches("[A-Z]{3}") ? null : new Price(new Money(target, currency), basis), date, note));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
