package io.tradelane.trading.order;

import io.tradelane.trading.order.AgreementTransition.Event;
import io.tradelane.trading.order.AgreementTransition.Guard;
import io.tradelane.trading.order.ChangeRepository.ChangeLineRow;
import io.tradelane.trading.order.ChangeRepository.ChangeRow;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The buyer's decision on the change a supplier proposed. */
@Component
class DecideChange {
    private final OrderRepository orders;
    private final ChangeRepository changes;
    private final OrderJournal journal;
    private final Clock clock;

    DecideChange(OrderRepository orders, ChangeRepository changes, OrderJournal journal, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    CommandResult decide(UUID orderId, boolean accept, @Nullable String reason, int expectedVersion) {
        Optional<OrderRow> found = orders.lock(orderId);
        if (found.isEmpty() || !mayDecide(found.get())) {
            return new CommandResult.NotFound();
        }
        OrderRow order = found.get();
        if (order.version() != expectedVersion) {
            return new CommandResult.StaleVersion(order.version());
        }
        if (!accept && (reason == null || reason.isBlank())) {
            return CommandResult.invalid("reason", "required");
        }
        Event event = accept ? Event.ACCEPT_CHANGE : Event.REFUSE_CHANGE;
        Optional<ChangeRow> change = changes.pending(orderId);
        List<LineRow> lines = orders.lines(orderId);
        List<LineRow> after = accept && change.isPresent()
                ? applied(lines, changes.lines(change.get().id()), order.currency()) : lines;
        Set<Guard> guards = order.guards();
        guards.add(after.stream().anyMatch(line -> line.state().live()) ? Guard.SOMETHING_LEFT : Guard.NOTHING_LEFT);
        Optional<Agreement> next = AgreementTransition.next(order.agreement(), event, guards);
        if (next.isEmpty() || change.isEmpty()) {
            return new CommandResult.IllegalTransition(order.agreement().name(), event.name());
        }
        carryOut(order, change.get(), after, accept, event, next.get(), reason);
        return new CommandResult.Done(orderId, order.version() + 1);
    }

    private void carryOut(
            OrderRow order, ChangeRow change, List<LineRow> after, boolean accept, Event event, Agreement next,
            @Nullable String reason) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        changes.decide(change.id(), accept ? "APPLIED" : "REFUSED", reason, now);
        if (accept) {
            orders.updateLines(after);
        }
        orders.updateHeader(order, Derivation.of(after, order.currency()),
                new OrderRepository.HeaderChange(next, order.payment(), null, true, now));
        changes.insertResponse(order, order.number() + "-D" + (changes.responses(order.id()) + 1),
                accept ? "BUYER_ACCEPTED" : "BUYER_REFUSED", null, MessageContext.NONE, now);
        journal.record(order, order.agreement().name(), event.name(), next.name(), MessageContext.NONE,
                reason == null ? Map.of() : Map.of("reason", reason));
    }

    private static boolean mayDecide(OrderRow order) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.HUB || order.buyerOrgId().equals(actor.organisation());
    }

    private static List<LineRow> applied(List<LineRow> lines, List<ChangeLineRow> changed, String currency) {
        Map<UUID, ChangeLineRow> byLine = changed.stream()
                .collect(Collectors.toMap(ChangeLineRow::lineId, line -> line));
        return lines.stream().map(line -> applied(line, byLine.get(line.id()), currency)).toList();
    }

    private static LineRow applied(LineRow line, @Nullable ChangeLineRow change, String currency) {
        if (!line.state().live()) {
            return line;
        }
        if (change == null) {
            return line.confirmed(line.due(), line.priceThatCounts(currency), line.deliveryDate());
        }
        if (change.rejected()) {
            return line.rejected();
        }
        BigDecimal quantity = change.quantity() != null ? change.quantity() : line.due();
        return line.confirmed(quantity,
                change.price() != null ? change.price(currency) : line.priceThatCounts(currency),
                change.promisedDelivery() != null ? change.promisedDelivery() : line.deliveryDate());
    }
}
