package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.Journal.Line;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.ReceptionPolicies;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The usual interchange, one message and nothing to ask about it, from RECEIVED to its verdict in one transaction, many of them at
 * once. Each step returns those that may take the next; the others are as they were and are for {@link Inbox#split}. If a step
 * fails, so does the transaction: try fewer, and at last go the other way.
 *
 * <p>In the caller's transaction, under an actor of scope HUB.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class StraightThrough {
    private final StraightRepository repository;
    private final MessageWriter writer;
    private final JournalRepository journal;
    private final ReceptionPolicies receptions;
    private final ExchangeMetrics metrics;
    private final Clock clock;

    StraightThrough(StraightRepository repository, MessageWriter writer, JournalRepository journal, ReceptionPolicies receptions,
            ExchangeMetrics metrics, Clock clock) {
        this.repository = repository;
        this.receptions = receptions;
        this.writer = writer;
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Locked, and its bytes. */
    public record Claimed(Interchange interchange, byte[] bytes) {}

    /** @param deal the number under which messages of one deal keep their order, one of the message's business keys */
    public record Single(Interchange interchange, InterchangeFacts facts, MessageRow row, String deal) {
        UUID sender() {
            return Objects.requireNonNull(interchange.organisation());
        }

        /** Null: it has no reference, and nothing tells whether it came before. */
        @Nullable String key() {
            return filled(facts.controlReference()) ? Splitter.key(sender(), facts) : null;
        }
    }

    /** @param message as it will be stored */
    public record Accepted(Single single, @Nullable UUID recipient, Message message) {}

    /** @param actor on whose behalf it took effect */
    public record Done(Accepted accepted, Actor actor) {}

    /** Those that are RECEIVED, small, and about which no person has said anything; in the order in which they came. */
    public List<Claimed> claim(List<UUID> interchanges) {
        return repository.claim(interchanges);
    }

    /**
     * Those whose envelope names whom the door authenticated, or nobody; with whom nothing is agreed about what they send; under a new
     * control reference; and of whose deal no other message waits. Of several under one reference or about one deal only the first.
     */
    public List<Accepted> accept(List<Single> singles) {
        Set<String> keys = new HashSet<>();
        Set<String> deals = new HashSet<>();
        List<Single> first = singles.stream()
                .filter(single -> single.interchange().organisation() != null && !single.facts().rejected()
                        && single.row().status() == MessageStatus.RECEIVED && !receptions.any(single.sender()))
                .filter(single -> (single.key() == null || keys.add(single.key())) & deals.add(single.sender() + single.deal()))
                .toList();
        Instant now = clock.instant();
        List<Accepted> accepted = new ArrayList<>(first.size());
        repository.acceptable(first).forEach((index, recipient) -> {
            Single single = first.get(index);
            accepted.add(new Accepted(single, recipient, message(single, recipient, now)));
        });
        return accepted;
    }

    /** Stores that all took effect. */
    public void applied(List<Done> all, Verdict verdict) {
        Instant now = clock.instant();
        List<Accepted> accepted = all.stream().map(Done::accepted).toList();
        repository.identify(accepted);
        repository.processed(accepted, now);
        writer.insert(all.stream().map(done -> stored(done.accepted(), verdict, now)).toList());
        Actor reader = Tenancy.current();
        journal.insert(all.stream().flatMap(done -> lines(done, reader, verdict)).toList(), now);
        for (Accepted one : accepted) {
            metrics.message(one.message().type(), MessageStatus.APPLIED);
            metrics.interchange("processed");
        }
    }

    private static Stream<Line> lines(Done done, Actor reader, Verdict verdict) {
        Message message = done.accepted().message();
        UUID interchange = message.interchange();
        Set<UUID> read = parties(message.organisation(), done.accepted().recipient());
        Set<UUID> decided = parties(message.organisation(), message.counterparty());
        Map<String, String> details = new HashMap<>(verdict.args());
        details.put("verdict", verdict.key());
        return Stream.of(
                new Line(reader, new Entry("INTERCHANGE", interchange, "RECEIVED", "SPLIT", "PROCESSING", interchange, null, read, Map.of())),
                new Line(done.actor(), new Entry(
                        "INTERCHANGE", interchange, "PROCESSING", "APPLIED", "PROCESSED", interchange, message.id(), decided, details)));
    }

    private static MessageWriter.Stored stored(Accepted one, Verdict verdict, Instant now) {
        return new MessageWriter.Stored(
                new MessageWriter.Context(
                        one.message().interchange(), Direction.INBOUND, one.single().sender(), one.recipient(),
                        one.single().facts().controlReference(), MessageStatus.APPLIED, verdict, now),
                one.single().row(), 1);
    }

    private static Message message(Single single, @Nullable UUID recipient, Instant now) {
        MessageRow row = single.row();
        var document = Objects.requireNonNull(row.document());
        return new Message(
                row.id(), single.interchange().id(), Direction.INBOUND, single.sender(),
                row.counterparty() == null ? recipient : row.counterparty(), row.index(), 1, row.reference(), row.type(), row.version(),
                row.association(), document.type(), document.number(), document, row.businessKeys(), row.status(), null, row.findings(),
                row.byteStart(), row.byteEnd(), now, null);
    }

    private static Set<UUID> parties(@Nullable UUID one, @Nullable UUID other) {
        Set<UUID> parties = new HashSet<>();
        Stream.of(one, other).filter(Objects::nonNull).forEach(parties::add);
        return parties;
    }

    static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
