package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Again;
import io.tradelane.trading.exchange.Consequences.Consequence;
import io.tradelane.trading.exchange.Consequences.Kind;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.OutboxStatus;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.incident.Replay.Status;
import io.tradelane.trading.incident.ReplayItem.Outcome;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The hub's side of {@link Replays}: takes one transmission after the other. Each is one transaction, in which it is marked as done,
 * so that a hub that dies does none twice and forgets none; a replay is in one hub's hands at a time, and a person may stop it between two.
 */
@Service
public class ReplayWork {
    private static final Set<OutboxStatus> REPEATABLE = EnumSet.of(OutboxStatus.FAILED, OutboxStatus.SENT, OutboxStatus.DELIVERED);
    private static final Set<OutboxStatus> UNSENT = EnumSet.of(OutboxStatus.QUEUED, OutboxStatus.RENDERED, OutboxStatus.PORTAL);
    private final ReplayRepository repository;
    private final CorrectionRepository corrections;
    private final IncidentRepository incidents;
    private final Interchanges interchanges;
    private final Payloads payloads;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReplayWork(
            ReplayRepository repository, CorrectionRepository corrections, IncidentRepository incidents, Interchanges interchanges, Payloads payloads, Inbox inbox,
            Outbox outbox, Journal journal, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.corrections = corrections;
        this.incidents = incidents;
        this.interchanges = interchanges;
        this.payloads = payloads;
        this.inbox = inbox;
        this.outbox = outbox;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Tries what a transmission would bring about, and undoes it. */
    public interface Trial {
        List<Consequence> read(UUID interchange, Again again);

        List<Consequence> write(OutboxItem said);
    }

    /** Tries the next transmission of a replay that is to be shown first. @return whether there may be more to do */
    public boolean preview(Trial trial) {
        Optional<Next> next = transaction.execute(status -> repository.lockWork(Status.PREVIEWING).flatMap(this::nextToPreview));
        if (next == null || next.isEmpty()) {
            return false;
        }
        Next found = next.get();
        List<Consequence> consequences = found.refusal != null
                ? List.of(new Consequence(Kind.FAILED, found.refusal.name(), 1))
                : switch (found.replay.kind()) {
                    case READ_AGAIN -> trial.read(found.item.interchange(), again(found.replay, found.item));
                    case SEND_AGAIN -> List.of(new Consequence(Kind.SENT, said(found.item).type().name(), 1));
                    case WRITE_ANEW -> trial.write(said(found.item));
                };
        transaction.executeWithoutResult(status -> repository.previewed(found.replay.id(), found.item.position(), consequences));
        return true;
    }

    /** Does the next transmission of a replay that was started. @return whether there may be more to do */
    public boolean advance() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> repository.lockWork(Status.RUNNING).map(this::advance).orElse(false)));
        } catch (TransientFailure | TransientDataAccessException later) {
            throw later;
        } catch (RuntimeException failure) {
            transaction.executeWithoutResult(status -> repository.lockWork(Status.RUNNING).ifPresent(id -> repository.nextToDo(id).ifPresent(item ->
                    repository.done(id, item.position(), Outcome.FAILED, failure.toString(), null, null, clock.instant()))));
            return true;
        }
    }

    /** How many transmissions a second, of the replay that is worked on. */
    public int pace() {
        Integer batch = transaction.execute(status -> repository.lockWork(Status.RUNNING).or(() -> repository.lockWork(Status.PREVIEWING))
                .flatMap(repository::find).map(Replay::batch).orElse(0));
        return batch == null ? 0 : batch;
    }

    private record Next(Replay replay, ReplayItem item, @Nullable ReplayRefusal refusal) {}

    private Optional<Next> nextToPreview(UUID id) {
        Replay replay = repository.find(id).orElseThrow();
        Optional<ReplayItem> item = repository.nextToPreview(id);
        if (item.isEmpty()) {
            change(replay, Status.PREVIEWED, "PREVIEWED");
        }
        return item.map(found -> new Next(replay, found, refusal(replay, found)));
    }

    private boolean advance(UUID id) {
        Replay replay = repository.find(id).orElseThrow();
        ReplayItem item = repository.nextToDo(id).orElse(null);
        if (item == null) {
            change(replay, Status.DONE, "DONE");
            return false;
        }
        ReplayRefusal refusal = refusal(replay, item);
        if (refusal != null) {
            repository.done(id, item.position(), Outcome.SKIPPED, refusal.name(), null, null, clock.instant());
            return true;
        }
        switch (replay.kind()) {
            case READ_AGAIN -> readAgain(replay, item);
            case SEND_AGAIN -> {
                OutboxItem said = said(item);
                outbox.resend(said.id());
                tell(replay, item, "RESENT", Map.of());
                repository.done(id, item.position(), Outcome.SENT, null, item.interchange(), said.id(), clock.instant());
            }
            case WRITE_ANEW -> {
                UUID anew = outbox.anew(said(item), "replay:" + id + ":" + item.position());
                tell(replay, item, "WRITTEN_ANEW", Map.of("outbox", anew.toString()));
                repository.done(id, item.position(), Outcome.WRITTEN, null, null, anew, clock.instant());
            }
        }
        return true;
    }

    private void readAgain(Replay replay, ReplayItem item) {
        UUID result = inbox.readAgain(item.interchange(), again(replay, item));
        for (Incident open : incidents.ofInterchange(item.interchange())) {
            if (open.status() != Incident.Status.CLOSED && concerns(item, open)) {
                incidents.resubmitted(open.id(), result);
                incidents.change(open.id(), Incident.Status.CLOSED, "replayed", clock.instant());
                journal.record(new Entry("INCIDENT", open.id(), open.status().name(), "REPLAYED", Incident.Status.CLOSED.name(), item.interchange(), open.message(),
                        open.organisation() == null ? Set.of() : Set.of(open.organisation()), Map.of("reason", replay.reason())));
            }
        }
        tell(replay, item, "REPLAYED", Map.of("interchange", result.toString()));
        repository.done(replay.id(), item.position(), Outcome.READ, null, result, null, clock.instant());
    }

    /** One about a single message stays open if that message is not read again. */
    private boolean concerns(ReplayItem item, Incident incident) {
        return incident.message() == null || item.messages().isEmpty()
                || interchanges.message(incident.message()).filter(message -> item.messages().contains(message.index())).isPresent();
    }

    private @Nullable ReplayRefusal refusal(Replay replay, ReplayItem item) {
        Interchange interchange = interchanges.find(item.interchange()).orElseThrow();
        if (payloads.deleted(interchange.payload())) {
            return ReplayRefusal.DELETED;
        }
        if (replay.kind() == Replay.Kind.READ_AGAIN) {
            return switch (interchange.status()) {
                case DUPLICATE -> ReplayRefusal.DUPLICATE;
                case RECEIVED, PROCESSING -> ReplayRefusal.IN_PROCESS;
                case UNASSIGNED -> ReplayRefusal.UNASSIGNED;
                default -> interchange.direction() != Direction.INBOUND ? ReplayRefusal.NOT_OURS
                        : corrected(item.interchange()) ? ReplayRefusal.CORRECTED_SINCE : null;
            };
        }
        OutboxItem said = outbox.ofInterchange(item.interchange()).orElse(null);
        if (said == null) {
            return ReplayRefusal.NOT_OURS;
        }
        return UNSENT.contains(said.status()) ? ReplayRefusal.ON_ITS_WAY
                : replay.kind() == Replay.Kind.SEND_AGAIN && !REPEATABLE.contains(said.status()) ? ReplayRefusal.PARTNER_HAS_IT : null;
    }

    private boolean corrected(UUID original) {
        return corrections.ofInterchange(original).stream()
                .anyMatch(correction -> correction.original().equals(original) && correction.status() == Correction.Status.SUBMITTED);
    }

    private OutboxItem said(ReplayItem item) {
        return outbox.ofInterchange(item.interchange()).orElseThrow();
    }

    private Again again(Replay replay, ReplayItem item) {
        Interchange interchange = interchanges.find(item.interchange()).orElseThrow();
        LocalDate received = Again.of(interchange).map(Again::receivedOn).orElse(LocalDate.ofInstant(interchange.receivedAt(), ZoneOffset.UTC));
        return new Again(replay.id(), item.messages(), received, replay.mapping() == Replay.Mapping.THAT_DAY);
    }

    private void change(Replay replay, Status to, String event) {
        repository.change(replay.id(), to, to == Status.DONE ? clock.instant() : null);
        Map<String, String> details = to == Status.DONE
                ? Map.of("done", "" + replay.progress().done(), "skipped", "" + replay.progress().skipped(), "failed", "" + replay.progress().failed()) : Map.of();
        journal.record(new Entry(Replays.ENTITY, replay.id(), replay.status().name(), event, to.name(), null, null, Set.of(), details));
    }

    private void tell(Replay replay, ReplayItem item, String event, Map<String, String> more) {
        Interchange original = interchanges.find(item.interchange()).orElseThrow();
        Map<String, String> details = new HashMap<>(more);
        details.putAll(Map.of("replay", replay.id().toString(), "reason", replay.reason(), "by", replay.author()));
        Set<UUID> visibleTo = original.organisation() == null ? Set.of() : original.counterparty() == null ? Set.of(original.organisation())
                : new java.util.HashSet<>(List.of(original.organisation(), original.counterparty()));
        journal.record(new Entry("INTERCHANGE", item.interchange(), null, event, null, item.interchange(), null, visibleTo, details));
    }
}
