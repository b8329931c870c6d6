package io.tradelane.routes.acknowledgement;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.routes.order.OrderTransmission;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.exchange.Acknowledgements;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.OrderStatus.Transmission;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings CONTRL and APERAK together with the interchange they answer. */
@Component
public class AcknowledgementProcess {
    private final Acknowledgements acknowledgements;
    private final Outbox outbox;
    private final OrderTransmission transmission;
    private final Verdicts verdicts;

    AcknowledgementProcess(Acknowledgements acknowledgements, Outbox outbox, OrderTransmission transmission, Verdicts verdicts) {
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
        SyntaxAcknowledgementDocument contrl = message.document(SyntaxAcknowledgementDocument.class);
        boolean accepted = contrl.action() != SyntaxAcknowledgementDocument.Action.REJECTED
                && contrl.messages().stream().allMatch(answered -> answered.action() != SyntaxAcknowledgementDocument.Action.REJECTED);
        String errors = contrl.messages().stream()
                .flatMap(answered -> answered.errors().stream())
                .map(error -> error.code() + (error.segment() == null ? "" : " " + error.segment()))
                .collect(Collectors.joining(", "));
        return matched(message, acknowledgements.match(new Acknowledgements.Answer(
                "CONTRL", sender(message), contrl.interchangeReference(), null, null, accepted, errors, message.id())),
                accepted ? Transmission.ACKED : Transmission.FAILED);
    }

    private ApplyResult application(Message message) {
        ApplicationAcknowledgementDocument aperak = message.document(ApplicationAcknowledgementDocument.class);
        String errors = aperak.errors().stream()
                .map(error -> error.code() + " " + error.text())
                .collect(Collectors.joining("; "));
        return matched(message, acknowledgements.match(new Acknowledgements.Answer(
                "APERAK", sender(message), null, aperak.messageReference(), aperak.documentNumber(), aperak.accepted(), errors,
                message.id())),
                aperak.accepted() ? Transmission.ACKED : Transmission.APP_REJECTED);
    }

    private ApplyResult matched(Message message, Optional<UUID> answered, Transmission status) {
        answered.flatMap(outbox::ofInterchange).ifPresent(item -> transmission.reached(item, status, message));
        return answered.<ApplyResult>map(ApplyResult.Applied::new)
                .orElseGet(() -> new ApplyResult.NoEffect("orphan-acknowledgement", message.id()));
    }

    private static UUID sender(Message message) {
        return Objects.requireNonNull(message.organisation(), "an acknowledgement has a sender");
    }
}
