package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.DeliveryAttempt.Outcome;
import io.tradelane.trading.exchange.OutboxMoves.Move;
import io.tradelane.trading.exchange.OutboxRepository.Asked;
import io.tradelane.trading.exchange.OutboxRepository.Claim;
import io.tradelane.trading.exchange.traffic.MaintenanceWindows.Closed;
import io.tradelane.trading.exchange.traffic.MaintenanceWindows;
import io.tradelane.trading.exchange.traffic.PartnerLimits;
import io.tradelane.trading.partner.AgreedVersion;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Batching;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine says, in the transaction that decided it. A dispatcher of scope HUB claims entries, has them rendered
 * once and sends the same bytes under the same ids until the partner has them.
 */
@Service
@Transactional
public class Outbox {
    private static final Set<OutboxStatus> UNSENT = EnumSet.of(OutboxStatus.QUEUED, OutboxStatus.RENDERED);
    private static final Set<OutboxStatus> UNDELIVERED = EnumSet.of(OutboxStatus.RENDERED, OutboxStatus.SENT);
    /** Entries of one lane that are handed out at a time. */
    private static final int SHARE = 25;
    private final OutboxRepository repository;
    private final OutboxRendering rendering;
    private final OutboxMoves moves;
    private final AgreedLanes lanes;
    private final InterchangeRepository interchanges;
    private final Agreements agreements;
    private final ControlNumbers controlNumbers;
    private final IncidentDesk incidents;
    private final Journal journal;
    private final MaintenanceWindows windows;
    private final PartnerLimits limits;
    private final Clock clock;

    Outbox(
            OutboxRepository repository,
            OutboxRendering rendering,
            OutboxMoves moves,
            AgreedLanes lanes,
            InterchangeRepository interchanges,
            Agreements agreements,
            ControlNumbers controlNumbers,
            IncidentDesk incidents,
            Journal journal,
            MaintenanceWindows windows,
            PartnerLimits limits,
            Clock clock) {
        this.repository = repository;
        this.rendering = rendering;
        this.moves = moves;
        this.lanes = lanes;
        this.interchanges = interchanges;
        this.agreements = agreements;
        this.controlNumbers = controlNumbers;
        this.incidents = incidents;
        this.journal = journal;
        this.windows = windows;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Queues the document, or marks it PORTAL where the partners have no agreement for it. In the caller's transaction;
     * the actor is the hub or one of the two partners.
     *
     * @return the entry; that of the first document if the idempotency key was used before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID enqueue(OutboundDocument document) {
        return enqueue(List.of(document)).getFirst();
    }

    /** The same for several at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> enqueue(List<OutboundDocument> documents) {
        Actor actor = Tenancy.current();
        return enqueueAs(documents.stream().map(document -> new Said(actor, document)).toList());
    }

    /** @param actor who says it */
    public record Said(Actor actor, OutboundDocument document) {}

    /** What several say; the transaction has to be one that may write for all of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> enqueueAs(List<Said> said) {
        List<Asked> asked = said.stream().map(one -> new Asked(Ids.next(), one.document(), one.actor())).toList();
        Set<UUID> queued = asked.isEmpty() ? Set.of() : repository.insert(asked, clock.instant());
        return asked.stream()
                .map(one -> queued.contains(one.id()) ? one.id() : repository.byKey(one.document().idempotencyKey()))
                .toList();
    }

    /**
     * Takes up to {@code limit} due entries (QUEUED or RENDERED), of each lane in turn, for {@code lease}. A lane is what goes from one
     * sender to one receiver over one channel. Its entries are handed out in their order, and none while an earlier one is leased or waits for another try: send them
     * one after the other and {@link #release} the rest if one fails. Nothing is handed out whose receiver or channel is under maintenance or whose breaker is open.
     */
    public List<OutboxItem> claimBatch(int limit, Duration lease) {
        return claimBatch(limit, lease, Set.of());
    }

    /** @param resting receivers to whom nothing may go at the moment */
    public List<OutboxItem> claimBatch(int limit, Duration lease, Set<UUID> resting) {
        Instant now = clock.instant();
        Set<UUID> receivers = new HashSet<>(resting);
        Set<UUID> channels = new HashSet<>();
        for (Closed closed : windows.closed(now)) {
            UUID channel = closed.window().channel();
            if (channel == null) {
                receivers.add(closed.window().organisation());
            } else {
                channels.add(channel);
            }
        }
        return repository.claim(new Claim(limit, SHARE, limits.usual().outAtOnce(), receivers, channels), now, lease);
    }

    /** What waits to be sent over one channel. @param oldest when the first of it was said */
    public record Queue(UUID channel, long entries, Instant oldest) {}

    /** By channel; those for which nothing waits have none. */
    @Transactional(readOnly = true)
    public Map<UUID, Queue> queues() {
        return repository.queues();
    }

    /** The first that wait to be sent over a channel, in their order. */
    @Transactional(readOnly = true)
    public List<OutboxItem> waiting(UUID channel, int limit) {
        return repository.waiting(channel, limit);
    }

    /** Writes one document for the partner; called once an entry, in the transaction that stores the result. */
    public interface Renderer {
        Rendered render(OutboxItem item, Agreement agreement, String controlReference);

        /** Several of one kind in one interchange, a message each, in their order. */
        default Rendered render(List<OutboxItem> items, Agreement agreement, String controlReference) {
            return render(items.getFirst(), agreement, controlReference);
        }
    }

    /**
     * Lets what waits follow the agreements whose moment has come, and puts together what is to go in one interchange: as many as are
     * agreed upon, or what there is when the first has waited long enough. Call it before {@link #claimBatch}.
     */
    public void gather() {
        Instant now = clock.instant();
        lanes.followAgreements();
        for (OutboxRepository.Gathering gathering : repository.gathering(now)) {
            Batching batching = agreements.findEvenEnded(gathering.agreement()).map(agreed -> agreed.terms().batching()).orElse(Batching.NONE);
            int left = gathering.count();
            while (left >= batching.messages() || left > 0 && gathering.due()) {
                left -= Math.max(1, repository.gather(gathering.agreement(), batching.messages(), now));
            }
        }
    }

    /**
     * Gives the entry its control reference and fixes bytes, interchange and messages in one transaction. An entry that is
     * rendered already keeps what it has. A try to send begins with it: where one began before and its end was not written down,
     * because the process died, the journal says that the same goes again.
     *
     * @throws NoSuchElementException if there is no such entry or it has no agreement
     */
    public Interchange render(UUID item, Renderer renderer) {
        OutboxItem found = locked(item);
        UUID interchange = found.interchange();
        if (interchange == null) {
            AgreedVersion agreed = Optional.ofNullable(found.agreement()).flatMap(agreements::findEvenEnded)
                    .orElseThrow(() -> new NoSuchElementException("no agreement for " + item));
            String controlReference = controlNumbers.next(found.from(), found.to(), ControlNumbers.Kind.INTERCHANGE);
            interchange = rendering.store(found, agreed, written(found, agreed.agreement(), controlReference, renderer), controlReference);
            repository.rendered(item, interchange, agreed.version());
            moves.tell(found, OutboxStatus.RENDERED);
        }
        UUID rendered = interchange;
        repository.sending(item, clock.instant()).ifPresent(since -> journal.record(new Entry("INTERCHANGE", rendered,
                "QUEUED", "SENT_AGAIN", "QUEUED", rendered, null, Set.of(found.from(), found.to()), Map.of("since", since.toString()))));
        return interchanges.find(interchange).orElseThrow();
    }

    /** One of several cannot be written: each goes alone, so that only that one fails. @return whether there were several */
    public boolean dissolve(UUID item) {
        return locked(item).interchange() == null && repository.dissolve(item) > 0;
    }

    private Rendered written(OutboxItem leader, Agreement agreement, String controlReference, Renderer renderer) {
        List<OutboxItem> others = repository.batch(leader.id());
        return others.isEmpty() ? renderer.render(leader, agreement, controlReference)
                : renderer.render(Stream.concat(Stream.of(leader), others.stream()).toList(), agreement, controlReference);
    }

    /** Handed over; the transport's receipt comes later. */
    public void markSent(UUID item, @Nullable String detail) {
        OutboxItem found = locked(item);
        if (UNSENT.contains(found.status())) {
            moves.move(found, Move.of(OutboxStatus.SENT, Outcome.SENT, 1, detail, null));
        }
    }

    /** The receipt is here. @param receipt its bytes as a payload */
    public void markDelivered(UUID item, @Nullable String detail, @Nullable UUID receipt) {
        OutboxItem found = locked(item);
        if (UNDELIVERED.contains(found.status())) {
            int tries = found.status() == OutboxStatus.SENT ? 0 : 1;
            moves.move(found, Move.of(OutboxStatus.DELIVERED, Outcome.DELIVERED, tries, detail, receipt));
        }
    }

    /**
     * A receipt that comes by itself, found by the transport message id. A negative one makes the entry FAILED and raises
     * {@code DELIVERY_FAILED}. The same receipt again has no effect.
     *
     * @return the outbound interchange, empty if there is none
     */
    public Optional<UUID> receiptArrived(String transportMessageId, boolean positive, @Nullable String detail, @Nullable UUID receipt) {
        Optional<OutboxItem> sent = repository.lockSentAs(transportMessageId);
        sent.filter(item -> UNDELIVERED.contains(item.status())).ifPresent(item -> {
            if (positive) {
                moves.move(item, Move.of(OutboxStatus.DELIVERED, Outcome.DELIVERED, 0, detail, receipt));
            } else {
                moves.move(item, Move.of(OutboxStatus.FAILED, Outcome.REFUSED, 0, detail, receipt));
                raise(item, detail);
            }
        });
        return sent.map(OutboxItem::interchange);
    }

    /** A try failed; another one at {@code nextAttempt}, or none if null: then the entry is FAILED and {@code DELIVERY_FAILED} is raised. */
    public void markFailed(UUID item, String detail, @Nullable Instant nextAttempt) {
        OutboxItem found = locked(item);
        if (!UNSENT.contains(found.status()) && found.status() != OutboxStatus.SENT) {
            return;
        }
        OutboxStatus to = nextAttempt == null ? OutboxStatus.FAILED
                : found.interchange() == null ? OutboxStatus.QUEUED : OutboxStatus.RENDERED;
        String event = nextAttempt == null ? "FAILED" : "TRY_FAILED";
        moves.move(found, new Move(to, event, 1, Outcome.FAILED, detail, null, nextAttempt));
        if (nextAttempt == null) {
            raise(found, detail);
        }
    }

    /** While they are being sent. */
    public void extend(List<UUID> items, Duration lease) {
        repository.extend(items, clock.instant().plus(lease));
    }

    /** Gives leased entries back untouched. */
    public void release(List<UUID> items) {
        repository.release(items);
    }

    /** Tries a FAILED one again; one that is SENT or DELIVERED goes once more with the same bytes and ids. @return whether it will */
    public boolean resend(UUID item) {
        OutboxItem found = locked(repository.leader(item).orElse(item));
        boolean again = EnumSet.of(OutboxStatus.FAILED, OutboxStatus.SENT, OutboxStatus.DELIVERED).contains(found.status());
        if (again) {
            OutboxStatus to = found.interchange() == null ? OutboxStatus.QUEUED : OutboxStatus.RENDERED;
            moves.move(found, new Move(to, "RESEND", 0, null, null, null, clock.instant()));
        }
        return again;
    }

    /**
     * Says the same once more as something new: it is written as agreed now, under a control reference and a transport message id of its own.
     *
     * @param key as {@link OutboundDocument#idempotencyKey}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID anew(OutboxItem said, String key) {
        return enqueue(new OutboundDocument(
                said.from(), said.to(), said.document(), said.businessKey(), said.causeInterchange(), said.causeMessage(), key));
    }

    @Transactional(readOnly = true)
    public Optional<OutboxItem> find(UUID item) {
        return repository.find(item);
    }

    @Transactional(readOnly = true)
    public Optional<OutboxItem> ofInterchange(UUID interchange) {
        return repository.ofInterchange(interchange);
    }

    /** All that went in an outbound interchange, in the order of its messages. */
    @Transactional(readOnly = true)
    public List<OutboxItem> allOfInterchange(UUID interchange) {
        return repository.ofInterchange(interchange).stream()
                .flatMap(leader -> Stream.concat(Stream.of(leader), repository.batch(leader.id()).stream())).toList();
    }

    /** What an inbound interchange led to, in order. */
    @Transactional(readOnly = true)
    public List<OutboxItem> causedBy(UUID interchange) {
        return repository.causedBy(interchange);
    }

    /** SENT since before {@code olderThan} ago without a receipt: to be chased. */
    @Transactional(readOnly = true)
    public List<OutboxItem> withoutReceipt(Duration olderThan, int limit) {
        return repository.withoutReceipt(clock.instant().minus(olderThan), limit);
    }

    private OutboxItem locked(UUID item) {
        return repository.lock(item).orElseThrow(() -> new NoSuchElementException("no outbox entry " + item));
    }

    private void raise(OutboxItem item, @Nullable String detail) {
        Map<String, String> args = Map.of("subject", item.id().toString(), "type", item.type().name(), "number", item.document().number());
        incidents.raise("DELIVERY_FAILED", item.to(), item.interchange(), null, args, Objects.requireNonNullElse(detail, ""));
    }
}
