package io.tradelane.routes.order;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Straight;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.PurchaseOrders;
import org.springframework.stereotype.Component;

/** Brings orders and their answers to the engine. */
@Component
public class OrderProcess implements Straight {
    private final PurchaseOrders orders;
    private final Senders senders;
    private final Verdicts verdicts;

    OrderProcess(PurchaseOrders orders, Senders senders, Verdicts verdicts) {
        this.orders = orders;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public ApplyResult apply(Message message) {
        return place(message);
    }

    public void placeOrder(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::place);
    }

    public void applyResponse(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::respond);
    }

    private ApplyResult place(Message message) {
        return senders.withParties(message, parties ->
                orders.place(message.document(OrderDocument.class), parties, Senders.context(message)));
    }

    private ApplyResult respond(Message message) {
        return senders.withParties(message, parties ->
                orders.apply(message.document(OrderResponseDocument.class), parties, Senders.context(message)));
    }
}
