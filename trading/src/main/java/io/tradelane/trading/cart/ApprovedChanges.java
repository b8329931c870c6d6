package io.tradelane.trading.cart;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.approval.Spending;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The buyer's decision on what the supplier wants otherwise. Where it makes the order dearer than was approved, the rules ask again. */
@Service
@Transactional
public class ApprovedChanges {
    private final PurchaseOrders orders;
    private final Approvals approvals;
    private final CartRepository carts;
    private final Clock clock;

    ApprovedChanges(PurchaseOrders orders, Approvals approvals, CartRepository carts, Clock clock) {
        this.orders = orders;
        this.approvals = approvals;
        this.carts = carts;
        this.clock = clock;
    }

    /** How a decision ends. */
    public sealed interface Decided {
        record Now(CommandResult result) implements Decided {}

        /** @param request the approval that is asked for */
        record Waiting(UUID request) implements Decided {}

        record NobodyCan(List<String> reasons) implements Decided {}
    }

    /** @param reason why it is refused */
    public Decided decide(UUID id, boolean accept, @Nullable String reason, int expectedVersion) {
        Optional<OrderView> found = orders.find(id).filter(order -> order.buyer().id().equals(Tenancy.current().organisation()));
        if (found.isEmpty() || found.get().change() == null || found.get().version() != expectedVersion) {
            return new Decided.Now(orders.decideChange(id, accept, reason, expectedVersion));
        }
        OrderView order = found.get();
        if (!accept) {
            approvals.recall(ApprovalRequest.Kind.ORDER_CHANGE, id);
            return new Decided.Now(orders.decideChange(id, false, reason, expectedVersion));
        }
        if (waiting(id)) {
            return new Decided.Now(new CommandResult.IllegalTransition("WAITING", "ACCEPT_CHANGE"));
        }
        Money total = OrderTotals.after(order);
        Approvals.Asked asked = total.compareTo(order.total()) <= 0 ? new Approvals.Asked.NotNeeded() : approvals.ask(spending(order, total));
        return switch (asked) {
            case Approvals.Asked.NotNeeded free -> new Decided.Now(orders.decideChange(id, true, null, expectedVersion));
            case Approvals.Asked.Waiting waiting -> new Decided.Waiting(waiting.request());
            case Approvals.Asked.NobodyCan nobody -> new Decided.NobodyCan(nobody.reasons());
        };
    }

    /** Whether accepting the supplier's change waits for approval. */
    @Transactional(readOnly = true)
    public boolean waiting(UUID order) {
        return approvals.of(order).stream().anyMatch(request -> request.state() == ApprovalRequest.State.WAITING);
    }

    /** Rules by category are not asked again: which lines became dearer is the business of who accepts. */
    private Spending spending(OrderView order, Money total) {
        Optional<CartRow> cart = carts.ofOrder(order.id());
        Money approved = Stream.concat(cart.stream().flatMap(row -> approvals.of(row.id()).stream()), approvals.of(order.id()).stream())
                .filter(request -> request.state() == ApprovalRequest.State.APPROVED && request.amount().currency().equals(total.currency()))
                .map(ApprovalRequest::amount).max(Comparator.comparing(Money::amount)).orElse(null);
        return new Spending(ApprovalRequest.Kind.ORDER_CHANGE, order.id(), order.number(), order.buyer().id(), order.supplier().id(), total, Map.of(),
                cart.map(CartRow::costCentre).orElse(null), LocalDate.now(clock), approved);
    }
}
