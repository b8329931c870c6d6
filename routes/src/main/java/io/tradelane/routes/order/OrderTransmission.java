package io.tradelane.routes.order;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderStatus.Transmission;
import io.tradelane.trading.order.PurchaseOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells an order how far its ORDERS has come on the way to the supplier's system. */
@Component
public class OrderTransmission {
    private final PurchaseOrders orders;

    OrderTransmission(PurchaseOrders orders) {
        this.orders = orders;
    }

    /** @param message the partner's answer that says so, if it was one; entries that carry no order are passed over */
    public void reached(OutboxItem item, Transmission status, @Nullable Message message) {
        if (item.type() != DocumentType.ORDER) {
            return;
        }
        MessageContext context = message == null
                ? new MessageContext(item.interchange(), null, null)
                : new MessageContext(message.interchange(), message.id(), null);
        orders.byNumber(item.document().number()).stream()
                .filter(order -> order.buyer().id().equals(item.from()) && order.supplier().id().equals(item.to()))
                .forEach(order -> orders.transmission(order.id(), status, context));
    }
}
