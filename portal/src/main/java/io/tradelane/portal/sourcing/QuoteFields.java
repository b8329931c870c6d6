package io.tradelane.portal.sourcing;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.sourcing.QuoteForm;
import io.tradelane.trading.sourcing.QuoteView;
import io.tradelane.trading.sourcing.RfqView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An offer as a form: fields {@code price-0}, {@code minimum-0} … by position of the line; a price from a greater quantity on is a second tier. */
final class QuoteFields {
    private static final int LONGEST_TEXT = 500;
    private final Words words;

    QuoteFields(Words words) {
        this.words = words;
    }

    /** A line to be quoted. @param offers what stands for it, none in a first quotation */
    record Line(String number, @Nullable String name, String unit, BigDecimal quantity, @Nullable Price target, List<QuoteView.Line> offers) {}

    static List<Line> lines(RfqView rfq, QuoteView.@Nullable Version last) {
        return rfq.lines().stream().map(line -> new Line(line.lineNumber(), SourcingWords.name(line.item()), line.unit(), line.quantity(), line.targetPrice(),
                last == null ? List.of() : last.lines().stream().filter(offer -> offer.lineNumber().equals(line.lineNumber())).toList())).toList();
    }

    /** Of an offer that stands. */
    static List<Line> lines(QuoteView.Version last) {
        Map<String, List<QuoteView.Line>> byNumber = new LinkedHashMap<>();
        last.lines().forEach(line -> byNumber.computeIfAbsent(line.lineNumber(), number -> new ArrayList<>()).add(line));
        return byNumber.entrySet().stream().map(entry -> new Line(entry.getKey(), SourcingWords.name(entry.getValue().getFirst().item()),
                entry.getValue().getFirst().unit(), entry.getValue().getFirst().quantity(), null, entry.getValue())).toList();
    }

    static Map<String, String> initial(List<Line> lines, String currency, QuoteView.@Nullable Version last, Formats formats) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("currency", last == null ? currency : last.currency());
        values.put("validTo", last == null || last.validTo() == null ? formats.today().plusDays(30).toString() : last.validTo().toString());
        values.put("paymentTerms", last == null || last.paymentTerms() == null ? "" : last.paymentTerms());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            QuoteView.Line offer = line.offers().isEmpty() ? null : line.offers().getFirst();
            values.put("quantity-" + i, formats.plain(offer == null ? line.quantity() : offer.quantity()));
            values.put("price-" + i, offer == null || offer.price() == null ? "" : formats.plain(offer.price().amount().amount()));
            values.put("minimum-" + i, offer == null ? "" : formats.plain(offer.minimumOrder()));
            values.put("lead-" + i, offer == null || offer.leadTimeDays() == null ? "" : offer.leadTimeDays().toString());
            values.put("date-" + i, offer == null || offer.promisedDelivery() == null ? "" : offer.promisedDelivery().toString());
            values.put("lineNote-" + i, offer == null || offer.note() == null ? "" : offer.note());
            QuoteView.Line tier = line.offers().size() < 2 ? null : line.offers().get(1);
            values.put("tierFrom-" + i, tier == null ? "" : formats.plain(tier.minimumOrder()));
            values.put("tierPrice-" + i, tier == null || tier.price() == null ? "" : formats.plain(tier.price().amount().amount()));
        }
        return values;
    }

    /** @param counter only what differs from what stands is said @return empty if there are problems */
    Optional<QuoteForm> read(Map<String, String> typed, List<Line> lines, String fixedCurrency, boolean counter, Problems problems) {
        FormValues form = new FormValues(typed, problems, words);
        String currency = counter ? fixedCurrency : typed.getOrDefault("currency", "").strip().toUpperCase(Locale.ROOT);
        if (!currency.matches("[A-Z]{3}")) {
            form.wrong("currency", "partner.problem.currency");
        }
        LocalDate validTo = form.date("validTo");
        if (validTo == null && form.right()) {
            form.wrong("validTo", "problem.required");
        }
        String number = counter ? null : form.text("number", 35);
        String terms = form.text("paymentTerms", LONGEST_TEXT);
        String note = form.text("note", LONGEST_TEXT);
        List<QuoteForm.Line> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<QuoteForm.Line> said = line(form, line, i, currency);
            if (!counter || differs(line, said)) {
                read.addAll(said);
            }
        }
        return form.right() ? Optional.of(new QuoteForm(number, validTo, currency, terms, note, read)) : Optional.empty();
    }

    private static List<QuoteForm.Line> line(FormValues form, Line line, int i, String currency) {
        BigDecimal quantity = form.number("quantity-" + i);
        BigDecimal amount = form.number("price-" + i);
        BigDecimal minimum = form.number("minimum-" + i);
        BigDecimal lead = form.number("lead-" + i);
        LocalDate date = form.date("date-" + i);
        String note = form.text("lineNote-" + i, LONGEST_TEXT);
        BigDecimal tierFrom = form.number("tierFrom-" + i);
        BigDecimal tierPrice = form.number("tierPrice-" + i);
        if ((tierFrom == null) != (tierPrice == null)) {
            form.wrong("tierPrice-" + i, "quote.problem.tier");
        }
        if (lead != null && lead.compareTo(BigDecimal.valueOf(3650)) > 0) {
            form.wrong("lead-" + i, "problem.too-large");
        }
        if (!form.right()) {
            return List.of();
        }
        Integer days = lead == null ? null : lead.intValue();
        List<QuoteForm.Line> said = new ArrayList<>();
        said.add(new QuoteForm.Line(line.number(), quantity, price(amount, line, currency), minimum, days, date, note));
        if (tierFrom != null && tierPrice != null) {
            said.add(new QuoteForm.Line(line.number(), quantity, price(tierPrice, line, currency), tierFrom, days, date, note));
        }
        return said;
    }

    private static boolean differs(Line line, List<QuoteForm.Line> said) {
        if (said.size() != line.offers().size()) {
            return true;
        }
        for (int i = 0; i < said.size(); i++) {
            QuoteForm.Line now = said.get(i);
            QuoteView.Line before = line.offers().get(i);
            boolean samePrice = now.price() == null ? before.price() == null
                    : before.price() != null && now.price().perUnit().compareTo(before.price().perUnit()) == 0;
            boolean sameQuantity = now.quantity() == null || now.quantity().compareTo(before.quantity()) == 0;
            boolean sameDate = now.promisedDelivery() == null || now.promisedDelivery().equals(before.promisedDelivery());
            if (!samePrice || !sameQuantity || !sameDate) {
                return true;
            }
        }
        return false;
    }

    /** In the basis in which it was quoted before. */
    private static @Nullable Price price(@Nullable BigDecimal amount, Line line, String currency) {
        if (amount == null || !currency.matches("[A-Z]{3}")) {
            return null;
        }
        Price before = line.offers().isEmpty() ? line.target() : line.offers().getFirst().price();
        Money money = new Money(amount, currency);
        return before == null ? Price.each(money, line.unit()) : new Price(money, before.basis());
    }
}
