package io.tradelane.routes.inbound;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;

/**
 * A process that takes the only message of an interchange in the transaction that splits it: one commit less, and no second way
 * over the broker. What it cannot take there goes the long way and fails there, under the failure policy.
 */
public interface Straight {
    DocumentType type();

    /** In the caller's transaction, under the sender's actor. */
    ApplyResult apply(Message message);
}
