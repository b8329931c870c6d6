package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.AcknowledgementRepository.Sent;
import io.tradelane.trading.exchange.AcknowledgementRepository.Target;
import io.tradelane.trading.exchange.OutboxMoves.Move;
import io.tradelane.trading.exchange.PartnerAnswer.Part;
import io.tradelane.trading.exchange.PartnerAnswer.Texts;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AcknowledgementPolicy.Expected;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings answers of partners together with what they answer, and answers of ours with what came in. */
@Service
@Transactional
public class Acknowledgements {
    private final AcknowledgementRepository repository;
    private final OutboxRepository outbox;
    private final OutboxMoves moves;
    private final AcknowledgementPolicies policies;
    private final IncidentDesk incidents;
    private final ObligationDesk obligations;
    private final Clock clock;

    Acknowledgements(
            AcknowledgementRepository repository,
            OutboxRepository outbox,
            OutboxMoves moves,
            AcknowledgementPolicies policies,
            IncidentDesk incidents,
            ObligationDesk obligations,
            Clock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.moves = moves;
        this.policies = policies;
        this.incidents = incidents;
        this.obligations = obligations;
        this.clock = clock;
    }

    /** @param interchange the one answered @param meaning what the answer stands for, by agreement with the partner */
    public record Matched(UUID interchange, Meaning meaning) {}

    /**
     * Finds the outbound interchange and moves it to ACKNOWLEDGED or REJECTED_BY_PARTNER; one that has only been received counts as
     * DELIVERED. A set refused among others is an incident of its own. An answer that fits nothing raises the incident
     * {@code ORPHAN_ACKNOWLEDGEMENT}; a refusal raises {@code REFUSED_BY_PARTNER} for whose document it is. The same answer again has
     * no effect, and a refusal is not undone by a later acceptance.
     *
     * @return empty for an orphan
     */
    public Optional<Matched> match(PartnerAnswer answer) {
        Target target = repository.answeredBy(answer).orElse(null);
        if (target == null) {
            incidents.raise("ORPHAN_ACKNOWLEDGEMENT", answer.from(), repository.carrier(answer.message()), answer.message(),
                    args(answer, answer.reference(), answer.errors()), answer.errors().english());
            return Optional.empty();
        }
        OutboxItem item = outbox.ofInterchange(target.interchange()).flatMap(found -> outbox.lock(found.id())).orElse(null);
        UUID agreement = item == null ? null : item.agreement();
        AcknowledgementPolicy policy = agreement == null ? AcknowledgementPolicy.STANDARD : policies.of(agreement);
        List<Sent> sent = answer.parts().isEmpty() ? List.of() : repository.messages(target.interchange());
        Map<Part, Sent> parts = parts(answer, sent);
        Meaning meaning = meaning(answer, policy, parts, sent.size());
        if (repository.insert(answer, target, meaning != Meaning.REJECTED, answer.errors().english(), clock.instant())) {
            if (sent.size() > 1) {
                single(answer, target, policy, parts, item, meaning);
            }
            if (item != null) {
                settle(item, answer, target, policy, meaning);
            }
        }
        return Optional.of(new Matched(target.interchange(), meaning));
    }

    /** Control numbers are numbers: 0001 is 1. */
    private static Map<Part, Sent> parts(PartnerAnswer answer, List<Sent> sent) {
        Map<Part, Sent> parts = new LinkedHashMap<>();
        for (Part part : answer.parts()) {
            sent.stream().filter(one -> plain(one.reference()).equals(plain(part.reference()))).findFirst().ifPresent(one -> parts.put(part, one));
        }
        return parts;
    }

    private static String plain(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    /** Refused is what is refused as a whole, or in every message of it; what codes of the syntax mean is agreed, an application says it. */
    private static Meaning meaning(PartnerAnswer answer, AcknowledgementPolicy policy, Map<Part, Sent> parts, int messages) {
        if (answer.application()) {
            return AcknowledgementPolicy.STANDARD.meaning(answer.action());
        }
        Meaning whole = answer.duplicate() ? Meaning.RECEIVED : policy.meaning(answer.action());
        long refused = parts.keySet().stream().filter(part -> policy.meaning(part.action()) == Meaning.REJECTED).count();
        if (whole == Meaning.REJECTED || refused > 0 && refused == messages) {
            return Meaning.REJECTED;
        }
        boolean attention = parts.keySet().stream().anyMatch(part -> policy.meaning(part.action()) == Meaning.ATTENTION);
        return whole == Meaning.ACCEPTED && attention ? Meaning.ATTENTION : whole;
    }

    /** Each message of several has its own result; what is refused of an interchange that is accepted needs a person. */
    private void single(
            PartnerAnswer answer, Target target, AcknowledgementPolicy policy, Map<Part, Sent> parts, @Nullable OutboxItem item, Meaning whole) {
        parts.forEach((part, sent) -> {
            boolean refused = whole == Meaning.REJECTED || policy.meaning(part.action()) == Meaning.REJECTED;
            repository.insert(answer, new Target(target.interchange(), sent.message()), !refused, part.errors().english(), clock.instant());
            if (refused && whole != Meaning.REJECTED) {
                incidents.raise("REFUSED_BY_PARTNER", item == null ? answer.from() : item.from(), target.interchange(), sent.message(),
                        args(answer, part.reference(), part.errors()), part.errors().english());
            }
        });
    }

    private void settle(OutboxItem item, PartnerAnswer answer, Target target, AcknowledgementPolicy policy, Meaning meaning) {
        OutboxStatus to = switch (meaning) {
            case ACCEPTED, ATTENTION -> OutboxStatus.ACKNOWLEDGED;
            case RECEIVED -> OutboxStatus.DELIVERED;
            case REJECTED -> OutboxStatus.REJECTED_BY_PARTNER;
        };
        boolean owed = meaning == Meaning.RECEIVED || meaning != Meaning.REJECTED && policy.expected() == Expected.APPLICATION && !answer.application();
        if (!owed) {
            obligations.acknowledged(item.id());
        }
        boolean further = meaning == Meaning.RECEIVED ? item.status() == OutboxStatus.SENT
                : item.status() != to && item.status() != OutboxStatus.REJECTED_BY_PARTNER;
        if (further) {
            String event = answer.kind() + (meaning == Meaning.REJECTED ? "_REFUSED" : meaning == Meaning.RECEIVED ? "_RECEIVED" : "_ACCEPTED");
            moves.move(item, new Move(to, event, 0, null, answer.errors().english().isEmpty() ? null : answer.errors().english(), null, null));
        }
        if (further && meaning == Meaning.REJECTED || meaning == Meaning.ATTENTION) {
            String cause = meaning == Meaning.REJECTED ? "REFUSED_BY_PARTNER" : "ACCEPTED_WITH_ERRORS";
            incidents.raise(cause, item.from(), target.interchange(), target.message(), args(answer, answer.reference(), answer.errors()),
                    answer.errors().english());
        }
    }

    /**
     * Records that an outbox entry of ours answers an inbound interchange; call it beside {@link Outbox#enqueue}.
     *
     * @param partner who sent what is answered
     * @param inboundMessage null: the interchange as a whole
     * @param detail what was wrong with it, in English
     */
    public record Given(
            String kind, UUID partner, UUID inbound, @Nullable UUID inboundMessage, UUID outboxEntry, boolean accepted, @Nullable String detail) {}

    /** Records answers of ours. */
    public void answered(List<Given> answers) {
        repository.insert(answers, clock.instant());
    }

    private static Map<String, String> args(PartnerAnswer answer, String reference, Texts errors) {
        Map<String, String> args = new HashMap<>();
        args.put("kind", answer.kind());
        args.put("reference", reference);
        args.put("errors", errors.english());
        args.put("errors_zh", errors.chinese());
        if (answer.documentNumber() != null) {
            args.put("number", answer.documentNumber());
        }
        return args;
    }
}
