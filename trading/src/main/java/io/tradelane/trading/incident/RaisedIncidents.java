package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.IncidentDesk;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk where any room puts an incident, in its own transaction. */
@Component
class RaisedIncidents implements IncidentDesk {
    private final IncidentRepository repository;
    private final Journal journal;
    private final Clock clock;

    RaisedIncidents(IncidentRepository repository, Journal journal, Clock clock) {
        this.repository = repository;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID raise(
            String cause,
            @Nullable UUID organisation,
            @Nullable UUID interchange,
            @Nullable UUID message,
            Map<String, String> args,
            @Nullable String detail) {
        return raise(new NewIncident(cause, organisation, interchange, message, args, detail));
    }

    /** An organisation's actor may raise what concerns another or the operator only; the row is then written with the hub's rights. */
    @Transactional
    public UUID raise(NewIncident incident) {
        Actor actor = Tenancy.current();
        return actor.scope() == Scope.ORGANISATION
                ? Tenancy.call(actor.asHub(), () -> store(incident))
                : store(incident);
    }

    private UUID store(NewIncident incident) {
        IncidentRepository.Raised raised = repository.upsert(incident, clock.instant());
        if (raised.occurrences() == 1) {
            Set<UUID> visibleTo = incident.organisation() == null ? Set.of() : Set.of(incident.organisation());
            journal.record(new Entry("INCIDENT", raised.id(), null, "RAISED", "OPEN",
                    incident.interchange(), incident.message(), visibleTo, Map.of("cause", incident.cause())));
        }
        return raised.id();
    }

    /** Closes it if it is open, because it solved itself. Whoever brings what was waited for may not see it. */
    void settled(UUID incident) {
        Tenancy.run(Actor.hub(), () -> repository.lock(incident).filter(open -> open.status() != Incident.Status.CLOSED).ifPresent(this::settle));
    }

    private void settle(Incident open) {
        repository.change(open.id(), Incident.Status.CLOSED, "settled", clock.instant());
        journal.record(new Entry("INCIDENT", open.id(), open.status().name(), "SETTLED", "CLOSED", open.interchange(), open.message(),
                open.organisation() == null ? Set.of() : Set.of(open.organisation()), Map.of()));
    }

    @Override
    @Transactional
    public void settled(String cause, UUID interchange, @Nullable UUID message) {
        for (Incident open : repository.notClosed(cause, interchange, message)) {
            settle(open);
        }
    }

    @Override
    @Transactional
    public void settled(String cause, String subject) {
        for (Incident open : repository.notClosed(cause)) {
            if (subject.equals(open.args().get("subject"))) {
                repository.change(open.id(), Incident.Status.CLOSED, "settled", clock.instant());
                journal.record(new Entry("INCIDENT", open.id(), open.status().name(), "SETTLED", "CLOSED", open.interchange(), open.message(),
                        open.organisation() == null ? Set.of() : Set.of(open.organisation()), Map.of()));
            }
        }
    }
}
