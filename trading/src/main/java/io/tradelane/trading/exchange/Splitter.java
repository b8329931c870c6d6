package io.tradelane.trading.exchange;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.ControlSequences.Missing;
import io.tradelane.trading.exchange.SplitterRepository.Arrival;
import io.tradelane.trading.exchange.SplitterRepository.Decision;
import io.tradelane.trading.exchange.SplitterRepository.Owner;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.DuplicatePolicy;
import io.tradelane.trading.partner.ReceptionPolicies;
import io.tradelane.trading.partner.ReceptionPolicies.Agreed;
import io.tradelane.trading.partner.Sandboxes;
import io.tradelane.trading.partner.SequencePolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Second step of the inbox: who sent it, whether it came before, and its messages. */
@Component
class Splitter {
    private final SplitterRepository repository;
    private final MessageWriter writer;
    private final ReceptionPolicies receptions;
    private final ControlSequences sequences;
    private final IncidentDesk incidents;
    private final Sandboxes sandboxes;
    private final ExchangeMetrics metrics;
    private final Clock clock;

    Splitter(SplitterRepository repository, MessageWriter writer, ReceptionPolicies receptions, ControlSequences sequences,
            IncidentDesk incidents, Sandboxes sandboxes, ExchangeMetrics metrics, Clock clock) {
        this.sandboxes = sandboxes;
        this.repository = repository;
        this.writer = writer;
        this.receptions = receptions;
        this.sequences = sequences;
        this.incidents = incidents;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Transactional
    public SplitResult split(UUID interchange, InterchangeFacts facts, List<MessageRow> messages) {
        Arrival arrival = repository.lock(interchange, facts).orElse(null);
        if (arrival == null) {
            return new SplitResult.AlreadyDone(interchange);
        }
        return split(arrival, facts, messages);
    }

    /**
     * A test of a company that has a twin is its twin's, and so is all that comes through a door of the twin. A test of one that has none
     * is read, answered and without effect.
     */
    private SplitResult split(Arrival came, InterchangeFacts facts, List<MessageRow> rows) {
        UUID owner = came.organisation() == null ? came.senderOrganisation() : came.organisation();
        boolean trying = owner != null && (sandboxes.isTwin(owner) || facts.test() && sandboxes.twin(owner).isPresent());
        Arrival arrival = trying ? came.among(this::twin) : came;
        List<MessageRow> messages = trying ? rows.stream().map(row -> row.among(twin(row.counterparty()))).toList() : rows;
        UUID sender = arrival.senderAssigned() || blank(facts.senderId()) ? arrival.organisation() : arrival.senderOrganisation();
        if (sender == null) {
            return unassigned(arrival, facts);
        }
        if (arrival.organisation() != null && !arrival.organisation().equals(sender) && !arrival.released()) {
            return heldForSender(arrival, facts);
        }
        Agreed agreed = receptions.of(sender, facts.format(), types(messages)).orElse(null);
        return blank(facts.controlReference()) ? accept(arrival, sender, facts, messages, agreed)
                : checkReference(arrival, sender, facts, messages, agreed);
    }

    private static List<DocumentType> types(List<MessageRow> messages) {
        return messages.stream().map(MessageRow::document).filter(Objects::nonNull).map(BusinessDocument::type).distinct().toList();
    }

    private SplitResult checkReference(
            Arrival arrival, UUID sender, InterchangeFacts facts, List<MessageRow> messages, @Nullable Agreed agreed) {
        DuplicatePolicy policy = agreed == null ? DuplicatePolicy.USUAL : agreed.terms().duplicates();
        boolean insist = arrival.released() || arrival.resubmissionOf() != null;
        Owner owner = repository.identify(arrival, key(sender, facts), facts.rejected(), insist, policy.reuseAfterDays());
        if (owner.interchange().equals(arrival.id())) {
            return checkSequence(arrival, sender, facts, messages, agreed);
        }
        boolean repeated = Arrays.equals(owner.sha256(), arrival.sha256());
        return switch (repeated ? policy.repeated() : policy.reused()) {
            case IGNORE -> {
                decide(arrival, sender, facts, Decision.duplicate(owner.interchange()), agreed);
                metrics.interchange("duplicate");
                yield new SplitResult.Duplicate(arrival.id(), sender, owner.interchange());
            }
            case REFUSE -> {
                decide(arrival, sender, facts, Decision.refused(owner.interchange()), agreed);
                metrics.interchange("rejected");
                incidents.raise("DUPLICATE_REFUSED", sender, arrival.id(), null, args(facts, owner), null);
                yield new SplitResult.Refused(arrival.id(), sender, owner.interchange());
            }
            case HOLD -> {
                String reason = repeated ? "interchange.repeated" : "interchange.reference-reused";
                decide(arrival, sender, facts, Decision.held(reason, args(facts, owner)), agreed);
                metrics.interchange("held");
                yield new SplitResult.Held(arrival.id(), sender, incidents.raise(
                        repeated ? "INTERCHANGE_REPEATED" : "CONTROL_REFERENCE_REUSED", sender, arrival.id(), null, args(facts, owner), null));
            }
        };
    }

    private static Map<String, String> args(InterchangeFacts facts, Owner owner) {
        return Map.of("reference", Objects.requireNonNull(facts.controlReference()), "first", owner.interchange().toString());
    }

    /** Whether one before it has not come; by agreement only. */
    private SplitResult checkSequence(
            Arrival arrival, UUID sender, InterchangeFacts facts, List<MessageRow> messages, @Nullable Agreed agreed) {
        SequencePolicy policy = agreed == null ? SequencePolicy.OFF : agreed.terms().sequence();
        Missing missing = policy == SequencePolicy.OFF ? null : sequences.arrived(arrival.id(), sender, facts).orElse(null);
        if (missing == null || policy == SequencePolicy.WARN || arrival.released() || arrival.resubmissionOf() != null) {
            return accept(arrival, sender, facts, messages, agreed);
        }
        decide(arrival, sender, facts, Decision.held(ControlSequences.HELD, Map.of("missing", missing.numbers())), agreed);
        metrics.interchange("held");
        return new SplitResult.Held(arrival.id(), sender, sequences.incident(missing.watch()));
    }

    private void decide(Arrival arrival, UUID sender, InterchangeFacts facts, Decision decision, @Nullable Agreed agreed) {
        repository.decide(arrival, sender, facts, decision.by(agreed == null ? null : agreed.version()), clock.instant());
    }

    private SplitResult accept(
            Arrival arrival, UUID sender, InterchangeFacts facts, List<MessageRow> messages, @Nullable Agreed agreed) {
        Instant now = clock.instant();
        int open = facts.rejected() ? 0 : (int) messages.stream().filter(row -> row.status() == MessageStatus.RECEIVED).count();
        boolean rejected = facts.rejected()
                || !messages.isEmpty() && messages.stream().allMatch(row -> row.status() == MessageStatus.REJECTED);
        InterchangeStatus status = rejected ? InterchangeStatus.REJECTED
                : open == 0 ? InterchangeStatus.PROCESSED : InterchangeStatus.PROCESSING;
        decide(arrival, sender, facts, Decision.split(status, messages.size()), agreed);
        writer.insert(
                new MessageWriter.Context(
                        arrival.id(), Direction.INBOUND, sender, arrival.recipientOrganisation(), facts.controlReference(),
                        facts.rejected() ? MessageStatus.REJECTED : null, null, now),
                messages);
        if (arrival.incident()) {
            incidents.settled("UNKNOWN_SENDER", arrival.id(), null);
        }
        if (rejected) {
            metrics.interchange("rejected");
            return new SplitResult.Rejected(arrival.id(), sender);
        }
        if (open == 0) {
            metrics.interchange("processed");
        }
        return new SplitResult.Split(arrival.id(), sender, open);
    }

    private SplitResult unassigned(Arrival arrival, InterchangeFacts facts) {
        repository.decide(arrival, null, facts, Decision.of(InterchangeStatus.UNASSIGNED, "interchange.unknown-sender"), clock.instant());
        metrics.interchange("unassigned");
        Map<String, String> args = Map.of("sender", text(facts.senderId()), "qualifier", text(facts.senderQualifier()));
        return new SplitResult.Unassigned(arrival.id(), incidents.raise("UNKNOWN_SENDER", null, arrival.id(), null, args, null));
    }

    private SplitResult heldForSender(Arrival arrival, InterchangeFacts facts) {
        UUID door = Objects.requireNonNull(arrival.organisation());
        Map<String, String> args = Map.of("sender", text(facts.senderId()), "qualifier", text(facts.senderQualifier()));
        repository.decide(arrival, door, facts, Decision.held("interchange.sender-mismatch", args), clock.instant());
        metrics.interchange("held");
        return new SplitResult.Held(arrival.id(), door, incidents.raise("SENDER_MISMATCH", door, arrival.id(), null, args, null));
    }

    private @Nullable UUID twin(@Nullable UUID organisation) {
        return organisation == null || sandboxes.isTwin(organisation) ? organisation : sandboxes.twin(organisation).orElse(null);
    }

    /** Within the sender, so that two partners of one service provider's address do not meet. */
    static String key(UUID sender, InterchangeFacts facts) {
        return String.join("\u001f", sender.toString(), text(facts.senderId()), text(facts.senderQualifier()), text(facts.recipientId()),
                text(facts.recipientQualifier()), text(facts.controlReference()), facts.test() ? "1" : "0");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
