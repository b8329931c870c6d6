package io.tradelane.routes.inbound;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.document.PunchOutCartDocument;
import io.tradelane.trading.document.PunchOutSetupDocument;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportResponseDocument;
import io.tradelane.trading.document.TransportStatusDocument;
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
    /** Kept and found by its numbers; the engine has nothing to do with it. */
    private static final String NOTED = "direct:noteDocument";
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
                case OrderChangeDocument change -> "direct:applyOrderChange";
                case ReceiptAdviceDocument advice -> "direct:applyReceiptAdvice";
                case CatalogueDocument catalogue -> "direct:applyCatalogue";
                case InventoryReportDocument report -> "direct:applyInventoryReport";
                case SalesReportDocument report -> "direct:applySalesReport";
                case DeliveryScheduleDocument schedule -> "direct:applyDeliverySchedule";
                case RequestForQuotationDocument request -> NOTED;
                case QuotationDocument quotation -> NOTED;
                case PartyInformationDocument information -> NOTED;
                case TransportInstructionDocument instruction -> NOTED;
                case TransportResponseDocument response -> NOTED;
                case TransportStatusDocument status -> "direct:applyTransportStatus";
                case PaymentInstructionDocument instruction -> "direct:applyPaymentInstruction";
                case PaymentStatusDocument status -> "direct:applyPaymentStatus";
                case BankStatementDocument statement -> "direct:applyBankStatement";
                case InvoiceResponseDocument response -> "direct:applyInvoiceResponse";
                case PunchOutSetupDocument setup -> NOTED;
                case PunchOutCartDocument cart -> NOTED;
                case null -> throw new IllegalStateException("a message without a document has no process");
            };
        }
    }
}
