package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;

/** A door through which bytes go to a partner. */
public interface OutboundDoor {

    /** Name as in {@code Channel.door}. */
    String door();

    /**
     * Sends once. A repeat with the same {@link OutboundTransmission#messageId()} must be recognisable to the partner as a repeat.
     *
     * @throws io.tradelane.trading.shared.TransientFailure when another try may succeed: no answer, 408, 425, 429, 5xx
     */
    DeliveryReceipt send(Channel channel, OutboundTransmission transmission);
}
