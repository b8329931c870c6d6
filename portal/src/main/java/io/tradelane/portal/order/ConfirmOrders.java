package io.tradelane.portal.order;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.frame.Outcomes;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.SupplierAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A supplier confirms many orders at once. Each is a transaction of its own: one that cannot be confirmed keeps no other from it. */
@Component
class ConfirmOrders {
    static final int MOST = 100;
    private final PurchaseOrders orders;
    private final Outcomes outcomes;

    ConfirmOrders(PurchaseOrders orders, Outcomes outcomes) {
        this.orders = orders;
        this.outcomes = outcomes;
    }

    /** @param version as it was seen */
    record One(UUID id, int version) {}

    /** @param number absent where there is no such order of the caller's @param reason why it is not confirmed; absent: it is */
    record Outcome(UUID id, @Nullable String number, @Nullable String reason) {}

    List<Outcome> confirm(List<One> wanted) {
        List<Outcome> all = new ArrayList<>(wanted.size());
        for (One one : wanted) {
            Optional<OrderView> order = orders.find(one.id()).filter(found -> Caller.current().isSelf(found.supplier().id()));
            CommandResult result = order.isEmpty() ? new CommandResult.NotFound() : orders.answer(one.id(), new SupplierAnswer.AcceptAll(null), one.version());
            all.add(new Outcome(one.id(), order.map(OrderView::number).orElse(null), Outcomes.done(result) ? null : outcomes.reason(result)));
        }
        return all;
    }
}
