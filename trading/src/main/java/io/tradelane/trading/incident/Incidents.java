package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.Page;
import io.tradelane.trading.incident.Incident.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What needs a person, and what that person can do about it. Acting needs scope OPERATOR or HUB. */
@Service
@Transactional
public class Incidents {
    private static final String ENTITY = "INCIDENT";
    private final IncidentRepository repository;
    private final RaisedIncidents raised;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    Incidents(IncidentRepository repository, RaisedIncidents raised, Inbox inbox, Outbox outbox, Journal journal, Clock clock) {
        this.repository = repository;
        this.raised = raised;
        this.inbox = inbox;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    /** Null or blank: any. */
    public record Filter(@Nullable Status status, @Nullable String cause, @Nullable UUID organisation, @Nullable UUID assignee) {
        public static Filter open() {
            return new Filter(Status.OPEN, null, null, null);
        }

        public static Filter any() {
            return new Filter(null, null, null, null);
        }
    }

    /**
     * A new incident, or the one that is not closed for the same cause, interchange and message (and {@code subject} among
     * the args, for what has neither): that one is counted up and open again. Any actor may raise one.
     */
    public UUID raise(NewIncident incident) {
        return raised.raise(incident);
    }

    @Transactional(readOnly = true)
    public Optional<Incident> find(UUID incident) {
        return repository.find(incident);
    }

    /** Newest first. @param cursor {@link Page#next} of the page before */
    @Transactional(readOnly = true)
    public Page<Incident> list(Filter filter, @Nullable String cursor, int size) {
        UUID before = cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
        List<Incident> rows = repository.list(filter, before, size + 1);
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(List.copyOf(rows.subList(0, size)), rows.get(size - 1).id().toString());
    }

    @Transactional(readOnly = true)
    public List<Incident> ofInterchange(UUID interchange) {
        return repository.ofInterchange(interchange);
    }

    /** Those that wait for the same reason: what helps one helps them all. The incident itself is among them, {@value Replays#MOST} at most. */
    @Transactional(readOnly = true)
    public List<Incident> alike(Incident incident) {
        return repository.alike(incident, Replays.MOST);
    }

    /** How many are open, by cause. */
    @Transactional(readOnly = true)
    public Map<String, Long> openByCause() {
        return repository.openByCause();
    }

    /**
     * Tries again what the incident is about: the message, the interchange or the delivery. It is RETRIED until it is raised
     * again or closed.
     *
     * @return whether there was something to try
     */
    public boolean retry(UUID incident) {
        Incident found = notClosed(incident);
        boolean tried = again(found);
        if (tried) {
            change(found, Status.RETRIED, "RETRIED", null, Map.of());
        }
        return tried;
    }

    /** Tries again all open ones of a cause. @return how many */
    public int retryAll(String cause) {
        return (int) repository.openOf(cause).stream().filter(this::retry).count();
    }

    /**
     * Sends edited bytes through the inbox as a new interchange; the original stays as it is. The incident is closed. For
     * {@link Corrections}, which knows who has to agree.
     *
     * @return the new interchange
     * @throws IllegalStateException if the incident is about no inbound interchange
     */
    @Transactional(propagation = Propagation.REQUIRED, rollbackFor = IOException.class)
    UUID resubmit(UUID incident, InputStream bytes) throws IOException {
        Incident found = notClosed(incident);
        if (found.interchange() == null || found.cause().equals(Cause.DELIVERY_FAILED)) {
            throw new IllegalStateException("the incident is about nothing that came in");
        }
        UUID edited = inbox.resubmit(found.interchange(), bytes);
        repository.resubmitted(incident, edited);
        change(found, Status.CLOSED, "RESUBMITTED", "resubmitted", Map.of("interchange", edited.toString()));
        return edited;
    }

    /** Says who sent the interchange of an {@code UNKNOWN_SENDER}, which closes it; see {@link Inbox#assign}. */
    public void assignSender(UUID incident, UUID organisation, boolean remember) {
        Incident found = notClosed(incident);
        if (found.interchange() == null) {
            throw new IllegalStateException("the incident is about no interchange");
        }
        inbox.assign(found.interchange(), organisation, remember);
    }

    /** Gives it to a person, or to nobody. */
    public void assignTo(UUID incident, @Nullable UUID user) {
        Incident found = notClosed(incident);
        repository.assign(incident, user);
        record(found, found.status(), "ASSIGNED", user == null ? Map.of() : Map.of("user", user.toString()));
    }

    public void close(UUID incident, String reason) {
        change(notClosed(incident), Status.CLOSED, "CLOSED", reason, Map.of("reason", reason));
    }

    /** Closes those of a cause whose {@code subject} is such a one, because what was wrong with it is right again. */
    public void settle(String cause, Predicate<String> subject) {
        repository.notClosed(cause).stream()
                .filter(incident -> subject.test(incident.args().getOrDefault("subject", "")))
                .forEach(incident -> change(incident, Status.CLOSED, "SETTLED", "settled", Map.of()));
    }

    private boolean again(Incident incident) {
        String entry = incident.args().get("subject");
        boolean outgoing = incident.cause().equals(Cause.DELIVERY_FAILED) || incident.cause().equals(Cause.ACKNOWLEDGEMENT_OVERDUE);
        if (outgoing && entry != null) {
            return outbox.resend(UUID.fromString(entry));
        }
        if (incident.message() != null) {
            return inbox.retryMessage(incident.message());
        }
        return incident.interchange() != null && inbox.retry(incident.interchange());
    }

    /** Until the transaction ends. */
    Incident locked(UUID incident) {
        return repository.lock(incident).orElseThrow(() -> new NoSuchElementException("no incident " + incident));
    }

    /** Locks it. */
    private Incident notClosed(UUID incident) {
        Incident found = locked(incident);
        if (found.status() == Status.CLOSED) {
            throw new IllegalStateException("the incident is closed");
        }
        return found;
    }

    private void change(Incident incident, Status to, String event, @Nullable String resolution, Map<String, String> details) {
        repository.change(incident.id(), to, resolution, clock.instant());
        record(incident, to, event, details);
    }

    private void record(Incident incident, Status to, String event, Map<String, String> details) {
        Set<UUID> visibleTo = incident.organisation() == null ? Set.of() : Set.of(incident.organisation());
        journal.record(new Entry(ENTITY, incident.id(), incident.status().name(), event, to.name(),
                incident.interchange(), incident.message(), visibleTo, details));
    }
}
