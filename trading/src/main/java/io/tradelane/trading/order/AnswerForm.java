package io.tradelane.trading.order;

import io.tradelane.trading.order.CommandResult.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be wrong with an answer before the order is looked at. */
final class AnswerForm {

    private AnswerForm() {}

    static List<Problem> problems(SupplierAnswer answer) {
        List<Problem> problems = new ArrayList<>();
        switch (answer) {
            case SupplierAnswer.AcceptAll all -> { }
            case SupplierAnswer.RejectAll all -> {
                if (all.reason().isBlank()) {
                    problems.add(new Problem("reason", "required"));
                }
            }
            case SupplierAnswer.Change change -> {
                Set<String> numbers = new HashSet<>();
                change.lines().forEach(line -> line(line, numbers, problems));
            }
        }
        return problems;
    }

    private static void line(SupplierAnswer.LineChange line, Set<String> numbers, List<Problem> problems) {
        String field = "lines[" + line.lineNumber() + "]";
        if (!numbers.add(line.lineNumber())) {
            problems.add(new Problem(field, "duplicate"));
        }
        if (!line.rejected() && line.quantity() != null && line.quantity().signum() <= 0) {
            problems.add(new Problem(field + ".quantity", "not-positive"));
        }
        if (!line.rejected() && line.price() != null && line.price().amount().amount().signum() < 0) {
            problems.add(new Problem(field + ".price", "negative"));
        }
        if (line.rejected() && (line.reason() == null || line.reason().isBlank())) {
            problems.add(new Problem(field + ".reason", "required"));
        }
    }
}
