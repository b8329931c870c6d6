package io.tradelane.trading.contract;

import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.UnitCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with the text of a contract. */
final class ContractChecks {
    private static final int MOST_LINES = 500;
    private static final int MOST_CLAUSES = 60;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 8_000;

    private ContractChecks() {}

    /** What cannot even be a draft. */
    static List<Problem> draft(ContractForm form, ContractType type) {
        List<Problem> problems = new ArrayList<>();
        need(form.title().isBlank(), "title", "required", problems);
        need(form.title().length() > LONGEST_TITLE, "title", "tooLong", problems);
        need(!CurrencyCode.isKnown(form.currency()), "currency", "unknown-currency", problems);
        need(form.startsOn() == null, "startsOn", "required", problems);
        need(form.startsOn() != null && form.endsOn() != null && form.endsOn().isBefore(form.startsOn()), "endsOn", "before-start", problems);
        need(form.lines().size() > MOST_LINES, "lines", "too-many", problems);
        need(form.clauses().size() > MOST_CLAUSES, "clauses", "too-many", problems);
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < form.lines().size(); i++) {
            line(form.lines().get(i), "lines[" + i + "].", type, form.currency(), numbers, problems);
        }
        for (int i = 0; i < form.clauses().size(); i++) {
            Clause clause = form.clauses().get(i);
            need(clause.titleEn().length() > LONGEST_TITLE || clause.titleZh().length() > LONGEST_TITLE || clause.textEn().length() > LONGEST_TEXT
                    || clause.textZh().length() > LONGEST_TEXT, "clauses[" + i + "].textEn", "tooLong", problems);
        }
        return problems;
    }

    private static void line(ContractForm.Line line, String field, ContractType type, String currency, Set<String> numbers, List<Problem> problems) {
        need(!numbers.add(line.lineNumber()), field + "lineNumber", "duplicate", problems);
        need(line.item().gtin() == null && line.item().buyerArticle() == null && line.item().supplierArticle() == null && line.item().description() == null,
                field + "item", "required", problems);
        need(!UnitCode.isKnown(line.unit()), field + "unit", "unknown-unit", problems);
        need(line.quantity() == null && type == ContractType.ORDER, field + "quantity", "required", problems);
        need(line.quantity() != null && line.quantity().signum() <= 0, field + "quantity", "not-positive", problems);
        need(line.price().amount().amount().signum() < 0, field + "price", "negative", problems);
        need(!line.price().amount().currency().equals(currency), field + "price", "other-currency", problems);
    }

    /** What is missing before the other side may be asked to agree: the key content, in both languages, with variables that stand for something. */
    static List<Problem> complete(ContractTwin twin, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        need(twin.lines().isEmpty(), "lines", "required", problems);
        need(twin.paymentTerms() == null || twin.paymentTerms().isBlank(), "paymentTerms", "required", problems);
        need(twin.deliveryTerms() == null || twin.deliveryTerms().isBlank(), "deliveryTerms", "required", problems);
        need(twin.signBy().isBefore(today), "signBy", "past", problems);
        need(twin.endsOn() != null && twin.endsOn().isBefore(today), "endsOn", "past", problems);
        Set<ClauseKind> missing = EnumSet.copyOf(ClauseKind.required(twin.type()));
        missing.removeAll(twin.clauses().stream().map(Clause::kind).collect(Collectors.toSet()));
        missing.forEach(kind -> problems.add(new Problem("clauses." + kind, "clause-missing")));
        Variables variables = Variables.of(twin);
        for (int i = 0; i < twin.clauses().size(); i++) {
            Clause clause = twin.clauses().get(i);
            need(clause.titleEn().isBlank() || clause.titleZh().isBlank(), "clauses[" + i + "].titleEn", "both-languages", problems);
            need(clause.textEn().isBlank() || clause.textZh().isBlank(), "clauses[" + i + "].textEn", "both-languages", problems);
            need(!variables.unknown(clause.textEn() + clause.textZh() + clause.titleEn() + clause.titleZh()).isEmpty(), "clauses[" + i + "].textEn",
                    "unknown-variable", problems);
        }
        return problems;
    }

    private static void need(boolean wrong, String field, String code, List<Problem> problems) {
        if (wrong) {
            problems.add(new Problem(field, code));
        }
    }
}
