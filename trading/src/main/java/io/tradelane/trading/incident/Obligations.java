package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.ObligationDesk;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.OutboxListener;
import io.tradelane.trading.exchange.OutboxStatus;
import io.tradelane.trading.incident.Obligation.Kind;
import io.tradelane.trading.incident.Obligation.Outcome;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is owed: opened by what was sent or happened, closed by what comes, in the transaction of either; late once, with one incident. */
@Service
@Transactional
public class Obligations implements OutboxListener, ObligationDesk {
    static final String ENTITY = "OBLIGATION";
    private static final Set<OutboxStatus> HANDED_OVER = EnumSet.of(OutboxStatus.SENT, OutboxStatus.DELIVERED);
    private static final Set<Kind> ANSWERS = EnumSet.of(Kind.SYNTAX, Kind.APPLICATION);
    private final ObligationRepository repository;
    private final IncidentRepository incidents;
    private final RaisedIncidents raised;
    private final Journal journal;
    private final Clock clock;

    Obligations(ObligationRepository repository, IncidentRepository incidents, RaisedIncidents raised, Journal journal, Clock clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.raised = raised;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void moved(OutboxItem item, OutboxStatus from, OutboxStatus to) {
        if (from == OutboxStatus.SENT) {
            boolean arrived = to == OutboxStatus.DELIVERED || to == OutboxStatus.ACKNOWLEDGED;
            close(item.id(), EnumSet.of(Kind.RECEIPT), arrived ? Outcome.ARRIVED : Outcome.WITHDRAWN);
        }
        if (HANDED_OVER.contains(to)) {
            repository.sent(item, to == OutboxStatus.SENT, !HANDED_OVER.contains(from), clock.instant());
        } else if (HANDED_OVER.contains(from) && to != OutboxStatus.ACKNOWLEDGED) {
            close(item.id(), ANSWERS, to == OutboxStatus.REJECTED_BY_PARTNER ? Outcome.ARRIVED : Outcome.WITHDRAWN);
        }
    }

    @Override
    public void acknowledged(UUID outboxEntry) {
        close(outboxEntry, ANSWERS, Outcome.ARRIVED);
    }

    /**
     * What has to come now in these deals: what is new is opened, what has another date is moved, what is not among it any more is closed.
     *
     * @param orders about which all is in {@code expected}, {@code invoices} likewise
     * @param withdrawn orders and invoices of which nothing is expected because they came to nothing
     */
    public void reconcile(Collection<UUID> orders, Collection<UUID> invoices, Collection<UUID> withdrawn, List<Expected> expected) {
        closed(repository.noLonger(orders, invoices, withdrawn, expected, clock.instant()));
        if (!expected.isEmpty()) {
            repository.expect(expected, clock.instant());
        }
    }

    /** Raises an incident for what is late and was not found late before. @return how many */
    public int markOverdue(int limit) {
        List<Obligation> late = repository.takeOverdue(clock.instant(), limit);
        for (Obligation one : late) {
            String cause = one.kind().document() ? Cause.DOCUMENT_OVERDUE : Cause.ACKNOWLEDGEMENT_OVERDUE;
            UUID incident = raised.raise(new NewIncident(cause, one.creditor(), one.interchange(), null, args(one), null));
            repository.raised(one.id(), incident);
            record(one, "OPEN", "OVERDUE", "OVERDUE", Map.of("kind", one.kind().name(), "number", one.number()));
        }
        return late.size();
    }

    private Map<String, String> args(Obligation one) {
        Map<String, String> args = new HashMap<>(Map.of("number", one.number(), "expected", one.kind().name(), "due", one.dueAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                "reference", incidents.reference(one.interchange()), "subject", one.subject().toString()));
        if (one.kind().document()) {
            args.put("debtor", incidents.organisation(one.debtor()));
            args.put("subject", one.id().toString());
        }
        return args;
    }

    private void close(UUID subject, Set<Kind> kinds, Outcome outcome) {
        closed(repository.close(subject, kinds, outcome, clock.instant()));
    }

    /** What had been late is told, and its incident needs nobody any more. */
    private void closed(List<Obligation> closed) {
        for (Obligation one : closed) {
            if (one.overdueAt() != null) {
                record(one, "OVERDUE", String.valueOf(one.outcome()), "CLOSED", Map.of("kind", one.kind().name(), "number", one.number()));
            }
            if (one.incident() != null && !repository.isOwedFor(one.incident())) {
                raised.settled(one.incident());
            }
        }
    }

    private void record(Obligation one, String from, String event, String to, Map<String, String> details) {
        journal.record(new Entry(ENTITY, one.id(), from, event, to, one.interchange(), null, Set.of(one.debtor(), one.creditor()), details));
    }
}
