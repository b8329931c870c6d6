package io.tradelane.trading.invoice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices to list, newest first.
 *
 * @param text part of an invoice number, an order number or a company's name
 * @param before the cursor: only invoices older than the one of this id
 * @param limit at most 200
 */
public record InvoiceFilter(
        @Nullable InvoiceStatus status, @Nullable String text, @Nullable String number, @Nullable UUID orderId,
        @Nullable UUID before, int limit) {

    public static InvoiceFilter all() {
        return new InvoiceFilter(null, null, null, null, null, 50);
    }
}
