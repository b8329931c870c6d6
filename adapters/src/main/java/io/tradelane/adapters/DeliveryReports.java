package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;
import java.util.Optional;

/** Where a door tells about receipts that come later than the sending. Implemented above the doors. */
public interface DeliveryReports {

    /**
     * What was sent under this id through this channel, as it was handed to {@link OutboundDoor#send}: the door makes the expected MIC
     * from it again. Empty when no such message is known.
     */
    Optional<OutboundTransmission> sent(Channel channel, String messageId);

    /** Tells the outcome; telling the same twice changes nothing. */
    void report(Channel channel, String messageId, DeliveryReceipt outcome);
}
