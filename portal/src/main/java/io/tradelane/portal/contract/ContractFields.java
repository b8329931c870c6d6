package io.tradelane.portal.contract;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.contract.Clause;
import io.tradelane.trading.contract.ClauseKind;
import io.tradelane.trading.contract.ContractForm;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of the form in which a contract is written: {@code price-0} is the price of the first line, {@code textZh-0} the first clause's text. */
final class ContractFields {
    static final String PARAM = "variable-";
    private static final int MOST = 100;
    private static final int LONGEST_TEXT = 8_000;
    private final Words words;

    ContractFields(Words words) {
        this.words = words;
    }

    static Map<String, String> initial(ContractForm form, Formats formats) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("title", form.title());
        typed.put("currency", form.currency());
        put(typed, "startsOn", form.startsOn());
        put(typed, "endsOn", form.endsOn());
        put(typed, "signBy", form.signBy());
        put(typed, "paymentTerms", form.paymentTerms());
        put(typed, "deliveryTerms", form.deliveryTerms());
        form.params().forEach((name, value) -> typed.put(PARAM + name, value));
        for (int i = 0; i < form.lines().size(); i++) {
            ContractForm.Line line = form.lines().get(i);
            typed.put("number-" + i, line.lineNumber());
            put(typed, "gtin-" + i, line.item().gtin());
            put(typed, "buyerArticle-" + i, line.item().buyerArticle());
            put(typed, "article-" + i, line.item().supplierArticle());
            put(typed, "description-" + i, line.item().description());
            typed.put("quantity-" + i, formats.plain(line.quantity()));
            typed.put("unit-" + i, line.unit());
            typed.put("price-" + i, formats.plain(line.price().amount().amount()));
            typed.put("basis-" + i, formats.plain(line.price().basis().value()));
            put(typed, "delivery-" + i, line.delivery());
        }
        clauses(form.clauses(), typed);
        return typed;
    }

    static void clauses(List<Clause> clauses, Map<String, String> typed) {
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            typed.put("kind-" + i, clause.kind().name());
            typed.put("titleZh-" + i, clause.titleZh());
            typed.put("titleEn-" + i, clause.titleEn());
            typed.put("textZh-" + i, clause.textZh());
            typed.put("textEn-" + i, clause.textEn());
        }
    }

    private static void put(Map<String, String> typed, String field, @Nullable Object value) {
        typed.put(field, value == null ? "" : value.toString());
    }

    /** How many rows of lines, or of clauses, have something in them. */
    static int rows(Map<String, String> typed, String field) {
        int rows = 0;
        for (int i = 0; i < MOST; i++) {
            if (!typed.getOrDefault(field + "-" + i, "").isBlank()) {
                rows = i + 1;
            }
        }
        return rows;
    }

    Optional<ContractForm> read(Map<String, String> typed, Problems problems) {
        FormValues form = new FormValues(typed, problems, words);
        String title = form.text("title", 200);
        String currency = form.text("currency", 3);
        if (title == null) {
            form.wrong("title", "problem.required");
        }
        if (currency == null || !CurrencyCode.isKnown(currency)) {
            form.wrong("currency", "problem.unknown-currency");
        }
        LocalDate startsOn = form.date("startsOn");
        LocalDate endsOn = form.date("endsOn");
        LocalDate signBy = form.date("signBy");
        String payment = form.text("paymentTerms", 500);
        String delivery = form.text("deliveryTerms", 500);
        String note = form.text("note", 1000);
        Map<String, String> params = params(typed, form);
        List<ContractForm.Line> lines = form.right() ? lines(typed, form, String.valueOf(currency)) : List.of();
        List<Clause> clauses = clauses(typed, form);
        return form.right() ? Optional.of(new ContractForm(String.valueOf(title), String.valueOf(currency), startsOn, endsOn, signBy, payment, delivery, params, note,
                lines, clauses)) : Optional.empty();
    }

    static Map<String, String> params(Map<String, String> typed, FormValues form) {
        Map<String, String> params = new TreeMap<>();
        typed.forEach((field, value) -> {
            if (field.startsWith(PARAM) && field.substring(PARAM.length()).matches("[A-Za-z][A-Za-z0-9]{0,40}")) {
                String read = form.text(field, 200);
                if (read != null) {
                    params.put(field.substring(PARAM.length()), read);
                }
            }
        });
        return params;
    }

    private static List<ContractForm.Line> lines(Map<String, String> typed, FormValues form, String currency) {
        List<ContractForm.Line> lines = new ArrayList<>();
        int rows = Math.max(rows(typed, "article"), rows(typed, "description"));
        for (int i = 0; i < rows; i++) {
            String article = form.text("article-" + i, 35);
            String description = form.text("description-" + i, 200);
            if (article == null && description == null) {
                continue;
            }
            String number = form.text("number-" + i, 6);
            BigDecimal quantity = form.number("quantity-" + i);
            String unit = form.text("unit-" + i, 3);
            BigDecimal price = form.number("price-" + i);
            BigDecimal basis = form.number("basis-" + i);
            LocalDate delivery = form.date("delivery-" + i);
            String gtin = form.text("gtin-" + i, 14);
            String buyerArticle = form.text("buyerArticle-" + i, 35);
            if (price == null) {
                form.wrong("price-" + i, "problem.required");
            }
            if (basis != null && basis.signum() == 0) {
                form.wrong("basis-" + i, "problem.not-positive");
            }
            if (form.right()) {
                String known = unit == null ? "PCE" : unit;
                lines.add(new ContractForm.Line(number == null ? String.valueOf(lines.size() + 1) : number, new Item(gtin, buyerArticle, article, description), known,
                        quantity, new Price(new Money(price, currency), new Quantity(basis == null ? BigDecimal.ONE : basis, known)), delivery));
            }
        }
        return lines;
    }

    static List<Clause> clauses(Map<String, String> typed, FormValues form) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String titleZh = form.text("titleZh-" + i, 200);
            String titleEn = form.text("titleEn-" + i, 200);
            String textZh = form.text("textZh-" + i, LONGEST_TEXT);
            String textEn = form.text("textEn-" + i, LONGEST_TEXT);
            if (titleZh != null || titleEn != null || textZh != null || textEn != null) {
                ClauseKind kind = Constants.of(ClauseKind.class, typed.getOrDefault("kind-" + i, "")).orElse(ClauseKind.OTHER);
                clauses.add(new Clause(kind, blank(titleEn), blank(titleZh), blank(textEn), blank(textZh)));
            }
        }
        return clauses;
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
