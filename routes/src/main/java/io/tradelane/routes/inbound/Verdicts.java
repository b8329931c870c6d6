package io.tradelane.routes.inbound;

import io.tradelane.mappings.Format;
import io.tradelane.routes.inbound.MessageAnswers.Answered;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.exchange.Again;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.Verdict;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.CrossReferences;
import io.tradelane.trading.partner.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives every message its one verdict, in the transaction of its effect. */
@Component
public class Verdicts {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
    private static final Pattern IN_STATE = Pattern.compile("^(.+) in state (.+)$");
    private static final Pattern LINE = Pattern.compile("^line (.+)$");

    private final Inbox inbox;
    private final Interchanges interchanges;
    private final MessageAnswers answers;
    private final Replies replies;
    private final Incidents incidents;
    private final Senders senders;
    private final CrossReferences crossReferences;
    private final DuplicateDocuments duplicates;
    private final TransactionTemplate transaction;

    Verdicts(
            Inbox inbox,
            Interchanges interchanges,
            MessageAnswers answers,
            Replies replies,
            Incidents incidents,
            Senders senders,
            CrossReferences crossReferences,
            DuplicateDocuments duplicates,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.interchanges = interchanges;
        this.answers = answers;
        this.replies = replies;
        this.incidents = incidents;
        this.senders = senders;
        this.crossReferences = crossReferences;
        this.duplicates = duplicates;
        this.transaction = transaction;
    }

    /** Applies the message and records the verdict, in one transaction; nothing happens if it has a verdict already. */
    public void apply(Message message, Function<Message, ApplyResult> effect) {
        try (var ignored = MDC.putCloseable("interchange", message.interchange().toString())) {
            Tenancy.run(senders.actor(message), () -> transaction.executeWithoutResult(status ->
                    inbox.claimMessage(message.id()).ifPresent(claimed -> decide(claimed, judge(claimed, effect)))));
        }
        CrashPoint.reach("applied");
    }

    /** In our codes; a message with a code that nobody knows waits until somebody says what it means. */
    private ApplyResult judge(Message message, Function<Message, ApplyResult> effect) {
        BusinessDocument document = message.document();
        UUID sender = message.organisation();
        if (document == null || sender == null) {
            return effect.apply(message);
        }
        CrossReferences.Translated translated = inbox.asOf(message.interchange())
                .map(day -> crossReferences.inbound(document, sender, day))
                .orElseGet(() -> crossReferences.inbound(document, sender));
        return translated.missing().isEmpty()
                ? effect.apply(message.with(translated.document()))
                : new ApplyResult.Held(HoldReason.UNKNOWN_CODE, String.join(", ", translated.missing()));
    }

    private void decide(Message message, ApplyResult result) {
        CrashPoint.reach("applying");
        LOG.info("{} {}: {}", message.type(), number(message), result);
        switch (duplicates.judge(message, result)) {
            case ApplyResult.Applied applied -> {
                inbox.applied(message.id(), Verdict.of("verdict.applied"));
                accept(message, true);
            }
            case ApplyResult.NoEffect none -> {
                inbox.noEffect(message.id(), new Verdict("verdict.no-effect", Map.of("reason", none.reason())));
                accept(message, true);
            }
            case ApplyResult.Held held -> {
                hold(message, held);
                accept(message, false);
            }
            case ApplyResult.Rejected rejected -> reject(message, rejected.errors());
        }
    }

    private void hold(Message message, ApplyResult.Held held) {
        Map<String, String> args = Map.of("reason", held.reason().name(), "detail", held.detail(), "detail_zh", chinese(held),
                "number", number(message));
        inbox.held(message.id(), new Verdict("verdict.held", args));
    }

    /** What the reason says already is not said again. */
    private static String chinese(ApplyResult.Held held) {
        return switch (held.reason()) {
            case CONTENT_CONFLICT, DOCUMENT_REPEATED -> "";
            case ILLEGAL_TRANSITION -> IN_STATE.matcher(held.detail()).replaceFirst("$2 → $1");
            case UNKNOWN_LINE, NOT_COMPARABLE -> LINE.matcher(held.detail()).replaceFirst("第 $1 行");
            case UNKNOWN_PARTY -> held.detail().replace("buyer ", "采购方 ").replace("supplier ", "供应商 ");
            default -> held.detail();
        };
    }

    private void reject(Message message, List<ApplicationAcknowledgementDocument.ApplicationError> errors) {
        String texts = errors.stream()
                .map(error -> error.code() + " " + error.text())
                .collect(Collectors.joining("; "));
        String chinese = errors.stream().map(error -> error.code() + " " + Refusal.chinese(error)).collect(Collectors.joining("; "));
        Map<String, String> args = Map.of("number", number(message), "errors", texts, "errors_zh", chinese);
        inbox.rejected(message.id(), new Verdict("verdict.rejected", args));
        incidents.raise(new NewIncident(
                Cause.DOCUMENT_REJECTED, message.organisation(), message.interchange(), message.id(), args, texts));
        answer(message, errors);
    }

    /** The sender learns that it is accepted, where that is agreed. @param reached whether it took its effect */
    private void accept(Message message, boolean reached) {
        UUID sender = message.organisation();
        if (sender != null && !isAcknowledgement(message) && answers.mayAccept(senders.addressee(message), sender)) {
            answered(message, sender).flatMap(answered -> answers.accepted(answered, reached)).ifPresent(reply -> replies.send(List.of(reply)));
        }
    }

    /** The sender learns why, in what its format has for it. */
    private void answer(Message message, List<ApplicationAcknowledgementDocument.ApplicationError> errors) {
        UUID sender = message.organisation();
        if (sender != null && !isAcknowledgement(message)) {
            answered(message, sender).filter(answered -> !repeated(message)).flatMap(answered -> answers.refused(answered, errors))
                    .ifPresent(reply -> replies.send(List.of(reply)));
        }
    }

    /** Read again by the hub itself: its sender was told when it came. */
    private boolean repeated(Message message) {
        return interchanges.find(message.interchange()).flatMap(Again::of).isPresent();
    }

    private static boolean isAcknowledgement(Message message) {
        return message.document() == null || message.document() instanceof ApplicationAcknowledgementDocument
                || message.document() instanceof SyntaxAcknowledgementDocument;
    }

    private Optional<Answered> answered(Message message, UUID sender) {
        return interchanges.find(message.interchange()).flatMap(interchange -> Optional.ofNullable(interchange.format()).map(name -> {
            Format format = Format.valueOf(name);
            String instance = Answered.instance(format, interchange.controlReference(), message.reference());
            return new Answered(
                    senders.addressee(message), sender, format, interchange.id(), message.id(), instance, message.documentNumber());
        }));
    }

    private static String number(Message message) {
        return message.documentNumber() == null ? message.reference() : message.documentNumber();
    }
}
