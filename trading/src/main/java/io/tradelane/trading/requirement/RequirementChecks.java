package io.tradelane.trading.requirement;

import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.UnitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a requirement as somebody wrote it; each problem names its field. */
final class RequirementChecks {
    static final int MOST_LINES = 500;
    private static final int LONGEST_NUMBER = 35;
    private static final int LONGEST_ARTICLE = 70;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NOTE = 4000;
    private static final BigDecimal LARGEST = new BigDecimal("1e12");

    private RequirementChecks() {}

    static List<Problem> of(RequirementForm form) {
        List<Problem> problems = new ArrayList<>();
        if (!CurrencyCode.isKnown(form.currency())) {
            problems.add(new Problem("currency", "currency"));
        }
        longer(form.number(), LONGEST_NUMBER, "number", problems);
        longer(form.title(), LONGEST_TEXT, "title", problems);
        longer(form.shipTo(), LONGEST_TEXT, "shipTo", problems);
        longer(form.note(), LONGEST_NOTE, "note", problems);
        if (form.lines().isEmpty() || form.lines().size() > MOST_LINES) {
            problems.add(new Problem("lines", form.lines().isEmpty() ? "required" : "too-large"));
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < form.lines().size(); i++) {
            RequirementForm.Line line = form.lines().get(i);
            line(line, "lines[" + i + "].", problems);
            if (!numbers.add(number(line, i))) {
                problems.add(new Problem("lines[" + i + "].lineNumber", "duplicate"));
            }
        }
        return problems;
    }

    static String number(RequirementForm.Line line, int index) {
        return line.lineNumber() == null ? String.valueOf(index + 1) : line.lineNumber();
    }

    private static void line(RequirementForm.Line line, String field, List<Problem> problems) {
        if (line.article() == null && line.articleId() == null && line.description() == null) {
            problems.add(new Problem(field + "description", "required"));
        }
        longer(line.lineNumber(), LONGEST_NUMBER, field + "lineNumber", problems);
        longer(line.article(), LONGEST_ARTICLE, field + "article", problems);
        longer(line.description(), LONGEST_TEXT, field + "description", problems);
        longer(line.shipTo(), LONGEST_TEXT, field + "shipTo", problems);
        number(line.quantity().value(), false, field + "quantity", problems);
        if (!UnitCode.isKnown(line.quantity().unit())) {
            problems.add(new Problem(field + "unit", "unit"));
        }
        if (line.budget() != null) {
            number(line.budget(), true, field + "budget", problems);
        }
    }

    private static void number(BigDecimal value, boolean zero, String field, List<Problem> problems) {
        if (value.signum() < 0 || value.signum() == 0 && !zero) {
            problems.add(new Problem(field, zero ? "negative" : "not-positive"));
        } else if (value.compareTo(LARGEST) >= 0 || value.stripTrailingZeros().scale() > (zero ? 4 : 6)) {
            problems.add(new Problem(field, "too-large"));
        }
    }

    private static void longer(@Nullable String text, int longest, String field, List<Problem> problems) {
        if (text != null && text.length() > longest) {
            problems.add(new Problem(field, "tooLong"));
        }
    }
}
