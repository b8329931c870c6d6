package io.tradelane.trading.approval;

import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which approvals a spending needs, and whether somebody is there to give each of them. */
@Component
class ApprovalPlan {
    private final PolicyRepository policies;
    private final Approvers approvers;
    private final Clock clock;

    ApprovalPlan(PolicyRepository policies, Approvers approvers, Clock clock) {
        this.policies = policies;
        this.approvers = approvers;
        this.clock = clock;
    }

    /** @param reason the rule's name; empty: the limit of who buys @param able whether somebody can decide it */
    record Needed(String reason, @Nullable UUID approver, @Nullable Integer escalationHours, boolean able) {}

    List<Needed> of(Spending spending, @Nullable UUID requester) {
        if (spending.approvedBefore()) {
            return List.of();
        }
        Approvers.Staff staff = approvers.staff(spending.buyer());
        Boolean[] enough = new Boolean[1];
        List<Needed> needed = new ArrayList<>();
        for (ApprovalRule rule : policies.rules(spending.buyer())) {
            if (fits(rule, spending, enough)) {
                needed.add(needed(rule.name(), rule.approver(), rule.escalationHours(), spending, requester, staff));
            }
        }
        ApprovalLimit limit = Approvers.limit(policies.limits(spending.buyer()), requester);
        if (needed.isEmpty() && limit != null && !limit.buys(spending.amount())) {
            needed.add(needed("", null, null, spending, requester, staff));
        }
        return needed;
    }

    private Needed needed(String reason, @Nullable UUID approver, @Nullable Integer hours, Spending spending, @Nullable UUID requester, Approvers.Staff staff) {
        return new Needed(reason, approver, hours, !staff.of(spending.amount(), requester, approver, LocalDate.now(clock)).isEmpty());
    }

    private boolean fits(ApprovalRule rule, Spending spending, Boolean[] enough) {
        if (rule.costCentre() != null && !rule.costCentre().equals(spending.costCentre())) {
            return false;
        }
        Money amount = rule.category() == null ? spending.amount() : spending.within(rule.category());
        boolean nothing = rule.category() != null && spending.categories().keySet().stream().noneMatch(path -> path.contains(rule.category()));
        if (nothing || rule.currency().equals(amount.currency()) && amount.amount().compareTo(rule.minAmount()) < 0) {
            return false;
        }
        return !rule.overBudget() || spending.costCentre() != null && !enough(spending, enough);
    }

    private boolean enough(Spending spending, Boolean[] known) {
        if (known[0] == null) {
            known[0] = policies.budget(spending.buyer(), String.valueOf(spending.costCentre()), spending.amount().currency(), spending.day(), spending.subject())
                    .filter(budget -> budget.suffices(spending.amount())).isPresent();
        }
        return known[0];
    }
}
