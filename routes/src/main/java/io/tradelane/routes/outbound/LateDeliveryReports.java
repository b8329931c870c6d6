package io.tradelane.routes.outbound;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DeliveryReports;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Tenancy;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Receipts that come by themselves, such as an asynchronous MDN. */
@Component
class LateDeliveryReports implements DeliveryReports {
    private final Outbox outbox;
    private final Interchanges interchanges;
    private final Transmissions transmissions;
    private final DeliveryRecord record;
    private final TransactionTemplate transaction;

    LateDeliveryReports(
            Outbox outbox,
            Interchanges interchanges,
            Transmissions transmissions,
            DeliveryRecord record,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.interchanges = interchanges;
        this.transmissions = transmissions;
        this.record = record;
        this.transaction = transaction;
    }

    @Override
    public Optional<OutboundTransmission> sent(Channel channel, String messageId) {
        return Tenancy.call(Tenancy.Actor.hub(), () -> Transmissions.item(messageId)
                .flatMap(outbox::find)
                .flatMap(item -> Optional.ofNullable(item.interchange()))
                .flatMap(interchanges::find)
                .filter(interchange -> channel.id().equals(interchange.channel()))
                .map(transmissions::of));
    }

    @Override
    public void report(Channel channel, String messageId, DeliveryReceipt outcome) {
        Tenancy.run(Tenancy.Actor.hub(), () -> transaction.executeWithoutResult(status -> {
            switch (outcome) {
                case DeliveryReceipt.Delivered delivered -> arrived(messageId, true, delivered.evidence());
                case DeliveryReceipt.Refused refused -> arrived(
                        messageId, false, refused.evidence() == null
                                ? DeliveryReceipt.Evidence.of(java.util.Map.of("reason", refused.reason()))
                                : refused.evidence());
                case DeliveryReceipt.AwaitingReceipt awaiting -> {}
            }
        }));
    }

    private void arrived(String messageId, boolean positive, DeliveryReceipt.Evidence evidence) {
        UUID receipt = record.evidence(evidence);
        outbox.receiptArrived(Transmissions.item(messageId).map(item -> item + "@tradelane").orElse(messageId), positive,
                DeliveryRecord.detail(evidence), receipt);
    }
}
