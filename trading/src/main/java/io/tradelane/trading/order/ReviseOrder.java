package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.order.AgreementTransition.Event;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.RevisedLine.Obstacle;
import io.tradelane.trading.partner.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The buyer changes or cancels an order in the browser or by the API; the same command as an ORDCHG of its system. */
@Component
class ReviseOrder {
    private final OrderRepository orders;
    private final BuyerChangeRepository changes;
    private final ChangeFormReader reader;
    private final Revision revision;
    private final ChangeOrder changeOrder;

    ReviseOrder(OrderRepository orders, BuyerChangeRepository changes, ChangeFormReader reader, Revision revision, ChangeOrder changeOrder) {
        this.orders = orders;
        this.changes = changes;
        this.reader = reader;
        this.revision = revision;
        this.changeOrder = changeOrder;
    }

    ChangeDraft draft(UUID orderId, ChangeForm form, int expectedVersion) {
        Optional<OrderRow> found = orders.lock(orderId).filter(ReviseOrder::ofBuyer);
        if (found.isEmpty()) {
            return new ChangeDraft.Not(new CommandResult.NotFound());
        }
        OrderRow order = found.get();
        if (order.version() != expectedVersion) {
            return new ChangeDraft.Not(new CommandResult.StaleVersion(order.version()));
        }
        boolean possible = switch (order.agreement()) {
            case ISSUED, CONFIRMED -> true;
            case CHANGE_PENDING_SUPPLIER -> form.cancel();
            default -> false;
        };
        if (!possible) {
            return new ChangeDraft.Not(illegal(order, form.cancel()));
        }
        List<LineRow> lines = orders.lines(orderId);
        List<Problem> problems = new ArrayList<>();
        OrderChangeDocument document = reader.read(form, order.number() + "-C" + (changes.count(orderId) + 1), order, lines, problems);
        return problems.isEmpty() ? drafted(order, lines, document, form.reason()) : new ChangeDraft.Not(new CommandResult.Invalid(problems));
    }

    /** What was drafted before, as the order stands now. */
    ChangeDraft redraft(UUID orderId, OrderChangeDocument document, @Nullable CancelReason reason) {
        return orders.find(orderId).filter(ReviseOrder::ofBuyer).map(order -> drafted(order, orders.lines(orderId), document, reason))
                .orElseGet(() -> new ChangeDraft.Not(new CommandResult.NotFound()));
    }

    private ChangeDraft drafted(OrderRow order, List<LineRow> lines, OrderChangeDocument document, @Nullable CancelReason reason) {
        if (!(ChangeRequest.of(document, order, lines) instanceof ChangeRequest.Read.Understood read)) {
            return new ChangeDraft.Not(illegal(order, false));
        }
        ChangeRequest request = read.request();
        boolean cancel = document.action() == OrderChangeDocument.Action.CANCEL;
        List<Problem> problems = new ArrayList<>();
        if (request.possible().isEmpty() && (cancel || request.refused().isEmpty())) {
            problems.add(new Problem("lines", cancel ? "nothing-open" : "nothing-changed"));
        }
        if (!cancel) {
            request.refused().forEach(line -> problems.add(new Problem("lines[" + position(document, line.lineNumber()) + "].quantity",
                    line.obstacle() == Obstacle.DESPATCHED ? "despatched" : "below-despatched")));
        }
        if (!problems.isEmpty()) {
            return new ChangeDraft.Not(new CommandResult.Invalid(problems));
        }
        Revision.Lines after = revision.of(request, order, lines, false);
        after.added().stream().filter(line -> line.priceThatCounts(order.currency()) == null)
                .forEach(line -> problems.add(new Problem("lines[" + position(document, line.lineNumber()) + "].price", "no-price")));
        return problems.isEmpty()
                ? new ChangeDraft.Drafted(order.id(), document, reason, Revision.shown(request, order.currency()), Derivation.of(after.lines(), order.currency()).total())
                : new ChangeDraft.Not(new CommandResult.Invalid(problems));
    }

    private static int position(OrderChangeDocument document, String lineNumber) {
        return document.lines().stream().map(OrderChangeDocument.Line::lineNumber).toList().indexOf(lineNumber);
    }

    CommandResult change(ChangeDraft.Drafted draft) {
        OrderRow order = orders.lock(draft.order()).filter(ReviseOrder::ofBuyer).orElseThrow();
        if (!(redraft(order.id(), draft.document(), draft.reason()) instanceof ChangeDraft.Drafted now) || !now.total().sameAs(draft.total())) {
            return illegal(order, false);
        }
        return switch (changeOrder.apply(draft.document(), order.deal(), MessageContext.NONE)) {
            case ApplyResult.Applied applied -> {
                changes.because(order.id(), ChangeKey.of(draft.document()).key(), draft.reason(), draft.document().note());
                yield new CommandResult.Done(order.id(), orders.find(order.id()).orElseThrow().version());
            }
            case ApplyResult.NoEffect none -> new CommandResult.AlreadyDone(order.id(), order.version());
            case ApplyResult.Held held -> illegal(order, draft.document().action() == OrderChangeDocument.Action.CANCEL);
            case ApplyResult.Rejected rejected -> illegal(order, false);
        };
    }

    private static CommandResult illegal(OrderRow order, boolean cancel) {
        return new CommandResult.IllegalTransition(order.agreement().name(), (cancel ? Event.REQUEST_CANCEL : Event.REQUEST_CHANGE).name());
    }

    private static boolean ofBuyer(OrderRow order) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.HUB || order.buyerOrgId().equals(actor.organisation());
    }
}
