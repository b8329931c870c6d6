package io.tradelane.trading.order;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened to an order, for both its parties to see. */
@Component
class OrderJournal {
    /** Detail of an entry: the version that the order has from then on. */
    static final String VERSION = "rowVersion";
    private final Journal journal;

    OrderJournal(Journal journal) {
        this.journal = journal;
    }

    void record(
            OrderRow order, @Nullable String from, String event, @Nullable String to, MessageContext context,
            Map<String, String> details) {
        journal.record(entry(order, from, event, to, context, details));
    }

    /** What is the buyer's own business. */
    void within(OrderRow order, @Nullable String from, String event, @Nullable String to) {
        journal.record(new Entry(PurchaseOrders.ENTITY, order.id(), from, event, to, null, null, Set.of(order.buyerOrgId()), Map.of()));
    }

    /** In the name of those who place them. */
    void placed(List<OrderDraft> drafts) {
        journal.recordAs(drafts.stream().map(draft -> new Journal.Line(draft.placement().actor(), draft.placed())).toList());
    }

    /** What made the order another than it was at that version, oldest first. */
    List<TimelineEntry> since(UUID order, int version) {
        return journal.timeline(PurchaseOrders.ENTITY, order).stream()
                .filter(entry -> Integer.parseInt(entry.details().getOrDefault(VERSION, "0")) > version)
                .toList();
    }

    private static Entry entry(
            OrderRow order, @Nullable String from, String event, @Nullable String to, MessageContext context,
            Map<String, String> said) {
        Map<String, String> details = new LinkedHashMap<>(said);
        details.put(VERSION, String.valueOf(order.version() + 1));
        return new Entry(PurchaseOrders.ENTITY, order.id(), from, event, to, context.interchange(), context.message(),
                Set.of(order.buyerOrgId(), order.supplierOrgId()), details);
    }
}
