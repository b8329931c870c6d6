package io.tradelane.trading.exchange;

import java.util.UUID;

/** Where this room reports that an answer has come; the room {@code incident} is behind it. */
public interface ObligationDesk {

    /** The partner owes nothing more for this entry of the outbox. */
    void acknowledged(UUID outboxEntry);
}
