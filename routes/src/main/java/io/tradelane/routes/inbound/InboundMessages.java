package io.tradelane.routes.inbound;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.partner.Tenancy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a stored message for the process that knows its kind. */
@Component
public class InboundMessages {
    private final Interchanges interchanges;
    private final Progress progress;

    InboundMessages(Interchanges interchanges, Progress progress) {
        this.interchanges = interchanges;
        this.progress = progress;
    }

    /** @return {@code null} when it has its verdict already */
    public @Nullable InboundMessage open(String id) {
        InboundMessage opened = Tenancy.call(Tenancy.Actor.hub(), () -> interchanges
                .message(UUID.fromString(id))
                .filter(message -> message.status() == MessageStatus.RECEIVED && message.document() != null)
                .map(InboundMessage::new)
                .orElse(null));
        if (opened != null) {
            progress.message(opened.message().createdAt());
        }
        return opened;
    }

    /** @param message with its document */
    public record InboundMessage(Message message) {

        /** The route that applies a document of this kind. */
        public String getProcess() {
            return switch (message.document()) {
                case OrderDocument order -> "direct:applyOrder";
                case OrderResponseDocument response -> "direct:applyOrderResponse";
                case DespatchAdviceDocument advice -> "direct:applyDespatchAdvice";
                case InvoiceDocument invoice -> "direct:applyInvoice";
                case PaymentNotificationDocument notification -> "direct:applyPaymentNotification";
                case RemittanceAdviceDocument advice -> "direct:applyRemittanceAdvice";
                case SyntaxAcknowledgementDocument contrl -> "direct:applySyntaxAcknowledgement";
                case ApplicationAcknowledgementDocument aperak -> "direct:applyApplicationAcknowledgement";
                case null -> throw new IllegalStateException("a message without a document has no process");
            };
        }
    }
}
