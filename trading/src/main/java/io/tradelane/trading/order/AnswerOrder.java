package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.order.AgreementTransition.Event;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one command in which a supplier's answer ends, by form or by ORDRSP. */
@Component
class AnswerOrder {
    private final OrderRepository orders;
    private final ChangeRepository changes;
    private final OrderJournal journal;
    private final ResponseToBuyer response;
    private final AnswerChange answerChange;
    private final Clock clock;

    AnswerOrder(OrderRepository orders, ChangeRepository changes, OrderJournal journal, ResponseToBuyer response,
            AnswerChange answerChange, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.journal = journal;
        this.response = response;
        this.answerChange = answerChange;
        this.clock = clock;
    }

    ApplyResult apply(OrderResponseDocument document, Parties parties, MessageContext context) {
        if (!context.speaksFor(parties.supplier())) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("supplier")));
        }
        Optional<OrderRow> found = orders.lock(parties, List.of(document.orderNumber())).stream().findFirst();
        if (found.isEmpty()) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_ORDER, document.orderNumber());
        }
        OrderRow order = found.get();
        byte[] hash = ContentHash.of(document);
        Optional<ChangeRepository.Response> before = changes.response(order.id(), document.number());
        if (before.isPresent()) {
            return ContentHash.same(before.get().contentHash(), hash)
                    ? new ApplyResult.NoEffect("the answer is applied already", order.id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "answer " + document.number()
                            + " came before with other content");
        }
        List<LineRow> lines = orders.lines(order.id());
        if (AnswerChange.awaited(order)) {
            return answerChange.apply(order, lines, document, hash, context);
        }
        return switch (Answer.of(document, order, lines)) {
            case Answer.Read.Unfit unfit -> new ApplyResult.Held(unfit.reason(), "line " + unfit.lineNumber());
            case Answer.Read.Understood read -> applied(order, lines, read.answer(), document.number(), hash, context);
        };
    }

    private ApplyResult applied(
            OrderRow order, List<LineRow> lines, Answer answer, String number, byte[] hash, MessageContext context) {
        Event event = answer.event(order.currency());
        Optional<Agreement> next = AgreementTransition.next(order.agreement(), event, order.guards());
        if (next.isEmpty()) {
            boolean saysNothingNew = event == Event.ACKNOWLEDGE || event == Event.ACCEPT
                    && order.agreement() == Agreement.CONFIRMED;
            if (saysNothingNew) {
                return new ApplyResult.NoEffect("the order is answered already", order.id());
            }
            return order.agreement() == Agreement.CHANGE_PENDING_BUYER
                    ? new ApplyResult.Held(HoldReason.CHANGE_PENDING, order.number())
                    : new ApplyResult.Held(HoldReason.ILLEGAL_TRANSITION, event + " in state " + order.agreement());
        }
        carryOut(order, lines, answer, event, next.get(), number, hash, context);
        return new ApplyResult.Applied(order.id());
    }

    CommandResult answer(UUID orderId, SupplierAnswer said, int expectedVersion) {
        Optional<OrderRow> found = orders.lock(orderId);
        if (found.isEmpty() || !mayAnswer(found.get())) {
            return new CommandResult.NotFound();
        }
        OrderRow order = found.get();
        if (order.version() != expectedVersion) {
            return new CommandResult.StaleVersion(order.version());
        }
        List<CommandResult.Problem> problems = AnswerForm.problems(said);
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        List<LineRow> lines = orders.lines(orderId);
        return switch (Answer.of(said, order, lines)) {
            case Answer.Read.Unfit unfit -> CommandResult.invalid("lines[" + unfit.lineNumber() + "]",
                    unfit.reason().name());
            case Answer.Read.Understood read -> {
                Event event = read.answer().event(order.currency());
                Optional<Agreement> next = AgreementTransition.next(order.agreement(), event, order.guards());
                if (next.isEmpty()) {
                    yield new CommandResult.IllegalTransition(order.agreement().name(), event.name());
                }
                String number = order.number() + "-R" + (changes.responses(orderId) + 1);
                carryOut(order, lines, read.answer(), event, next.get(), number, null, MessageContext.NONE);
                yield new CommandResult.Done(orderId, order.version() + 1);
            }
        };
    }

    private static boolean mayAnswer(OrderRow order) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.HUB || order.supplierOrgId().equals(actor.organisation());
    }

    private void carryOut(
            OrderRow order, List<LineRow> lines, Answer answer, Event event, Agreement next, String number,
            byte @Nullable [] hash, MessageContext context) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        UUID responseId = changes.insertResponse(order, number, answer.decision().name(), hash, context, now);
        List<LineRow> after = lines;
        if (event == Event.ACCEPT) {
            after = lines.stream().map(line -> accepted(line, answer, order.currency())).toList();
            orders.updateLines(after);
        } else if (event == Event.REJECT) {
            after = lines.stream().map(LineRow::rejected).toList();
            orders.updateLines(after);
        } else if (event == Event.PROPOSE_CHANGE) {
            changes.insertChange(order, answer, now);
        }
        Derivation derived = Derivation.of(after, order.currency());
        orders.updateHeader(order, derived,
                new OrderRepository.HeaderChange(next, order.payment(), answer.supplierOrderNumber(), true, now));
        journal.record(order, order.agreement().name(), event.name(), next.name(), context,
                details(answer, number, order.currency()));
        response.send(order, lines, answer, event, number, responseId, context);
    }

    /** Confirmed as it stands; a promised date is kept even where none was asked for. */
    private static LineRow accepted(LineRow line, Answer answer, String currency) {
        if (!line.state().live()) {
            return line;
        }
        Optional<Answer.LineAnswer> said = answer.lines().stream().filter(a -> a.line().id().equals(line.id()))
                .findFirst();
        LocalDate promised = said.map(Answer.LineAnswer::promised).orElseGet(line::deliveryDate);
        return line.confirmed(line.due(), line.priceThatCounts(currency), promised);
    }

    private static Map<String, String> details(Answer answer, String number, String currency) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("response", number);
        details.put("decision", answer.decision().name());
        if (answer.note() != null) {
            details.put("note", answer.note());
        }
        answer.lines().stream().filter(line -> line.differs(currency)).forEach(line ->
                details.put("line " + line.line().lineNumber(), ChangeText.of(line, currency)));
        return details;
    }
}
