package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;

/** A door that can also tell a person something, in words. */
public interface NoticeDoor {

    /** Name as in {@code Channel.door}. */
    String door();

    /**
     * Sends once.
     *
     * @param channel whose server and sender are used
     * @param id the same on every try
     * @param to addresses, separated by commas
     * @throws io.tradelane.trading.shared.TransientFailure when another try may succeed
     */
    DeliveryReceipt tell(Channel channel, String id, String to, String subject, String text);
}
