package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.order.AgreementTransition.Event;
import io.tradelane.trading.order.BuyerChange.State;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link PurchaseOrders#apply(OrderChangeDocument, Parties, MessageContext)}. */
@Component
class ChangeOrder {
    /** A change comes after the order, so the first may count as its first or as the order's second version. */
    private static final int FIRST = 2;
    private static final Set<Agreement> TO_BE_DECIDED =
            Set.of(Agreement.CHANGE_PENDING_BUYER, Agreement.CHANGE_PENDING_SUPPLIER, Agreement.CANCEL_PENDING);
    private final OrderRepository orders;
    private final BuyerChangeRepository changes;
    private final Revision revision;
    private final ChangeMessages messages;
    private final OrderJournal journal;
    private final Clock clock;

    ChangeOrder(OrderRepository orders, BuyerChangeRepository changes, Revision revision, ChangeMessages messages, OrderJournal journal, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.revision = revision;
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
    }

    ApplyResult apply(OrderChangeDocument document, Parties parties, MessageContext context) {
        if (!context.speaksFor(parties.buyer())) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("buyer")));
        }
        Optional<OrderRow> found = orders.lock(parties, List.of(document.orderNumber())).stream().findFirst();
        if (found.isEmpty()) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_ORDER, document.orderNumber());
        }
        OrderRow order = found.get();
        ChangeKey key = ChangeKey.of(document);
        ApplyResult known = known(order, document, key);
        if (known != null) {
            return known;
        }
        List<LineRow> lines = orders.lines(order.id());
        return switch (ChangeRequest.of(document, order, lines)) {
            case ChangeRequest.Read.Unfit unfit -> new ApplyResult.Held(unfit.reason(), "line " + unfit.lineNumber());
            case ChangeRequest.Read.Understood read -> applied(new Asked(order, key, read.request(), lines, context));
        };
    }

    private record Asked(OrderRow order, ChangeKey key, ChangeRequest request, List<LineRow> lines, MessageContext context) {
        OrderChangeDocument document() {
            return request.document();
        }
    }

    /** What can be said of a change without looking into it: that it came before, too late or too early. */
    private @Nullable ApplyResult known(OrderRow order, OrderChangeDocument document, ChangeKey key) {
        Optional<byte[]> before = changes.contentHash(order.id(), key.key());
        if (before.isPresent()) {
            return ContentHash.same(before.get(), key.contentHash())
                    ? new ApplyResult.NoEffect("the change is applied already", order.id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "change " + document.number() + " came before with other content");
        }
        boolean cancel = document.action() == Action.CANCEL;
        if (cancel && order.agreement() == Agreement.CANCELLED) {
            return new ApplyResult.NoEffect("the order is cancelled already", order.id());
        }
        Integer sequence = document.sequence();
        if (sequence != null && !cancel) {
            Optional<Integer> last = changes.lastSequence(order.id());
            if (last.isPresent() && sequence <= last.get()) {
                return new ApplyResult.NoEffect("a later change came before", order.id());
            }
            if (sequence > last.map(number -> number + 1).orElse(FIRST)) {
                return new ApplyResult.Held(HoldReason.PREDECESSOR_MISSING, document.orderNumber() + "/" + (sequence - 1));
            }
        }
        boolean waits = TO_BE_DECIDED.contains(order.agreement()) && !(cancel && order.agreement() == Agreement.CHANGE_PENDING_SUPPLIER);
        return waits ? new ApplyResult.Held(HoldReason.CHANGE_PENDING, order.number()) : null;
    }

    private ApplyResult applied(Asked asked) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OrderRow order = asked.order();
        List<RevisedLine> shown = Revision.shown(asked.request(), order.currency());
        boolean cancel = asked.document().action() == Action.CANCEL;
        if (asked.request().possible().isEmpty()) {
            if (asked.request().lines().isEmpty() && !cancel) {
                changes.insert(order, asked.document(), asked.key(), false, State.APPLIED, shown, asked.context(), now);
                return new ApplyResult.NoEffect("the order says so already", order.id());
            }
            return refused(asked, shown, now);
        }
        OrderRow withdrawn = order.agreement() == Agreement.CHANGE_PENDING_SUPPLIER ? withdraw(asked, now) : order;
        Revision.Lines after = revision.of(asked.request(), order, asked.lines(), false);
        boolean cancels = cancel || !after.somethingLeft();
        Event event = event(withdrawn, cancels, after.somethingLeft());
        Optional<Agreement> next = AgreementTransition.next(withdrawn.agreement(), event, order.guards());
        if (next.isEmpty()) {
            return new ApplyResult.Held(HoldReason.ILLEGAL_TRANSITION, event + " in state " + order.agreement());
        }
        carryOut(asked, withdrawn, after, shown, event, next.get(), cancels, now);
        return new ApplyResult.Applied(order.id());
    }

    private static Event event(OrderRow order, boolean cancels, boolean somethingLeft) {
        if (order.agreement() != Agreement.ISSUED) {
            return cancels ? Event.REQUEST_CANCEL : Event.REQUEST_CHANGE;
        }
        return !cancels || somethingLeft ? Event.REPLACE : order.acknowledgedAt() == null ? Event.CANCEL : Event.REQUEST_CANCEL;
    }

    /** Who cancels an order takes back a change that still waits for the supplier. */
    private OrderRow withdraw(Asked asked, OffsetDateTime now) {
        OrderRow order = asked.order();
        changes.pending(order.id()).ifPresent(change -> changes.withdraw(change.id(), now));
        Agreement back = AgreementTransition.next(order.agreement(), Event.WITHDRAW_CHANGE, order.guards()).orElseThrow();
        orders.updateHeader(order, Derivation.of(asked.lines(), order.currency()), new OrderRepository.HeaderChange(back, order.payment(), null, false, now));
        journal.record(order, order.agreement().name(), Event.WITHDRAW_CHANGE.name(), back.name(), asked.context(), Map.of());
        return orders.find(order.id()).orElseThrow();
    }

    private void carryOut(
            Asked asked, OrderRow order, Revision.Lines after, List<RevisedLine> shown, Event event, Agreement next, boolean cancels, OffsetDateTime now) {
        boolean applies = event == Event.REPLACE || event == Event.CANCEL;
        var change = changes.insert(order, asked.document(), asked.key(), cancels, applies ? State.APPLIED : State.PENDING, shown, asked.context(), now);
        if (applies) {
            orders.write(order.id(), after);
        }
        orders.updateHeader(order, Derivation.of(applies ? after.lines() : asked.lines(), order.currency()),
                new OrderRepository.HeaderChange(next, order.payment(), null, false, now));
        Map<String, String> details = new LinkedHashMap<>(Revision.told(shown));
        details.put("change", asked.document().number());
        if (applies) {
            details.put("orderVersion", String.valueOf(order.orderVersion() + 1));
        }
        journal.record(order, order.agreement().name(), event.name(), next.name(), asked.context(), details);
        messages.toSupplier(order, asked.request(), after, change, asked.context());
        if (applies && !asked.request().refused().isEmpty()) {
            messages.partRefused(order, shown, change, asked.context(), now);
        }
    }

    /** Nothing of it can be done any more: the buyer is told at once, and the supplier need not be asked. */
    private ApplyResult refused(Asked asked, List<RevisedLine> shown, OffsetDateTime now) {
        OrderRow order = asked.order();
        boolean cancels = asked.document().action() == Action.CANCEL;
        var change = changes.insert(order, asked.document(), asked.key(), cancels, State.REFUSED, shown, asked.context(), now);
        Map<String, String> details = new LinkedHashMap<>(Revision.told(shown));
        details.put("change", asked.document().number());
        journal.record(order, order.agreement().name(), cancels ? "CANCEL_IMPOSSIBLE" : "CHANGE_IMPOSSIBLE", order.agreement().name(), asked.context(), details);
        messages.refused(order, shown, null, change, asked.context(), now);
        return new ApplyResult.Applied(order.id());
    }
}
