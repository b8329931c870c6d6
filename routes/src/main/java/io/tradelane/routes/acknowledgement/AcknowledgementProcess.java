package io.tradelane.routes.acknowledgement;

import io.tradelane.mappings.AcknowledgementTexts;
import io.tradelane.mappings.Acknowledgements;
import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.routes.order.OrderTransmission;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.exchange.Acknowledgements.Matched;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.PartnerAnswer;
import io.tradelane.trading.exchange.PartnerAnswer.Part;
import io.tradelane.trading.exchange.PartnerAnswer.Texts;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.OrderStatus.Transmission;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings the acknowledgements of partners together with what they answer. */
@Component
public class AcknowledgementProcess {
    private static final String INTERCHANGE = "TA1";
    private static final Set<String> IDOC_STATES = Set.of("ALEAUD", "STATUS");
    private final io.tradelane.trading.exchange.Acknowledgements acknowledgements;
    private final Outbox outbox;
    private final OrderTransmission transmission;
    private final Verdicts verdicts;

    AcknowledgementProcess(
            io.tradelane.trading.exchange.Acknowledgements acknowledgements, Outbox outbox, OrderTransmission transmission, Verdicts verdicts) {
        this.acknowledgements = acknowledgements;
        this.outbox = outbox;
        this.transmission = transmission;
        this.verdicts = verdicts;
    }

    public void applySyntaxAcknowledgement(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::syntax);
    }

    public void applyApplicationAcknowledgement(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::application);
    }

    private ApplyResult syntax(Message message) {
        SyntaxAcknowledgementDocument said = message.document(SyntaxAcknowledgementDocument.class);
        if (IDOC_STATES.contains(message.type())) {
            return idocs(message, said);
        }
        String kind = message.type().length() == 3 ? message.type() : "CONTRL";
        List<Part> parts = said.messages().stream()
                .map(one -> new Part(one.reference(), one.action(), new Texts(
                        AcknowledgementTexts.errors(said, one, Locale.ENGLISH), AcknowledgementTexts.errors(said, one, Locale.SIMPLIFIED_CHINESE))))
                .toList();
        return matched(message, new PartnerAnswer(
                kind, false, sender(message), said.interchangeReference(), address(said.senderIdentifier()), null, null, action(said, kind),
                Acknowledgements.saysDuplicate(said), parts,
                new Texts(AcknowledgementTexts.errors(said, Locale.ENGLISH), AcknowledgementTexts.errors(said, Locale.SIMPLIFIED_CHINESE)),
                message.id()));
    }

    /** Each IDoc by its number: the application has posted it, or not. */
    private ApplyResult idocs(Message message, SyntaxAcknowledgementDocument said) {
        ApplyResult result = new ApplyResult.NoEffect("orphan-acknowledgement", message.id());
        for (SyntaxAcknowledgementDocument.Message one : said.messages()) {
            Texts texts = new Texts(
                    AcknowledgementTexts.errors(said, one, Locale.ENGLISH), AcknowledgementTexts.errors(said, one, Locale.SIMPLIFIED_CHINESE));
            ApplyResult matched = matched(message, new PartnerAnswer(
                    message.type(), true, sender(message), null, null, one.reference(), null, one.action(), false, List.of(), texts, message.id()));
            result = matched instanceof ApplyResult.Applied ? matched : result;
        }
        return result;
    }

    /** A TA1 that accepts says no more than that the interchange came; its groups have their own answer. */
    private static Action action(SyntaxAcknowledgementDocument said, String kind) {
        return kind.equals(INTERCHANGE) && said.action() != Action.REJECTED ? Action.RECEIVED : said.action();
    }

    /** Without its qualifier. */
    private static String address(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    private ApplyResult application(Message message) {
        ApplicationAcknowledgementDocument said = message.document(ApplicationAcknowledgementDocument.class);
        String errors = said.errors().stream()
                .map(error -> (error.code() + " " + error.text() + (error.lineNumber() == null ? "" : " (" + error.lineNumber() + ")")).strip())
                .collect(Collectors.joining("; "));
        return matched(message, new PartnerAnswer(
                kind(message), true, sender(message), null, null, said.messageReference(), said.documentNumber(),
                said.accepted() ? Action.ACKNOWLEDGED : Action.REJECTED, false, List.of(), new Texts(errors, errors), message.id()));
    }

    /** By its profile, of those that are all an ApplicationResponse. */
    private static String kind(Message message) {
        String profile = String.valueOf(message.association());
        return profile.contains(":mls") ? "MLS" : profile.contains(":mlr") ? "MLR" : message.type();
    }

    private ApplyResult matched(Message message, PartnerAnswer answer) {
        Optional<Matched> matched = acknowledgements.match(answer);
        matched.filter(found -> found.meaning() != Meaning.RECEIVED).ifPresent(found -> {
            Transmission refused = answer.application() ? Transmission.APP_REJECTED : Transmission.FAILED;
            outbox.allOfInterchange(found.interchange())
                    .forEach(item -> transmission.reached(item, found.meaning() == Meaning.REJECTED ? refused : Transmission.ACKED, message));
        });
        return matched.<ApplyResult>map(found -> new ApplyResult.Applied(found.interchange()))
                .orElseGet(() -> new ApplyResult.NoEffect("orphan-acknowledgement", message.id()));
    }

    private static UUID sender(Message message) {
        return Objects.requireNonNull(message.organisation(), "an acknowledgement has a sender");
    }
}
