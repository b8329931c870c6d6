package io.tradelane.trading.order;

import io.tradelane.trading.order.OrderStatus.Transmission;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Follows the ORDERS on its way to the supplier's system. */
@Component
class TransmitOrder {
    /** Where each status may go; news that comes late, after something further on, changes nothing. */
    static final Map<Transmission, Set<Transmission>> TABLE = new EnumMap<>(Map.of(
            // What was only shown before something was agreed is sent all the same.
            Transmission.NONE, EnumSet.of(Transmission.QUEUED, Transmission.SENT, Transmission.DELIVERED, Transmission.ACKED, Transmission.APP_REJECTED,
                    Transmission.FAILED, Transmission.DEAD),
            Transmission.QUEUED, EnumSet.of(Transmission.SENT, Transmission.DELIVERED, Transmission.ACKED,
                    Transmission.APP_REJECTED,
                    Transmission.FAILED, Transmission.DEAD),
            Transmission.SENT, EnumSet.of(Transmission.DELIVERED, Transmission.ACKED, Transmission.APP_REJECTED,
                    Transmission.FAILED,
                    Transmission.DEAD),
            Transmission.DELIVERED, EnumSet.of(Transmission.ACKED, Transmission.APP_REJECTED, Transmission.FAILED),
            Transmission.ACKED, EnumSet.of(Transmission.APP_REJECTED),
            Transmission.APP_REJECTED, EnumSet.of(Transmission.QUEUED),
            Transmission.FAILED, EnumSet.of(Transmission.QUEUED, Transmission.SENT, Transmission.DELIVERED,
                    Transmission.ACKED, Transmission.DEAD),
            Transmission.DEAD, EnumSet.of(Transmission.QUEUED)));
    private final OrderRepository orders;
    private final OrderJournal journal;

    TransmitOrder(OrderRepository orders, OrderJournal journal) {
        this.orders = orders;
        this.journal = journal;
    }

    void transmission(UUID buyer, String number, Transmission status, MessageContext context) {
        orders.standing(buyer, number).ifPresent(order -> transmission(order.id(), status, context));
    }

    void transmission(UUID orderId, Transmission status, MessageContext context) {
        orders.lock(orderId).ifPresent(order -> {
            Transmission from = order.transmission();
            if (TABLE.getOrDefault(from, Set.of()).contains(status) && orders.transmission(orderId, from, status)) {
                journal.record(order, from.name(), "TRANSMISSION", status.name(), context, Map.of());
            }
        });
    }
}
