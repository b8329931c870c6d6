package io.tradelane.trading.exchange;

/** Told in the transaction in which an outbound document moves on, so that a business room can follow its transmission. */
public interface OutboxListener {
    void moved(OutboxItem item, OutboxStatus from, OutboxStatus to);
}
