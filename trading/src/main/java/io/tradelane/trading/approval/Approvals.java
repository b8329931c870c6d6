package io.tradelane.trading.approval;

import io.tradelane.trading.approval.ApprovalRequest.State;
import io.tradelane.trading.approval.ApprovalRequest.StepState;
import io.tradelane.trading.approval.Approvers.Approver;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for approvals by the rules, one step after the other, and takes the decisions. Whoever asked never decides. */
@Service
@Transactional
public class Approvals {
    /** Entity type of a request in the journal. */
    public static final String ENTITY = "APPROVAL";
    private static final int LONGEST = 500;
    private final ApprovalRepository requests;
    private final ApprovalPlan plan;
    private final Approvers approvers;
    private final ApprovalReader reader;
    private final Journal journal;
    private final Clock clock;
    private final Map<ApprovalRequest.Kind, ApprovalSubject> subjects = new EnumMap<>(ApprovalRequest.Kind.class);

    Approvals(ApprovalRepository requests, ApprovalPlan plan, Approvers approvers, ApprovalReader reader, Journal journal, Clock clock, List<ApprovalSubject> subjects) {
        this.requests = requests;
        this.plan = plan;
        this.approvers = approvers;
        this.reader = reader;
        this.journal = journal;
        this.clock = clock;
        subjects.forEach(subject -> this.subjects.put(subject.kind(), subject));
    }

    /** How a question for approval ends. */
    public sealed interface Asked {
        /** Nobody has to agree. */
        record NotNeeded() implements Asked {}

        record Waiting(UUID request) implements Asked {}

        /** Nobody is there who could: whose limit suffices, who is not the one who asks. @param reasons rules; empty: the limit of who buys */
        record NobodyCan(List<String> reasons) implements Asked {}
    }

    /** Asks whoever has to agree that the current actor commits the money. */
    public Asked ask(Spending spending) {
        Actor actor = Tenancy.current();
        List<ApprovalPlan.Needed> needed = plan.of(spending, actor.user());
        List<String> stuck = needed.stream().filter(one -> !one.able()).map(ApprovalPlan.Needed::reason).toList();
        if (needed.isEmpty()) {
            return new Asked.NotNeeded();
        }
        if (!stuck.isEmpty()) {
            return new Asked.NobodyCan(stuck);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        ApprovalRow request = new ApprovalRow(Ids.next(), spending.buyer(), spending.kind(), spending.subject(), spending.number(), spending.supplier(),
                spending.amount().amount(), spending.amount().currency(), spending.costCentre(), actor.user(), actor.name(), State.WAITING, now, null, 1);
        List<StepRow> steps = new ArrayList<>();
        for (ApprovalPlan.Needed one : needed) {
            boolean first = steps.isEmpty();
            steps.add(new StepRow(Ids.next(), request.id(), request.buyerOrgId(), steps.size() + 1, one.reason(), one.approver(), one.escalationHours(),
                    first ? StepState.OPEN : StepState.LATER, first ? now : null, first && one.escalationHours() != null ? now.plusHours(one.escalationHours()) : null,
                    null, null, null, null, null, null));
        }
        requests.insert(request, steps);
        record(request, null, "ASK", State.WAITING.name(), Map.of("number", request.number(), "amount", request.money().toString(), "steps", String.valueOf(steps.size())));
        return new Asked.Waiting(request.id());
    }

    /** @param comment needed to reject */
    public CommandResult decide(UUID id, boolean approve, @Nullable String comment, int expectedVersion) {
        Optional<ApprovalRow> found = requests.lock(id);
        if (found.isEmpty()) {
            return new CommandResult.NotFound();
        }
        ApprovalRow request = found.get();
        Actor actor = Tenancy.current();
        if (request.version() != expectedVersion) {
            return new CommandResult.StaleVersion(request.version());
        }
        if (request.state() != State.WAITING) {
            return new CommandResult.IllegalTransition(request.state().name(), approve ? "APPROVE" : "REJECT");
        }
        if (actor.user() == null || actor.user().equals(request.requestedBy())) {
            return new CommandResult.SeparationOfDuties(actor.user() == null ? "approver-person" : "create-approve");
        }
        List<StepRow> steps = requests.steps(List.of(id)).getOrDefault(id, List.of());
        StepRow step = steps.stream().filter(one -> one.state() == StepState.OPEN).findFirst().orElseThrow();
        Optional<Approver> able = approvers.of(approvers.staff(request.buyerOrgId()), request, step).stream().filter(one -> one.person().equals(actor.user())).findFirst();
        if (able.isEmpty()) {
            return new CommandResult.SeparationOfDuties("approve-up-to");
        }
        String said = comment == null || comment.isBlank() ? null : comment.strip();
        if (!approve && said == null || said != null && said.length() > LONGEST) {
            return CommandResult.invalid("comment", said == null ? "required" : "too-long");
        }
        return approve ? approved(request, step, steps, able.get(), said) : rejected(request, step, able.get(), String.valueOf(said));
    }

    private CommandResult approved(ApprovalRow request, StepRow step, List<StepRow> steps, Approver by, @Nullable String comment) {
        Optional<StepRow> next = steps.stream().filter(one -> one.state() == StepState.LATER).findFirst();
        if (next.isEmpty()) {
            CommandResult done = subject(request).approved(request.subjectId(), request.money());
            if (!(done instanceof CommandResult.Done || done instanceof CommandResult.AlreadyDone)) {
                return done;
            }
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        requests.decided(step, StepState.APPROVED, by.person(), by.name(), by.decidesFor(), comment, now);
        next.ifPresent(later -> requests.open(later, now));
        requests.settle(request.id(), next.isEmpty() ? State.APPROVED : State.WAITING, now);
        record(request, State.WAITING.name(), "APPROVE", next.isEmpty() ? State.APPROVED.name() : State.WAITING.name(), details(step, by, comment));
        return new CommandResult.Done(request.id(), request.version() + 1);
    }

    private CommandResult rejected(ApprovalRow request, StepRow step, Approver by, String comment) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        requests.decided(step, StepState.REJECTED, by.person(), by.name(), by.decidesFor(), comment, now);
        requests.settle(request.id(), State.REJECTED, now);
        record(request, State.WAITING.name(), "REJECT", State.REJECTED.name(), details(step, by, comment));
        subject(request).rejected(request.subjectId(), comment);
        return new CommandResult.Done(request.id(), request.version() + 1);
    }

    /** Whoever asked wants no answer any more. @return whether something waited */
    public boolean recall(ApprovalRequest.Kind kind, UUID subject) {
        return requests.lockWaiting(kind, subject).map(request -> {
            requests.settle(request.id(), State.RECALLED, OffsetDateTime.now(clock));
            record(request, State.WAITING.name(), "RECALL", State.RECALLED.name(), Map.of());
            return true;
        }).orElse(false);
    }

    private ApprovalSubject subject(ApprovalRow request) {
        return Optional.ofNullable(subjects.get(request.kind())).orElseThrow();
    }

    private static Map<String, String> details(StepRow step, Approver by, @Nullable String comment) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("step", String.valueOf(step.position()));
        if (by.decidesFor() != null) {
            details.put("for", by.decidesFor());
        }
        if (comment != null) {
            details.put("reason", comment);
        }
        return details;
    }

    private void record(ApprovalRow request, @Nullable String from, String event, String to, Map<String, String> details) {
        journal.record(new Entry(ENTITY, request.id(), from, event, to, null, null, Set.of(request.buyerOrgId()), details));
    }

    /** Steps that have waited too long are open to whoever may. Under scope HUB, each tick in one transaction. */
    public void escalate() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (StepRow step : requests.overdue(now)) {
            requests.escalate(step, now);
            requests.find(step.requestId()).ifPresent(request -> record(request, State.WAITING.name(), "ESCALATE", State.WAITING.name(), Map.of("step", String.valueOf(step.position()))));
        }
    }

    @Transactional(readOnly = true)
    public Optional<ApprovalRequest> find(UUID id) {
        return requests.find(id).map(request -> reader.read(List.of(request)).getFirst());
    }

    /** All that was asked about a subject, newest first. */
    @Transactional(readOnly = true)
    public List<ApprovalRequest> of(UUID subject) {
        return reader.read(requests.of(subject));
    }

    /** Newest first. @param waiting what waits, else what is decided @param before only older ones */
    @Transactional(readOnly = true)
    public List<ApprovalRequest> list(boolean waiting, @Nullable UUID before, int limit) {
        return reader.read(requests.list(waiting, before, limit));
    }

    /** How many the current actor can decide now. */
    @Transactional(readOnly = true)
    public int waiting() {
        return (int) reader.read(requests.list(true, null, 200)).stream().filter(ApprovalRequest::mine).count();
    }
}
