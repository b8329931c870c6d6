package io.tradelane.trading.incident;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.Page;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.incident.Correction.Status;
import io.tradelane.trading.incident.CorrectionOutcome.Refused;
import io.tradelane.trading.incident.CorrectionOutcome.Why;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrected copies of what came in. One goes through the inbox as a new interchange when it is proposed, or, where a
 * {@link CorrectionRule} wants it, when another person than its author has approved it. The original is never changed.
 */
@Service
@Transactional(rollbackFor = IOException.class)
public class Corrections {
    private static final String ENTITY = "CORRECTION";
    private final CorrectionRepository repository;
    private final CorrectionRules rules;
    private final Incidents incidents;
    private final Interchanges interchanges;
    private final Payloads payloads;
    private final Journal journal;
    private final Clock clock;

    Corrections(
            CorrectionRepository repository,
            CorrectionRules rules,
            Incidents incidents,
            Interchanges interchanges,
            Payloads payloads,
            Journal journal,
            Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.incidents = incidents;
        this.interchanges = interchanges;
        this.payloads = payloads;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param findings of the check, as {@link Correction#findings}
     * @param types of the documents in it, as far as they are known
     */
    public record Proposal(byte[] bytes, String reason, String findings, int errors, Set<DocumentType> types) {}

    /** @param version of the incident as it was read */
    public CorrectionOutcome propose(UUID incident, int version, Proposal proposal) throws IOException {
        Incident found = incidents.locked(incident);
        if (found.status() == Incident.Status.CLOSED) {
            return new Refused(Why.CLOSED);
        }
        if (found.version() != version) {
            return new CorrectionOutcome.Stale(found.version());
        }
        Interchange original = found.interchange() == null ? null : interchanges.find(found.interchange()).orElse(null);
        if (original == null || original.direction() != Direction.INBOUND) {
            return new Refused(Why.NOTHING_CAME_IN);
        }
        if (repository.waits(incident)) {
            return new Refused(Why.ALREADY_WAITING);
        }
        if (unchanged(original, proposal.bytes())) {
            return new Refused(Why.UNCHANGED);
        }
        Correction correction = store(found, original, proposal);
        if (correction.secondPerson()) {
            record(correction, null, "PROPOSED", Status.WAITING, Map.of("reason", proposal.reason()));
            return new CorrectionOutcome.Waiting(correction.id());
        }
        return submit(correction, null, null);
    }

    /** @param version of the correction as it was read @param note may be blank */
    public CorrectionOutcome approve(UUID correction, int version, String note) throws IOException {
        Correction found = locked(correction);
        CorrectionOutcome refused = undecided(found, version);
        if (refused != null) {
            return refused;
        }
        if (found.author().equals(identity(Tenancy.current()))) {
            return new Refused(Why.SAME_PERSON);
        }
        if (incidents.locked(found.incident()).status() == Incident.Status.CLOSED) {
            return new Refused(Why.CLOSED);
        }
        return submit(found, Status.WAITING, note.isBlank() ? null : note.strip());
    }

    public CorrectionOutcome refuse(UUID correction, int version, String reason) {
        Correction found = locked(correction);
        CorrectionOutcome refused = undecided(found, version);
        return refused != null ? refused : drop(found, Status.REFUSED, reason);
    }

    /** The author takes it back. */
    public CorrectionOutcome withdraw(UUID correction, int version) {
        Correction found = locked(correction);
        CorrectionOutcome refused = undecided(found, version);
        if (refused != null) {
            return refused;
        }
        return found.author().equals(identity(Tenancy.current()))
                ? drop(found, Status.WITHDRAWN, null)
                : new Refused(Why.NOT_THE_AUTHOR);
    }

    @Transactional(readOnly = true)
    public Optional<Correction> find(UUID correction) {
        return repository.find(correction);
    }

    @Transactional(readOnly = true)
    public List<Correction> ofIncident(UUID incident) {
        return repository.ofIncident(incident);
    }

    /** Those of which it is the original or the result. */
    @Transactional(readOnly = true)
    public List<Correction> ofInterchange(UUID interchange) {
        return repository.ofInterchange(interchange);
    }

    /** Newest first. @param status null: any @param cursor {@link Page#next} of the page before */
    @Transactional(readOnly = true)
    public Page<Correction> list(@Nullable Status status, @Nullable String cursor, int size) {
        UUID before = cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
        List<Correction> rows = repository.list(status, before, size + 1);
        return rows.size() <= size ? new Page<>(rows, null) : new Page<>(List.copyOf(rows.subList(0, size)), rows.get(size - 1).id().toString());
    }

    /** Whether the current actor wrote it. */
    public static boolean isMine(Correction correction) {
        return correction.author().equals(identity(Tenancy.current()));
    }

    /** The corrected bytes. */
    @Transactional(readOnly = true)
    public InputStream bytes(Correction correction) {
        return payloads.open(correction.payload());
    }

    private Correction store(Incident incident, Interchange original, Proposal proposal) throws IOException {
        Actor author = Tenancy.current();
        UUID payload = payloads.store(new ByteArrayInputStream(proposal.bytes()), original.mediaType(), proposal.bytes().length);
        Correction correction = new Correction(
                Ids.next(), incident.id(), original.id(), original.organisation(), payload, Status.WAITING,
                rules.secondPerson(original, proposal.types()), proposal.reason().strip(), proposal.findings(), proposal.errors(),
                identity(author), author.name(), clock.instant(), null, null, null, null, 1);
        repository.insert(correction);
        return correction;
    }

    private CorrectionOutcome submit(Correction correction, @Nullable Status from, @Nullable String note) throws IOException {
        UUID interchange;
        try (InputStream bytes = bytes(correction)) {
            interchange = incidents.resubmit(correction.incident(), bytes);
        }
        decide(correction, Status.SUBMITTED, note, interchange);
        record(correction, from, from == null ? "SUBMITTED" : "APPROVED", Status.SUBMITTED,
                Map.of("reason", correction.reason(), "interchange", interchange.toString()));
        return new CorrectionOutcome.Submitted(correction.id(), interchange);
    }

    private CorrectionOutcome drop(Correction correction, Status to, @Nullable String reason) {
        decide(correction, to, reason, null);
        record(correction, Status.WAITING, to.name(), to, reason == null ? Map.of() : Map.of("reason", reason));
        return new CorrectionOutcome.Dropped(correction.id());
    }

    private void decide(Correction correction, Status status, @Nullable String reason, @Nullable UUID result) {
        Actor decider = Tenancy.current();
        repository.decide(correction.id(), status, identity(decider), decider.name(), reason, result, clock.instant());
    }

    private @Nullable CorrectionOutcome undecided(Correction correction, int version) {
        return correction.status() != Status.WAITING ? new Refused(Why.DECIDED)
                : correction.version() != version ? new CorrectionOutcome.Stale(correction.version()) : null;
    }

    private boolean unchanged(Interchange original, byte[] bytes) throws IOException {
        if (original.size() != bytes.length) {
            return false;
        }
        try (InputStream in = interchanges.bytes(original.id())) {
            return Arrays.equals(in.readAllBytes(), bytes);
        }
    }

    private Correction locked(UUID correction) {
        return repository.lock(correction).orElseThrow(() -> new NoSuchElementException("no correction " + correction));
    }

    private static String identity(Actor actor) {
        return actor.user() == null ? "client:" + actor.name() : actor.user().toString();
    }

    private void record(Correction correction, @Nullable Status from, String event, Status to, Map<String, String> details) {
        Set<UUID> visibleTo = correction.organisation() == null ? Set.of() : Set.of(correction.organisation());
        journal.record(new Entry(ENTITY, correction.id(), from == null ? null : from.name(), event, to.name(), correction.original(), null, visibleTo, details));
    }
}
