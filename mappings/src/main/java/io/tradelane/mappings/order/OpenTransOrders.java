package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import org.jspecify.annotations.Nullable;

/** What an order of openTRANS, its change and its confirmation have in common. */
final class OpenTransOrders {
    /** ORDER_PARTIES_REFERENCE. */
    static final String[] PARTIES = {"buyerRef", "supplierRef", "recipientRef", "deliveryRef"};

    private OpenTransOrders() {}

    /** ORDERCHANGE_SEQUENCE_ID. */
    static @Nullable Integer sequence(Row row) {
        return row.decimal("sequence") == null ? null : row.decimal("sequence").intValue();
    }
}
