package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.order.AgreementTransition.Event;
import io.tradelane.trading.order.AgreementTransition.Guard;
import io.tradelane.trading.order.BuyerChange.State;
import io.tradelane.trading.order.BuyerChangeRepository.Pending;
import io.tradelane.trading.order.ChangeMessages.Said;
import io.tradelane.trading.order.RevisedLine.Obstacle;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The supplier's answer to a change or a cancellation that the buyer asks for, by the browser or by ORDRSP. */
@Component
class AnswerChange {
    private final OrderRepository orders;
    private final BuyerChangeRepository changes;
    private final Revision revision;
    private final ChangeMessages messages;
    private final OrderJournal journal;
    private final Clock clock;

    AnswerChange(OrderRepository orders, BuyerChangeRepository changes, Revision revision, ChangeMessages messages, OrderJournal journal, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.revision = revision;
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
    }

    static boolean awaited(OrderRow order) {
        return order.agreement() == Agreement.CHANGE_PENDING_SUPPLIER || order.agreement() == Agreement.CANCEL_PENDING;
    }

    CommandResult answer(UUID orderId, boolean accept, @Nullable String reason, int expectedVersion) {
        Optional<OrderRow> found = orders.lock(orderId);
        if (found.isEmpty() || !mayAnswer(found.get())) {
            return new CommandResult.NotFound();
        }
        OrderRow order = found.get();
        if (order.version() != expectedVersion) {
            return new CommandResult.StaleVersion(order.version());
        }
        if (!accept && (reason == null || reason.isBlank())) {
            return CommandResult.invalid("reason", "required");
        }
        Optional<Pending> change = changes.pending(orderId);
        if (!awaited(order) || change.isEmpty()) {
            return new CommandResult.IllegalTransition(order.agreement().name(), (accept ? Event.ACCEPT_CHANGE : Event.REFUSE_CHANGE).name());
        }
        decide(order, change.get(), accept, Set.of(), reason, new Said(messages.number(order), null), MessageContext.NONE);
        return new CommandResult.Done(orderId, order.version() + 1);
    }

    /** @param hash of the document, which has not been applied before */
    ApplyResult apply(OrderRow order, List<LineRow> lines, OrderResponseDocument document, byte[] hash, MessageContext context) {
        Optional<Pending> change = changes.pending(order.id());
        if (document.decision() == Decision.ACKNOWLEDGED || change.isEmpty()) {
            return new ApplyResult.NoEffect("the order is answered already", order.id());
        }
        List<LineRow> proposed = revision.of(request(change.get(), order, lines), order, lines, true).lines();
        return switch (Answer.of(document, order, proposed)) {
            case Answer.Read.Unfit unfit -> new ApplyResult.Held(unfit.reason(), "line " + unfit.lineNumber());
            case Answer.Read.Understood read -> {
                boolean otherwise = read.answer().lines().stream().anyMatch(line -> !line.rejected() && line.differs(order.currency()));
                if (otherwise && document.decision() != Decision.REJECTED) {
                    yield new ApplyResult.Held(HoldReason.CHANGE_PENDING, order.number());
                }
                Set<String> refused = read.answer().lines().stream()
                        .filter(Answer.LineAnswer::rejected)
                        .map(line -> line.line().lineNumber())
                        .collect(Collectors.toSet());
                decide(order, change.get(), document.decision() != Decision.REJECTED, refused, document.note(), new Said(document.number(), hash), context);
                yield new ApplyResult.Applied(order.id());
            }
        };
    }

    private static boolean mayAnswer(OrderRow order) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.HUB || order.supplierOrgId().equals(actor.organisation());
    }

    private static ChangeRequest request(Pending change, OrderRow order, List<LineRow> lines) {
        return switch (ChangeRequest.of(change.document(), order, lines)) {
            case ChangeRequest.Read.Understood read -> read.request();
            case ChangeRequest.Read.Unfit unfit -> throw new IllegalStateException("a change that could be read cannot be read: line " + unfit.lineNumber());
        };
    }

    private void decide(
            OrderRow order, Pending change, boolean accept, Set<String> refused, @Nullable String reason, Said said, MessageContext context) {
        List<LineRow> lines = orders.lines(order.id());
        ChangeRequest asked = request(change, order, lines);
        ChangeRequest request = new ChangeRequest(asked.document(), asked.lines().stream()
                .map(line -> refused.contains(line.lineNumber()) ? line.refusedFor(Obstacle.SUPPLIER) : line)
                .toList());
        boolean accepted = accept && !request.possible().isEmpty();
        Revision.Lines after = revision.of(request, order, lines, true);
        List<RevisedLine> shown = Revision.shown(request, order.currency());
        Event event = change.cancels() ? accepted ? Event.ACCEPT_CANCEL : Event.REFUSE_CANCEL : accepted ? Event.ACCEPT_CHANGE : Event.REFUSE_CHANGE;
        Set<Guard> guards = order.guards();
        guards.add(after.somethingLeft() ? Guard.SOMETHING_LEFT : Guard.NOTHING_LEFT);
        Agreement next = AgreementTransition.next(order.agreement(), event, guards).orElseThrow();
        OffsetDateTime now = OffsetDateTime.now(clock);
        changes.decide(change.id(), accepted ? State.APPLIED : State.REFUSED, shown, reason, now);
        if (accepted) {
            orders.write(order.id(), after);
        }
        orders.updateHeader(order, Derivation.of(accepted ? after.lines() : lines, order.currency()),
                new OrderRepository.HeaderChange(next, order.payment(), null, true, now));
        journal.record(order, order.agreement().name(), event.name(), next.name(), context, details(order, change, accepted, reason, shown));
        messages.answered(order, shown, accepted ? after.lines() : List.of(), reason, said, change.id(), context, now);
    }

    private static Map<String, String> details(OrderRow order, Pending change, boolean accepted, @Nullable String reason, List<RevisedLine> shown) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("change", change.number());
        if (accepted) {
            details.put("orderVersion", String.valueOf(order.orderVersion() + 1));
            details.putAll(Revision.told(shown));
        }
        if (reason != null) {
            details.put("reason", reason);
        }
        return details;
    }
}
