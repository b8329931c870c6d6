package io.tradelane.portal.approval;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.approval.ApprovalPolicies;
import io.tradelane.trading.approval.ApprovalRule;
import io.tradelane.trading.approval.Budget;
import io.tradelane.trading.order.CommandResult;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms for rules, limits, delegates and budgets; what cannot be read is a problem like any other. */
final class PolicyForm {
    private final Map<String, String> typed;
    private final Problems problems = new Problems();
    private final FormValues form;

    PolicyForm(Map<String, String> typed, Words words) {
        this.typed = typed;
        this.form = new FormValues(typed, problems, words);
    }

    /** @param id null: a new one */
    CommandResult rule(ApprovalPolicies policies, UUID buyer, @Nullable UUID id, int version) {
        BigDecimal least = form.number("minAmount");
        BigDecimal hours = form.number("escalationHours");
        ApprovalRule.Form rule = new ApprovalRule.Form(form.text("name", 70), whole(form.number("step"), 1), least == null ? BigDecimal.ZERO : least, currency(), id("category"),
                form.text("costCentre", 70), form.ticked("overBudget"), id("approver"), hours == null ? null : whole(hours, 0));
        return !form.right() ? wrong() : id == null ? policies.addRule(buyer, rule) : policies.changeRule(buyer, id, rule, version);
    }

    CommandResult limit(ApprovalPolicies policies, UUID buyer) {
        BigDecimal buy = form.number("buyUpTo");
        BigDecimal approve = form.number("approveUpTo");
        return form.right() ? policies.setLimit(buyer, id("user"), currency(), buy, approve) : wrong();
    }

    CommandResult budget(ApprovalPolicies policies, UUID buyer) {
        Budget.Form budget = new Budget.Form(form.text("costCentre", 70), form.date("firstDay"), form.date("lastDay"), form.number("amount"), currency());
        return form.right() ? policies.addBudget(buyer, budget) : wrong();
    }

    CommandResult delegation(ApprovalPolicies policies, UUID buyer) {
        var first = form.date("firstDay");
        var last = form.date("lastDay");
        return form.right() ? policies.delegate(buyer, id("to"), first, last) : wrong();
    }

    @Nullable BigDecimal amount() {
        return form.number("amount");
    }

    private CommandResult wrong() {
        return CommandResult.invalid(problems.texts().keySet().iterator().next(), problems.texts().keySet().iterator().next().contains("Day") ? "date" : "number");
    }

    private @Nullable String currency() {
        String code = form.text("currency", 3);
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    private @Nullable UUID id(String field) {
        String value = typed.getOrDefault(field, "");
        return value.matches("[0-9a-fA-F-]{36}") ? UUID.fromString(value) : null;
    }

    private static int whole(@Nullable BigDecimal number, int otherwise) {
        return number == null ? otherwise : number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(100_000)) > 0 ? 0 : number.intValue();
    }
}
