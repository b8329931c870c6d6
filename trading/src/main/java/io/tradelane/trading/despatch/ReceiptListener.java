package io.tradelane.trading.despatch;

import io.tradelane.trading.order.MessageContext;
import java.util.Set;
import java.util.UUID;

/** A room further down that waits for goods. */
public interface ReceiptListener {

    /** Goods were received on these order lines, in the transaction of the receipt. */
    void received(Set<UUID> orderLines, MessageContext context);
}
