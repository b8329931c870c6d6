package io.tradelane.routes.inbound;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.exchange.Acknowledgements;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.Verdict;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.partner.CrossReferences;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

    private final Inbox inbox;
    private final Outbox outbox;
    private final Acknowledgements acknowledgements;
    private final ControlNumbers numbers;
    private final Incidents incidents;
    private final Senders senders;
    private final CrossReferences crossReferences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Verdicts(
            Inbox inbox,
            Outbox outbox,
            Acknowledgements acknowledgements,
            ControlNumbers numbers,
            Incidents incidents,
            Senders senders,
            CrossReferences crossReferences,
            TransactionTemplate transaction,
            Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.acknowledgements = acknowledgements;
        this.numbers = numbers;
        this.incidents = incidents;
        this.senders = senders;
        this.crossReferences = crossReferences;
        this.transaction = transaction;
        this.clock = clock;
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
        CrossReferences.Translated translated = crossReferences.inbound(document, sender);
        return translated.missing().isEmpty()
                ? effect.apply(message.with(translated.document()))
                : new ApplyResult.Held(HoldReason.UNKNOWN_CODE, String.join(", ", translated.missing()));
    }

    private void decide(Message message, ApplyResult result) {
        CrashPoint.reach("applying");
        LOG.info("{} {}: {}", message.type(), number(message), result);
        switch (result) {
            case ApplyResult.Applied applied -> inbox.applied(message.id(), Verdict.of("verdict.applied"));
            case ApplyResult.NoEffect none -> inbox.noEffect(message.id(), new Verdict("verdict.no-effect", Map.of("reason", none.reason())));
            case ApplyResult.Held held -> hold(message, held);
            case ApplyResult.Rejected rejected -> reject(message, rejected.errors());
        }
    }

    private void hold(Message message, ApplyResult.Held held) {
        Map<String, String> args = Map.of("reason", held.reason().name(), "detail", held.detail(), "number", number(message));
        inbox.held(message.id(), new Verdict("verdict.held", args));
    }

    private void reject(Message message, List<ApplicationAcknowledgementDocument.ApplicationError> errors) {
        String texts = errors.stream()
                .map(error -> error.code() + " " + error.text())
                .collect(Collectors.joining("; "));
        Map<String, String> args = Map.of("number", number(message), "errors", texts);
        inbox.rejected(message.id(), new Verdict("verdict.rejected", args));
        incidents.raise(new NewIncident(
                Cause.DOCUMENT_REJECTED, message.organisation(), message.interchange(), message.id(), args, texts));
        answer(message, errors);
    }

    /** The sender learns why in an APERAK. */
    private void answer(Message message, List<ApplicationAcknowledgementDocument.ApplicationError> errors) {
        UUID sender = message.organisation();
        BusinessDocument document = message.document();
        if (sender == null || document == null || !senders.understandsAcknowledgements(message)) {
            return;
        }
        UUID from = senders.addressee(message);
        var aperak = new ApplicationAcknowledgementDocument(
                "A" + numbers.next(from, sender, ControlNumbers.Kind.DOCUMENT),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                false,
                message.reference(),
                document.number(),
                senders.parties(from, sender),
                errors);
        UUID entry = outbox.enqueue(new OutboundDocument(
                from, sender, aperak, document.number(), message.interchange(), message.id(), "aperak:" + message.id()));
        acknowledgements.answered("APERAK", sender, message.interchange(), message.id(), entry, false);
    }

    private static String number(Message message) {
        return message.documentNumber() == null ? message.reference() : message.documentNumber();
    }
}
