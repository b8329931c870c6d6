package io.tradelane.routes.inbound;

import io.tradelane.mappings.AcknowledgementTexts;
import io.tradelane.mappings.Acknowledgements;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.InterchangeResult;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.partner.AcknowledgementPolicies;
import io.tradelane.trading.partner.AcknowledgementPolicy;
import io.tradelane.trading.partner.AcknowledgementPolicy.When;
import io.tradelane.trading.partner.AgreedAcknowledgement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The answer to an interchange as a reader of its syntax gives it, as far as the partner is to have one. */
@Component
class SyntaxAnswers {
    private static final String INTERCHANGE = "TA1";
    private final AcknowledgementPolicies policies;
    private final Senders senders;
    private final Clock clock;

    SyntaxAnswers(AcknowledgementPolicies policies, Senders senders, Clock clock) {
        this.policies = policies;
        this.senders = senders;
        this.clock = clock;
    }

    /** @param duplicate whether it came before: it is answered as the first time, with that remark */
    List<Reply> of(UUID sender, InterchangeAnswer.Read read, boolean duplicate) {
        InterchangeResult result = read.result();
        if (!read.report().wantsAcknowledgement(result)) {
            return List.of();
        }
        UUID from = senders.recipient(result);
        Optional<AgreedAcknowledgement> agreed = policies.between(from, sender, DocumentType.SYNTAX_ACKNOWLEDGEMENT);
        AcknowledgementPolicy policy = agreed.map(AgreedAcknowledgement::policy).orElse(AcknowledgementPolicy.STANDARD);
        String version = agreed.filter(how -> how.format().equals(result.format().name())).map(AgreedAcknowledgement::version).orElse("");
        if (result.format() == Format.IDOC && version.isEmpty()) {
            // SAP expects no answer that was not agreed upon.
            return List.of();
        }
        List<SyntaxAcknowledgementDocument> all = documents(read, duplicate || policy.interchange() == When.ALWAYS);
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            SyntaxAcknowledgementDocument document = duplicate ? Acknowledgements.duplicate(all.get(i)) : all.get(i);
            String kind = Acknowledgements.kind(result.format(), document, version);
            if (wanted(document, kind, policy, Objects.requireNonNull(result.header()).acknowledgementRequested())) {
                replies.add(reply(document, kind, from, sender, read.interchange().id(), i));
            }
        }
        return replies;
    }

    /** It came before, and is refused by agreement: the interchange as a whole, nothing is said about its messages. */
    List<Reply> refused(UUID sender, InterchangeAnswer.Read read) {
        InterchangeResult result = read.result();
        if (!read.report().wantsAcknowledgement(result) || result.format() == Format.IDOC) {
            return List.of();
        }
        UUID from = senders.recipient(result);
        AcknowledgementPolicy policy = policies.between(from, sender, DocumentType.SYNTAX_ACKNOWLEDGEMENT)
                .map(AgreedAcknowledgement::policy).orElse(AcknowledgementPolicy.STANDARD);
        return documents(read, true).stream()
                .filter(document -> document.group() == null)
                .map(Acknowledgements::duplicate)
                .map(document -> new SyntaxAcknowledgementDocument(document.number(), document.issueDate(), document.interchangeReference(),
                        document.senderIdentifier(), document.recipientIdentifier(), Action.REJECTED, document.error(), List.of(), null,
                        document.preparedAt()))
                .filter(document -> wanted(document, Acknowledgements.kind(result.format(), document, ""), policy, true))
                .map(document -> reply(document, Acknowledgements.kind(result.format(), document, ""), from, sender, read.interchange().id(), 0))
                .toList();
    }

    /** What each family of formats has for it. */
    private List<SyntaxAcknowledgementDocument> documents(InterchangeAnswer.Read read, boolean everyInterchange) {
        InterchangeResult result = read.result();
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        // Named after what it answers: a number of its own would have the sender's interchanges wait for each other's commit.
        String number = "C-" + Objects.requireNonNull(result.header()).controlReference();
        return switch (result.format()) {
            case EDIFACT -> Acknowledgements.contrl(result, read.report().results(), number, today).stream().toList();
            case X12 -> Acknowledgements.x12(result, read.report().results(), everyInterchange, number, today);
            case IDOC -> Acknowledgements.idoc(result, read.report().results(), number, today).stream().toList();
            default -> List.of();
        };
    }

    private static boolean wanted(SyntaxAcknowledgementDocument document, String kind, AcknowledgementPolicy policy, boolean requested) {
        if (kind.equals(INTERCHANGE)) {
            // Made only where it is asked for, agreed or needed.
            return policy.interchange().or(When.REQUESTED).wants(document.action() == Action.ACKNOWLEDGED, true);
        }
        return policy.answer().or(When.ALWAYS).wants(accepted(document), requested);
    }

    private static Reply reply(SyntaxAcknowledgementDocument document, String kind, UUID from, UUID to, UUID interchange, int index) {
        String key = kind.toLowerCase(Locale.ROOT) + ":" + interchange + (index == 0 ? "" : ":" + index);
        boolean accepted = accepted(document);
        String errors = accepted && document.error() == null ? "" : AcknowledgementTexts.errors(document, Locale.ENGLISH);
        return new Reply(
                kind, new OutboundDocument(from, to, document, document.interchangeReference(), interchange, null, key), null, accepted,
                errors.isEmpty() ? null : errors);
    }

    /** Whether nothing of it is refused. */
    private static boolean accepted(SyntaxAcknowledgementDocument document) {
        return document.action() != Action.REJECTED && document.messages().stream().noneMatch(message -> message.action() == Action.REJECTED);
    }
}
