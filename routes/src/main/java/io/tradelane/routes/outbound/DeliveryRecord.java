package io.tradelane.routes.outbound;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.routes.order.OrderTransmission;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.exchange.traffic.Breakers;
import io.tradelane.trading.order.OrderStatus.Transmission;
import io.tradelane.trading.partner.Channel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down how a try to deliver ended, with the partner's receipt as evidence. */
@Component
class DeliveryRecord {
    private final Outbox outbox;
    private final Payloads payloads;
    private final OrderTransmission orders;
    private final Breakers breakers;
    private final TransactionTemplate transaction;

    DeliveryRecord(Outbox outbox, Payloads payloads, OrderTransmission orders, Breakers breakers, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.payloads = payloads;
        this.orders = orders;
        this.breakers = breakers;
        this.transaction = transaction;
    }

    void record(OutboxItem item, DeliveryReceipt receipt, Channel channel) {
        transaction.executeWithoutResult(status -> {
            breakers.worked(channel);
            switch (receipt) {
                case DeliveryReceipt.Delivered delivered -> {
                    outbox.markDelivered(item.id(), detail(delivered.evidence()), evidence(delivered.evidence()));
                    orders.reached(item, Transmission.DELIVERED, null);
                }
                case DeliveryReceipt.AwaitingReceipt awaiting -> {
                    outbox.markSent(item.id(), null);
                    orders.reached(item, Transmission.SENT, null);
                }
                case DeliveryReceipt.Refused refused -> {
                    outbox.markFailed(item.id(), refused.reason(), null);
                    orders.reached(item, Transmission.FAILED, null);
                }
            }
        });
    }

    /** Stores what the partner answered; {@code null} when it answered nothing. */
    @Nullable UUID evidence(DeliveryReceipt.Evidence evidence) {
        if (evidence.bytes().length == 0) {
            return null;
        }
        try {
            return payloads.store(new ByteArrayInputStream(evidence.bytes()), evidence.mediaType(), evidence.bytes().length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String detail(DeliveryReceipt.Evidence evidence) {
        return evidence.details().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
