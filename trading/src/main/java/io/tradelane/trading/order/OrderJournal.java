package io.tradelane.trading.order;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened to an order, for both its parties to see. */
@Component
class OrderJournal {
    private final Journal journal;

    OrderJournal(Journal journal) {
        this.journal = journal;
    }

    void record(
            OrderRow order, @Nullable String from, String event, @Nullable String to, MessageContext context, Map<String, String> details) {
        journal.record(entry(order, from, event, to, context, details));
    }

    /** One entry for each derived status that the change moved. */
    void recordDerived(
            OrderRow before, OrderStatus.Fulfilment fulfilment, OrderStatus.Billing billing, OrderStatus.Payment payment, MessageContext context) {
        List<Entry> entries = new ArrayList<>();
        moved(entries, before, before.fulfilment(), "FULFILMENT", fulfilment, context);
        moved(entries, before, before.billing(), "BILLING", billing, context);
        moved(entries, before, before.payment(), "PAYMENT", payment, context);
        if (!entries.isEmpty()) {
            journal.record(entries);
        }
    }

    private static void moved(List<Entry> entries, OrderRow order, Enum<?> from, String event, Enum<?> to, MessageContext context) {
        if (from != to) {
            entries.add(entry(order, from.name(), event, to.name(), context, Map.of()));
        }
    }

    private static Entry entry(
            OrderRow order, @Nullable String from, String event, @Nullable String to, MessageContext context, Map<String, String> details) {
        return new Entry(PurchaseOrders.ENTITY, order.id(), from, event, to, context.interchange(), context.message(),
                Set.of(order.buyerOrgId(), order.supplierOrgId()), details);
    }
}
