package io.tradelane.trading.order;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
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

    private static Entry entry(
            OrderRow order, @Nullable String from, String event, @Nullable String to, MessageContext context,
            Map<String, String> details) {
        return new Entry(PurchaseOrders.ENTITY, order.id(), from, event, to, context.interchange(), context.message(),
                Set.of(order.buyerOrgId(), order.supplierOrgId()), details);
    }
}
