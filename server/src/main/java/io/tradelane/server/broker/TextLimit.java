package io.tradelane.server.broker;

import io.tradelane.adapters.jms.PartnerQueues;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQLargeMessageException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Takes no message from a partner that whoever receives it would have in memory whole, text and what comes by AMQP, if it is larger than
 * the channel's limit. Bytes are read piece by piece, and judged by the door.
 */
final class TextLimit implements ActiveMQServerMessagePlugin {
    private static final int HEADERS = 64 * 1024;
    private static final byte BYTES = Message.BYTES_TYPE;
    private final Supplier<PartnerQueues> partners;

    TextLimit(Supplier<PartnerQueues> partners) {
        this.partners = partners;
    }

    @Override
    public void beforeSend(ServerSession session, Transaction transaction, Message message, boolean direct, boolean noAutoCreateQueue) throws ActiveMQException {
        String address = message.getAddress();
        boolean core = message instanceof ICoreMessage;
        if (address == null || !address.startsWith(PartnerQueues.PREFIX) || core && message.getType() == BYTES) {
            return;
        }
        long size = message.getPersistentSize();
        if (size <= HEADERS) {
            return;
        }
        OptionalLong limit = partners.get().limit(address);
        // The core protocol sends text in characters of two bytes.
        if (limit.isPresent() && size > limit.getAsLong() * (core ? 2 : 1) + HEADERS) {
            if (message instanceof LargeServerMessage large) {
                forget(large);
            }
            partners.get().refused(address, size);
            throw new ActiveMQLargeMessageException("A message of " + size + " bytes is larger than " + address + " takes: " + limit.getAsLong() + " bytes");
        }
    }

    private static void forget(LargeServerMessage large) throws ActiveMQException {
        try {
            large.deleteFile();
        } catch (Exception notNow) {
            throw new ActiveMQLargeMessageException("The message is too large, and cannot be deleted: " + notNow.getMessage());
        }
    }
}
