package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what doors report about late receipts. */
public final class RecordedReports implements DeliveryReports {
    public final Map<String, OutboundTransmission> sent = new ConcurrentHashMap<>();
    public final Map<String, DeliveryReceipt> reported = new ConcurrentHashMap<>();

    @Override
    public Optional<OutboundTransmission> sent(Channel channel, String messageId) {
        return Optional.ofNullable(sent.get(messageId));
    }

    @Override
    public void report(Channel channel, String messageId, DeliveryReceipt outcome) {
        reported.put(messageId, outcome);
    }
}
