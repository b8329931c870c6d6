package io.tradelane.trading.approval;

import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.people.People;
import io.tradelane.trading.people.Person;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a buying company settles about its approvals: rules, limits of persons, delegates, budgets. What waits already is decided as it was asked. */
@Service
@Transactional
public class ApprovalPolicies {
    /** Entity type in the journal of all that is settled here; the id is the company's. */
    public static final String ENTITY = "APPROVAL_POLICY";
    private static final BigDecimal LARGEST = new BigDecimal("1e12");
    private static final int MOST_RULES = 200;
    private final PolicyRepository policies;
    private final Categories categories;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    ApprovalPolicies(PolicyRepository policies, Categories categories, People people, Journal journal, Clock clock) {
        this.policies = policies;
        this.categories = categories;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ApprovalRule> rules(UUID buyer) {
        return policies.rules(buyer);
    }

    @Transactional(readOnly = true)
    public List<ApprovalLimit> limits(UUID buyer) {
        return policies.limits(buyer);
    }

    @Transactional(readOnly = true)
    public List<Delegation> delegations(UUID buyer) {
        return policies.delegations(buyer);
    }

    /** With what is committed of each. */
    @Transactional(readOnly = true)
    public List<Budget> budgets(UUID buyer) {
        return policies.budgets(buyer);
    }

    /** Who can approve there at all, by name. */
    @Transactional(readOnly = true)
    public List<Person> approvers(UUID buyer) {
        return people.list(buyer).stream().filter(person -> person.active() && person.roles().contains(Role.BUYER_APPROVER)).toList();
    }

    public CommandResult addRule(UUID buyer, ApprovalRule.Form form) {
        List<Problem> problems = problems(buyer, form);
        if (problems.isEmpty() && policies.rules(buyer).size() >= MOST_RULES) {
            problems.add(new Problem("name", "out-of-range"));
        }
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        UUID id = Ids.next();
        policies.insert(buyer, id, form, OffsetDateTime.now(clock));
        record(buyer, "RULE_ADDED", Map.of("rule", String.valueOf(form.name())));
        return new CommandResult.Done(id, 1);
    }

    public CommandResult changeRule(UUID buyer, UUID id, ApprovalRule.Form form, int expectedVersion) {
        ApprovalRule rule = policies.rule(buyer, id).orElse(null);
        if (rule == null) {
            return new CommandResult.NotFound();
        }
        if (rule.version() != expectedVersion) {
            return new CommandResult.StaleVersion(rule.version());
        }
        List<Problem> problems = problems(buyer, form);
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        policies.update(buyer, id, form, OffsetDateTime.now(clock));
        record(buyer, "RULE_CHANGED", Map.of("rule", String.valueOf(form.name())));
        return new CommandResult.Done(id, rule.version() + 1);
    }

    public CommandResult removeRule(UUID buyer, UUID id) {
        return removed(buyer, "approval_rule", id, "RULE_REMOVED");
    }

    /** In place of the one before of the same person, or of everybody. */
    public CommandResult setLimit(UUID buyer, @Nullable UUID user, @Nullable String currency, @Nullable BigDecimal buyUpTo, @Nullable BigDecimal approveUpTo) {
        List<Problem> problems = new ArrayList<>();
        currency(currency, problems);
        if (user != null && people.find(buyer, user).isEmpty()) {
            problems.add(new Problem("user", "unknown"));
        }
        amount("buyUpTo", buyUpTo, problems);
        amount("approveUpTo", approveUpTo, problems);
        if (user != null && user.equals(Tenancy.current().user())) {
            return new CommandResult.SeparationOfDuties("own-limit");
        }
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        UUID id = Ids.next();
        policies.set(buyer, new ApprovalLimit(id, user, String.valueOf(currency), buyUpTo, approveUpTo));
        record(buyer, "LIMIT_SET", Map.of("buyUpTo", text(buyUpTo), "approveUpTo", text(approveUpTo), "currency", String.valueOf(currency)));
        return new CommandResult.Done(id, 1);
    }

    public CommandResult removeLimit(UUID buyer, UUID id) {
        return removed(buyer, "approval_limit", id, "LIMIT_REMOVED");
    }

    /** An approver names another who decides for her; in her own name only. */
    public CommandResult delegate(UUID buyer, @Nullable UUID to, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        UUID from = Tenancy.current().user();
        Set<UUID> possible = approvers(buyer).stream().map(Person::id).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        if (to == null || to.equals(from) || !possible.contains(to)) {
            problems.add(new Problem("to", to == null ? "required" : "unknown"));
        }
        if (firstDay == null || lastDay == null) {
            problems.add(new Problem(firstDay == null ? "firstDay" : "lastDay", "required"));
        } else if (lastDay.isBefore(firstDay) || lastDay.isBefore(LocalDate.now(clock))) {
            problems.add(new Problem("lastDay", lastDay.isBefore(firstDay) ? "before-start" : "past"));
        }
        if (from == null || !possible.contains(from)) {
            return new CommandResult.SeparationOfDuties("approver-person");
        }
        if (!problems.isEmpty() || to == null || firstDay == null || lastDay == null) {
            return new CommandResult.Invalid(problems);
        }
        UUID id = Ids.next();
        policies.insert(buyer, new Delegation(id, from, to, firstDay, lastDay), OffsetDateTime.now(clock));
        record(buyer, "DELEGATED", Map.of("from", firstDay.toString(), "until", lastDay.toString()));
        return new CommandResult.Done(id, 1);
    }

    /** By whom it was made. */
    public CommandResult removeDelegation(UUID buyer, UUID id) {
        UUID person = Tenancy.current().user();
        boolean own = policies.delegations(buyer).stream().anyMatch(one -> one.id().equals(id) && one.from().equals(person));
        return own ? removed(buyer, "approval_delegation", id, "DELEGATION_REMOVED") : new CommandResult.NotFound();
    }

    public CommandResult addBudget(UUID buyer, Budget.Form form) {
        List<Problem> problems = new ArrayList<>();
        text("costCentre", form.costCentre(), problems);
        currency(form.currency(), problems);
        if (form.amount() == null) {
            problems.add(new Problem("amount", "required"));
        }
        amount("amount", form.amount(), problems);
        if (form.firstDay() == null || form.lastDay() == null) {
            problems.add(new Problem(form.firstDay() == null ? "firstDay" : "lastDay", "required"));
        } else if (form.lastDay().isBefore(form.firstDay())) {
            problems.add(new Problem("lastDay", "before-start"));
        }
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        UUID id = Ids.next();
        if (!policies.insert(buyer, id, form)) {
            return CommandResult.invalid("firstDay", "budget-overlaps");
        }
        record(buyer, "BUDGET_SET", Map.of("costCentre", String.valueOf(form.costCentre()), "amount", text(form.amount())));
        return new CommandResult.Done(id, 1);
    }

    public CommandResult changeBudget(UUID buyer, UUID id, @Nullable BigDecimal amount) {
        List<Problem> problems = new ArrayList<>();
        if (amount == null) {
            problems.add(new Problem("amount", "required"));
        }
        amount("amount", amount, problems);
        if (!problems.isEmpty() || amount == null) {
            return new CommandResult.Invalid(problems);
        }
        if (!policies.amount(buyer, id, amount)) {
            return new CommandResult.NotFound();
        }
        record(buyer, "BUDGET_SET", Map.of("amount", text(amount)));
        return new CommandResult.Done(id, 1);
    }

    public CommandResult removeBudget(UUID buyer, UUID id) {
        return removed(buyer, "budget", id, "BUDGET_REMOVED");
    }

    private CommandResult removed(UUID buyer, String table, UUID id, String event) {
        if (!policies.remove(table, buyer, id)) {
            return new CommandResult.NotFound();
        }
        record(buyer, event, Map.of());
        return new CommandResult.Done(id, 1);
    }

    private void record(UUID buyer, String event, Map<String, String> details) {
        journal.record(new Entry(ENTITY, buyer, null, event, null, null, null, Set.of(buyer), details));
    }

    private List<Problem> problems(UUID buyer, ApprovalRule.Form form) {
        List<Problem> problems = new ArrayList<>();
        text("name", form.name(), problems);
        currency(form.currency(), problems);
        amount("minAmount", form.minAmount(), problems);
        if (form.step() < 1 || form.step() > 9) {
            problems.add(new Problem("step", "out-of-range"));
        }
        if (form.category() != null && !categories.tree().containsKey(form.category())) {
            problems.add(new Problem("category", "unknown"));
        }
        if (form.costCentre() != null) {
            text("costCentre", form.costCentre(), problems);
        }
        if (form.approver() != null && approvers(buyer).stream().noneMatch(person -> person.id().equals(form.approver()))) {
            problems.add(new Problem("approver", "unknown"));
        }
        if (form.escalationHours() != null && (form.escalationHours() < 1 || form.escalationHours() > 720)) {
            problems.add(new Problem("escalationHours", "out-of-range"));
        }
        return problems;
    }

    private static void text(String field, @Nullable String value, List<Problem> problems) {
        if (value == null || value.isBlank() || value.length() > 70) {
            problems.add(new Problem(field, value == null || value.isBlank() ? "required" : "too-long"));
        }
    }

    private static void currency(@Nullable String currency, List<Problem> problems) {
        if (currency == null || !CurrencyCode.isKnown(currency)) {
            problems.add(new Problem("currency", currency == null ? "required" : "currency"));
        }
    }

    private static void amount(String field, @Nullable BigDecimal amount, List<Problem> problems) {
        if (amount != null && (amount.signum() < 0 || amount.compareTo(LARGEST) >= 0)) {
            problems.add(new Problem(field, amount.signum() < 0 ? "negative" : "too-large"));
        }
    }

    private static String text(@Nullable BigDecimal amount) {
        return amount == null ? "–" : amount.toPlainString();
    }
}
