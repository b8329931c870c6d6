package io.tradelane.trading.invoice;

import io.tradelane.trading.despatch.ReceiptListener;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Matches invoices again when goods that they waited for are received. */
@Component
class MatchAgain implements ReceiptListener {
    private final InvoiceRepository invoices;
    private final OrderLines orders;
    private final MatchInvoice matching;

    MatchAgain(InvoiceRepository invoices, OrderLines orders, MatchInvoice matching) {
        this.invoices = invoices;
        this.orders = orders;
        this.matching = matching;
    }

    @Override
    public void received(Set<UUID> orderLines, MessageContext context) {
        for (UUID waiting : invoices.waiting(orderLines)) {
            var booked = orders.lock(invoices.orders(waiting));
            invoices.lock(waiting).ifPresent(invoice ->
                    matching.match(invoice, invoices.lines(waiting), booked, "GOODS_RECEIVED", context));
        }
    }
}
