package io.tradelane.trading.requirement;

import io.tradelane.trading.cart.Added;
import io.tradelane.trading.cart.Carts;
import io.tradelane.trading.cart.Wanted;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.relation.SupplierRelation;
import io.tradelane.trading.relation.SupplierRelations;
import io.tradelane.trading.requirement.RequirementTransition.Event;
import io.tradelane.trading.sourcing.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Puts lines of a requirement into carts, one for each supplier of the articles chosen. Prices, approvals and the order itself are the cart's. */
@Component
class OrderRequirement {
    /** As it is told; of the transitions it is {@link Event#SOURCE}. */
    private static final String TO_CART = "TO_CART";
    private final RequirementRepository requirements;
    private final RequirementReader reader;
    private final Carts carts;
    private final SupplierRelations relations;
    private final RequirementJournal journal;
    private final Clock clock;

    OrderRequirement(RequirementRepository requirements, RequirementReader reader, Carts carts, SupplierRelations relations, RequirementJournal journal, Clock clock) {
        this.requirements = requirements;
        this.reader = reader;
        this.carts = carts;
        this.relations = relations;
        this.journal = journal;
        this.clock = clock;
    }

    Requirements.Carted order(UUID id, Set<String> numbers, int expectedVersion) {
        Optional<RequirementRow> seen = requirements.find(id).filter(row -> Acting.as(row.buyerOrgId()));
        if (seen.isEmpty() || seen.get().version() != expectedVersion) {
            return refused(seen.<CommandResult>map(row -> new CommandResult.StaleVersion(row.version())).orElseGet(CommandResult.NotFound::new));
        }
        Optional<RequirementState> next = RequirementTransition.next(seen.get().state(), Event.SOURCE, Set.of());
        if (next.isEmpty()) {
            return refused(new CommandResult.IllegalTransition(seen.get().state().name(), Event.SOURCE.name()));
        }
        List<RequirementView.Line> lines = reader.view(seen.get()).lines();
        List<Problem> problems = problems(numbers, lines);
        if (!problems.isEmpty()) {
            return refused(new CommandResult.Invalid(problems));
        }
        List<RequirementView.Line> wanted = lines.stream().filter(line -> numbers.contains(line.lineNumber())).toList();
        Added added = carts.addFor(wanted.stream().map(this::wanted).toList(), wanted.stream().map(RequirementView.Line::id).toList());
        if (!(added instanceof Added.Done done)) {
            return refused(new CommandResult.Invalid(((Added.Invalid) added).problems().stream().map(problem -> named(problem, wanted)).toList()));
        }
        // A cart that is ordered is locked before the requirement that follows it, so here too. Whoever was quicker has it.
        RequirementRow row = requirements.lock(id).orElseThrow();
        if (row.version() != expectedVersion) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return refused(new CommandResult.StaleVersion(row.version()));
        }
        requirements.move(id, next.get(), null, OffsetDateTime.now(clock));
        journal.record(row, TO_CART, row.state(), next.get(), row.version() + 1,
                Map.of("carts", String.valueOf(done.carts().size()), "lines", String.valueOf(wanted.size())));
        return new Requirements.Carted(new CommandResult.Done(id, row.version() + 1), done.carts());
    }

    private Wanted wanted(RequirementView.Line line) {
        LocalDate day = line.needBy() == null || line.needBy().isBefore(LocalDate.now(clock)) ? null : line.needBy();
        return new Wanted(null, Objects.requireNonNull(line.chosen()).id(), null, line.rest().value(), day);
    }

    private List<Problem> problems(Set<String> numbers, List<RequirementView.Line> lines) {
        List<Problem> problems = new ArrayList<>();
        if (numbers.isEmpty()) {
            problems.add(new Problem("lines", "required"));
        }
        Map<UUID, SupplierRelation> decided = relations.all();
        for (String number : numbers) {
            Optional<RequirementView.Line> line = lines.stream().filter(one -> one.lineNumber().equals(number)).findFirst();
            String code = line.isEmpty() ? "unknown" : !line.get().open() ? "asked-already" : line.get().chosen() == null ? "no-article"
                    : !line.get().chosen().unit().equals(line.get().quantity().unit()) ? "unit-differs"
                    : decided.containsKey(line.get().chosen().supplier()) && decided.get(line.get().chosen().supplier()).standing() == Standing.BLOCKED ? "blocked" : null;
            if (code != null) {
                problems.add(new Problem("lines[" + number + "]", code));
            }
        }
        return problems;
    }

    /** {@code rows[0].article} is a line of the requirement. */
    private static Problem named(Problem problem, List<RequirementView.Line> wanted) {
        String row = problem.field().replaceAll("^rows\\[(\\d+)].*", "$1");
        return row.matches("\\d+") ? new Problem("lines[" + wanted.get(Integer.parseInt(row)).lineNumber() + "]", problem.code()) : new Problem("lines", problem.code());
    }

    private static Requirements.Carted refused(CommandResult result) {
        return new Requirements.Carted(result, Set.of());
    }
}
