package io.tradelane.trading.cart;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.ApprovalSubject;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.shared.Money;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What becomes of a supplier's dearer proposal when its approval is decided. One that was rejected still waits for the buyer's answer. */
@Component
class ChangeApproval implements ApprovalSubject {
    private final PurchaseOrders orders;

    ChangeApproval(PurchaseOrders orders) {
        this.orders = orders;
    }

    @Override
    public ApprovalRequest.Kind kind() {
        return ApprovalRequest.Kind.ORDER_CHANGE;
    }

    @Override
    public CommandResult approved(UUID subject, Money amount) {
        Optional<OrderView> order = orders.find(subject).filter(found -> found.change() != null);
        if (order.isEmpty() || !OrderTotals.after(order.get()).sameAs(amount)) {
            return new CommandResult.IllegalTransition("CHANGED", "ACCEPT_CHANGE");
        }
        return orders.decideChange(subject, true, null, order.get().version());
    }

    @Override
    public void rejected(UUID subject, String reason) {
        // Nothing was done: the proposal stands, to be refused.
    }
}
