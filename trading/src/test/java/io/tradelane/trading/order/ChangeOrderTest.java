package io.tradelane.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.order.OrderLines.Advance;
import io.tradelane.trading.order.OrderLines.Happening;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangeOrderTest extends DealFixture {
    @Autowired OrderLines orderLines;

    private static OrderChangeDocument change(
            String number, String order, @Nullable Integer sequence, Action action, OrderChangeDocument.Line... lines) {
        return new OrderChangeDocument(number, LocalDate.now(), order, sequence, action, null, "EUR", List.of(), List.of(), null, null, List.of(lines));
    }

    private static OrderChangeDocument.Line line(String number, LineAction action, Item item, @Nullable Long quantity, @Nullable Price price) {
        return new OrderChangeDocument.Line(number, action, item, quantity == null ? null : Quantity.of(quantity, "PCE"), price, null, null, null);
    }

    private static OrderChangeDocument.Line quantity(String number, long quantity) {
        return line(number, LineAction.CHANGE, new Item(null, null, null, null), quantity, null);
    }

    private ApplyResult send(OrderChangeDocument document) {
        return asEdi(buyer, () -> orders.apply(document, parties(), new MessageContext(null, null, buyer)));
    }

    private ApplyResult respond(String order, Decision decision, OrderResponseDocument.Line... lines) {
        OrderResponseDocument document = new OrderResponseDocument(unique("AB"), LocalDate.now(), order, null, decision, "EUR", List.of(), null, List.of(lines));
        return asEdi(supplier, () -> orders.apply(document, parties(), new MessageContext(null, null, supplier)));
    }

    private void despatch(OrderView order, String line, long quantity) {
        UUID id = order.lines().stream().filter(candidate -> candidate.lineNumber().equals(line)).findFirst().orElseThrow().id();
        inTransaction(Actor.hub(), () -> orderLines.advance(List.of(order.id()), List.of(Advance.shipped(id, BigDecimal.valueOf(quantity))),
                Happening.DESPATCHED, Map.of(), MessageContext.NONE));
    }

    private List<OrderResponseDocument> toldToBuyer() {
        return superuser().sql("select document from outbox where from_org_id = :from and to_org_id = :to and document_type = 'ORDER_RESPONSE' order by id")
                .param("from", supplier)
                .param("to", buyer)
                .query(String.class)
                .list()
                .stream()
                .map(json -> (OrderResponseDocument) DocumentJson.read(json))
                .toList();
    }

    private static void held(ApplyResult result, HoldReason reason) {
        assertThat(result).isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason()).isEqualTo(reason));
    }

    @Test
    void aChangeBeforeTheSupplierHasConfirmedReplacesTheOrder() {
        agree(buyer, supplier, DocumentType.ORDER_CHANGE);
        OrderView order = placed(document(unique("PO")));
        OrderChangeDocument change = change(unique("C"), order.number(), 1, Action.CHANGE, quantity("1", 80),
                line("2", LineAction.DELETE, new Item(null, null, null, null), null, null),
                line("3", LineAction.ADD, nutItem(), 7L, price("0.45")));

        assertThat(send(change)).isEqualTo(new ApplyResult.Applied(order.id()));

        OrderView after = order(order.id());
        assertThat(after.orderVersion()).isEqualTo(2);
        assertThat(after.status().agreement()).isEqualTo(Agreement.ISSUED);
        assertThat(after.lines()).extracting(OrderView.Line::state).containsExactly(LineState.OPEN, LineState.CANCELLED, LineState.OPEN);
        assertThat(after.lines().get(0).ordered()).isEqualByComparingTo("80");
        assertThat(after.lines().get(2).article()).isEqualTo(nut);
        assertThat(after.lines().get(2).issues()).extracting(LineIssue::code).contains(LineIssue.Code.PRICE_DIFFERS);
        assertThat(after.total().amount()).isEqualByComparingTo("103.15");
        assertThat(after.buyerChanges()).hasSize(1).first().satisfies(said -> {
            assertThat(said.state()).isEqualTo(BuyerChange.State.APPLIED);
            assertThat(said.lines().getFirst().quantityBefore()).isEqualByComparingTo("100");
            assertThat(said.lines().getFirst().quantity()).isEqualByComparingTo("80");
        });
        assertThat(outbox(buyer, supplier)).containsExactly("ORDER", "ORDER_CHANGE");
        assertThat(send(change)).isInstanceOf(ApplyResult.NoEffect.class);
        held(send(change(change.number(), order.number(), 1, Action.CHANGE, quantity("1", 70))), HoldReason.CONTENT_CONFLICT);
        assertThat(order(order.id()).orderVersion()).isEqualTo(2);
    }

    @Test
    void aChangeOfAConfirmedOrderWaitsForTheSupplierAndItsAnswerGoesBack() {
        agree(supplier, buyer, DocumentType.ORDER_RESPONSE);
        OrderView order = confirmed();
        send(change(unique("C"), order.number(), 1, Action.CHANGE, quantity("1", 120), line("3", LineAction.ADD, nutItem(), 5L, price("0.40"))));

        OrderView waiting = order(order.id());
        assertThat(waiting.status().agreement()).isEqualTo(Agreement.CHANGE_PENDING_SUPPLIER);
        assertThat(waiting.orderVersion()).isEqualTo(1);
        assertThat(waiting.lines()).hasSize(2);
        assertThat(waiting.pendingBuyerChange()).isNotNull();
        assertThat(asPerson(buyer, () -> orders.answerChange(order.id(), true, null, waiting.version()))).isEqualTo(new CommandResult.NotFound());
        assertThat(asPerson(supplier, () -> orders.answerChange(order.id(), false, " ", waiting.version())))
                .isEqualTo(CommandResult.invalid("reason", "required"));
        assertThat(asPerson(supplier, () -> orders.answerChange(order.id(), true, null, waiting.version()))).isInstanceOf(CommandResult.Done.class);

        OrderView after = order(order.id());
        assertThat(after.orderVersion()).isEqualTo(2);
        assertThat(after.status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(after.lines()).extracting(OrderView.Line::state).containsOnly(LineState.CONFIRMED);
        assertThat(after.lines().getFirst().confirmed()).isEqualByComparingTo("120");
        assertThat(toldToBuyer().getLast()).satisfies(answer -> {
            assertThat(answer.decision()).isEqualTo(Decision.ACCEPTED);
            assertThat(answer.lines()).extracting(OrderResponseDocument.Line::lineNumber).containsExactly("1", "2", "3");
        });
    }

    @Test
    void aRefusedChangeLeavesTheOrderAsItWas() {
        agree(supplier, buyer, DocumentType.ORDER_RESPONSE);
        OrderView order = confirmed();
        send(change(unique("C"), order.number(), null, Action.CHANGE, quantity("1", 120)));
        assertThat(respond(order.number(), Decision.REJECTED)).isInstanceOf(ApplyResult.Applied.class);
        OrderView after = order(order.id());
        assertThat(after.status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(after.orderVersion()).isEqualTo(1);
        assertThat(after.lines().getFirst().due()).isEqualByComparingTo("100");
        assertThat(toldToBuyer().getLast().decision()).isEqualTo(Decision.REJECTED);
    }

    @Test
    void theSupplierMayAcceptSomeLinesOfAChangeByOrdrsp() {
        OrderView order = confirmed();
        send(change(unique("C"), order.number(), null, Action.CHANGE, quantity("1", 120), quantity("2", 10)));
        held(respond(order.number(), Decision.ACCEPTED_WITH_CHANGES, new OrderResponseDocument.Line("1", LineDecision.CHANGED,
                boltItem(), Quantity.of(110, "PCE"), null, null, null)), HoldReason.CHANGE_PENDING);
        respond(order.number(), Decision.ACCEPTED_WITH_CHANGES, new OrderResponseDocument.Line("2", LineDecision.NOT_ACCEPTED, nutItem(), null, null, null, null));
        OrderView after = order(order.id());
        assertThat(after.lines()).extracting(line -> line.due().intValue()).containsExactly(120, 50);
        assertThat(after.buyerChanges().getFirst().lines().get(1).refused()).isEqualTo(RevisedLine.Obstacle.SUPPLIER);
    }

    @Test
    void whatIsDespatchedIsRefusedAtOnceAndTheBuyerIsTold() {
        agree(supplier, buyer, DocumentType.ORDER_RESPONSE);
        OrderView order = confirmed();
        despatch(order, "1", 100);
        send(change(unique("C"), order.number(), 1, Action.CHANGE, quantity("1", 60)));

        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(toldToBuyer().getLast()).satisfies(answer -> {
            assertThat(answer.decision()).isEqualTo(Decision.REJECTED);
            assertThat(answer.lines()).singleElement().satisfies(line -> assertThat(line.decision()).isEqualTo(LineDecision.NOT_ACCEPTED));
        });

        despatch(order, "2", 20);
        send(change(unique("C"), order.number(), 2, Action.CHANGE, quantity("1", 90), quantity("2", 30)));
        OrderView waiting = order(order.id());
        assertThat(waiting.pendingBuyerChange().lines()).extracting(RevisedLine::refused).containsExactly(RevisedLine.Obstacle.DESPATCHED, null);
        asPerson(supplier, () -> orders.answerChange(order.id(), true, null, waiting.version()));
        assertThat(order(order.id()).lines()).extracting(line -> line.due().intValue()).containsExactly(100, 30);
        assertThat(toldToBuyer().getLast().decision()).isEqualTo(Decision.ACCEPTED_WITH_CHANGES);
    }

    @Test
    void anUnansweredOrderIsCancelledAtOnceAndAConfirmedOneWhenTheSupplierAgrees() {
        OrderView open = placed(document(unique("PO")));
        OrderChangeDocument cancel = change(unique("C"), open.number(), null, Action.CANCEL);
        send(cancel);
        assertThat(order(open.id()).status().agreement()).isEqualTo(Agreement.CANCELLED);
        assertThat(send(cancel)).isInstanceOf(ApplyResult.NoEffect.class);

        OrderView order = confirmed();
        despatch(order, "1", 40);
        send(change(unique("C"), order.number(), null, Action.CHANGE, quantity("2", 45)));
        send(change(unique("C"), order.number(), null, Action.CANCEL));
        OrderView waiting = order(order.id());
        assertThat(waiting.status().agreement()).isEqualTo(Agreement.CANCEL_PENDING);
        assertThat(waiting.buyerChanges()).extracting(BuyerChange::state).containsExactly(BuyerChange.State.WITHDRAWN, BuyerChange.State.PENDING);
        asPerson(supplier, () -> orders.answerChange(order.id(), true, null, waiting.version()));
        OrderView after = order(order.id());
        assertThat(after.status().agreement()).as("what is under way is still to be received").isEqualTo(Agreement.CONFIRMED);
        assertThat(after.lines()).extracting(line -> line.due().intValue()).containsExactly(40, 0);
    }

    @Test
    void changesAreTakenInTheirOrder() {
        held(send(change(unique("C"), unique("NONE"), 1, Action.CHANGE, quantity("1", 3))), HoldReason.UNKNOWN_ORDER);
        OrderView order = placed(document(unique("PO")));
        held(send(change(unique("C"), order.number(), 4, Action.CHANGE, quantity("1", 94))), HoldReason.PREDECESSOR_MISSING);
        send(change(unique("C"), order.number(), 2, Action.CHANGE, quantity("1", 92)));
        assertThat(send(change(unique("C"), order.number(), 1, Action.CHANGE, quantity("1", 91)))).isInstanceOf(ApplyResult.NoEffect.class);
        send(change(unique("C"), order.number(), 3, Action.CHANGE, quantity("1", 93)));
        assertThat(order(order.id()).lines().getFirst().ordered()).isEqualByComparingTo("93");
        assertThat(order(order.id()).orderVersion()).isEqualTo(3);
        held(send(change(unique("C"), order.number(), 4, Action.CHANGE, quantity("77", 1))), HoldReason.UNKNOWN_LINE);
    }

    @Test
    void aWholeNewListOfLinesReplacesTheOldOne() {
        OrderView order = placed(document(unique("PO")));
        send(change(order.number(), order.number(), null, Action.REPLACE,
                line("1", LineAction.CHANGE, boltItem(), 100L, price("1.25")), line("5", LineAction.CHANGE, nutItem(), 9L, null)));
        assertThat(order(order.id()).lines()).extracting(OrderView.Line::state)
                .containsExactly(LineState.OPEN, LineState.CANCELLED, LineState.OPEN);
        assertThat(send(change(order.number(), order.number(), null, Action.REPLACE,
                line("1", LineAction.CHANGE, boltItem(), 100L, price("1.25"))))).isInstanceOf(ApplyResult.Applied.class);
        assertThat(order(order.id()).orderVersion()).isEqualTo(3);
    }

    @Test
    void onlyTheBuyerChangesAnOrder() {
        OrderView order = confirmed();
        OrderChangeDocument change = change(unique("C"), order.number(), null, Action.CANCEL);
        assertThat(asEdi(supplier, () -> orders.apply(change, parties(), new MessageContext(null, null, supplier))))
                .isInstanceOf(ApplyResult.Rejected.class);
    }
}
