package io.tradelane.trading.cart;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.approval.Spending;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.ChangeDraft;
import io.tradelane.trading.order.ChangeForm;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.order.RevisedLine;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the buyer changes of an order, and its decision on what the supplier wants otherwise. Where the order gets dearer than was approved, the rules ask again. */
@Service
@Transactional
public class ApprovedChanges {
    private final PurchaseOrders orders;
    private final Approvals approvals;
    private final CartRepository carts;
    private final ChangeDrafts drafts;
    private final Clock clock;

    ApprovedChanges(PurchaseOrders orders, Approvals approvals, CartRepository carts, ChangeDrafts drafts, Clock clock) {
        this.orders = orders;
        this.approvals = approvals;
        this.carts = carts;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** How a decision ends. */
    public sealed interface Decided {
        record Now(CommandResult result) implements Decided {}

        /** @param request the approval that is asked for */
        record Waiting(UUID request) implements Decided {}

        record NobodyCan(List<String> reasons) implements Decided {}
    }

    /** What of an order waits for approval before the supplier hears of it. @param lines as they stand and shall stand */
    public record Waiting(UUID request, String owner, @Nullable CancelReason reason, @Nullable String note, Money total, List<RevisedLine> lines) {}

    /** The buyer changes an order, or cancels it: at once, or when those have agreed who have to. */
    public Decided change(UUID id, ChangeForm form, int expectedVersion) {
        ChangeDraft drafted = orders.draftChange(id, form, expectedVersion);
        if (!(drafted instanceof ChangeDraft.Drafted draft)) {
            return new Decided.Now(((ChangeDraft.Not) drafted).result());
        }
        if (waiting(id)) {
            return new Decided.Now(new CommandResult.IllegalTransition("WAITING", "REQUEST_CHANGE"));
        }
        OrderView order = orders.find(id).orElseThrow();
        return switch (asked(ApprovalRequest.Kind.BUYER_CHANGE, order, draft.total())) {
            case Approvals.Asked.NotNeeded free -> new Decided.Now(orders.change(draft));
            case Approvals.Asked.Waiting waiting -> {
                drafts.keep(order.buyer().id(), draft, Tenancy.current().name(), OffsetDateTime.now(clock));
                yield new Decided.Waiting(waiting.request());
            }
            case Approvals.Asked.NobodyCan nobody -> new Decided.NobodyCan(nobody.reasons());
        };
    }

    /** What waits for approval is not wanted any more. */
    public CommandResult recall(UUID id) {
        Optional<OrderView> order = orders.find(id).filter(found -> found.buyer().id().equals(Tenancy.current().organisation()));
        if (order.isEmpty()) {
            return new CommandResult.NotFound();
        }
        if (!approvals.recall(ApprovalRequest.Kind.BUYER_CHANGE, id)) {
            return new CommandResult.IllegalTransition(order.get().status().agreement().name(), "RECALL");
        }
        drafts.remove(id);
        return new CommandResult.Done(id, order.get().version());
    }

    /** The buyer's own change of an order that waits for approval; nobody else sees it. */
    public Optional<Waiting> own(UUID order) {
        return approvals.of(order).stream().filter(one -> one.state() == ApprovalRequest.State.WAITING && one.kind() == ApprovalRequest.Kind.BUYER_CHANGE).findFirst()
                .flatMap(request -> drafts.find(order).map(kept -> new Waiting(request.id(), kept.owner(), kept.reason(), kept.document().note(), request.amount(),
                        orders.redraft(order, kept.document(), kept.reason()) instanceof ChangeDraft.Drafted draft ? draft.lines() : List.of())));
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
        return switch (asked(ApprovalRequest.Kind.ORDER_CHANGE, order, total)) {
            case Approvals.Asked.NotNeeded free -> new Decided.Now(orders.decideChange(id, true, null, expectedVersion));
            case Approvals.Asked.Waiting waiting -> new Decided.Waiting(waiting.request());
            case Approvals.Asked.NobodyCan nobody -> new Decided.NobodyCan(nobody.reasons());
        };
    }

    private Approvals.Asked asked(ApprovalRequest.Kind kind, OrderView order, Money total) {
        return total.compareTo(order.total()) <= 0 ? new Approvals.Asked.NotNeeded() : approvals.ask(spending(kind, order, total));
    }

    /** Whether a change of it, by either side, waits for approval. */
    @Transactional(readOnly = true)
    public boolean waiting(UUID order) {
        return approvals.of(order).stream().anyMatch(request -> request.state() == ApprovalRequest.State.WAITING);
    }

    /** Rules by category are not asked again: which lines became dearer is told to who decides. */
    private Spending spending(ApprovalRequest.Kind kind, OrderView order, Money total) {
        Optional<CartRow> cart = carts.ofOrder(order.id());
        Money approved = Stream.concat(cart.stream().flatMap(row -> approvals.of(row.id()).stream()), approvals.of(order.id()).stream())
                .filter(request -> request.state() == ApprovalRequest.State.APPROVED && request.amount().currency().equals(total.currency()))
                .map(ApprovalRequest::amount).max(Comparator.comparing(Money::amount)).orElse(null);
        return new Spending(kind, order.id(), order.number(), order.buyer().id(), order.supplier().id(), total, Map.of(),
                cart.map(CartRow::costCentre).orElse(null), LocalDate.now(clock), approved);
    }
}
