package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderChangeDocument;
import java.util.HexFormat;

/**
 * What tells one change of an order from the next: its number and sequence, and whether it is the cancellation. Many systems send
 * a change under the number of the order and do not count: of theirs only the content tells.
 */
record ChangeKey(String key, byte[] contentHash) {

    static ChangeKey of(OrderChangeDocument document) {
        byte[] hash = ContentHash.of(document);
        boolean numbered = !document.number().equals(document.orderNumber()) || document.sequence() != null;
        String name = numbered ? document.number() + "#" + (document.sequence() == null ? "" : document.sequence())
                : HexFormat.of().formatHex(hash);
        return new ChangeKey(document.action() == OrderChangeDocument.Action.CANCEL ? name + "#cancel" : name, hash);
    }
}
