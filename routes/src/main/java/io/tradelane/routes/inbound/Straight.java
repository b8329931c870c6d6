package io.tradelane.routes.inbound;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Message;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A process that takes the only messages of many interchanges in the transaction that reads them: one commit for all, and no second
 * way over the broker. What it cannot take there goes the long way and gets its verdict there.
 */
public interface Straight {
    DocumentType type();

    /** Reads, and writes nothing. */
    Effects prepare(List<Message> messages);

    /** What the messages will bring about. */
    interface Effects {
        /** Messages that will take effect; there is something to say about the others. */
        Set<UUID> messages();

        /** In the caller's transaction, in which these messages are stored. */
        void write(Set<UUID> messages);
    }
}
