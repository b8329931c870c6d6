package io.tradelane.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerOrderTest extends DealFixture {

    private OrderResponseDocument response(String number, String order, Decision decision,
            OrderResponseDocument.Line... lines) {
        return new OrderResponseDocument(number, LocalDate.now(), order, "SO-9", decision, "EUR", List.of(), null,
                List.of(lines));
    }

    private static OrderResponseDocument.Line said(
            String number, LineDecision decision, @Nullable Quantity quantity, @Nullable Price price,
            @Nullable LocalDate promised) {
        return new OrderResponseDocument.Line(number, decision, new Item(null, null, null, null), quantity, price,
                promised, null);
    }

    private ApplyResult respond(OrderResponseDocument document) {
        return asEdi(supplier, () -> orders.apply(document, parties(), new MessageContext(null, null, supplier)));
    }

    @Test
    void anAcceptanceWithAnotherQuantityIsAChangeTheBuyerDecides() {
        agree(supplier, buyer, DocumentType.ORDER_RESPONSE);
        OrderView order = placed(document(unique("PO")));
        OrderResponseDocument response = response(unique("AB"), order.number(), Decision.ACCEPTED,
                said("000001", LineDecision.ACCEPTED, Quantity.of(90, "PCE"), null, null),
                said("2", LineDecision.ACCEPTED, null, null, null));

        assertThat(respond(response)).isEqualTo(new ApplyResult.Applied(order.id()));
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.CHANGE_PENDING_BUYER);
        assertThat(respond(response)).isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(respond(response(response.number(), order.number(), Decision.ACCEPTED)))
                .isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.CONTENT_CONFLICT));
        assertThat(respond(response(unique("AB"), order.number(), Decision.ACCEPTED)))
                .isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.CHANGE_PENDING));
        assertThat(outbox(supplier, buyer)).containsExactly("ORDER_RESPONSE");
    }

    @Test
    void aRefusedFirstChangeLeavesTheOrderWithTheSupplierAndALaterOneConfirmed() {
        OrderView order = placed(document(unique("PO")));
        SupplierAnswer dearer = new SupplierAnswer.Change(null, null, List.of(
                new SupplierAnswer.LineChange("1", false, null, price("1.40"), null, null)));
        asPerson(supplier, () -> orders.answer(order.id(), dearer, 1));
        assertThat(asPerson(buyer, () -> orders.decideChange(order.id(), false, " ", 2)))
                .isEqualTo(CommandResult.invalid("reason", "required"));
        asPerson(buyer, () -> orders.decideChange(order.id(), false, "too dear", 2));
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.ISSUED);

        asPerson(supplier, () -> orders.answer(order.id(), new SupplierAnswer.AcceptAll(null), 3));
        asPerson(supplier, () -> orders.answer(order.id(), dearer, 4));
        asPerson(buyer, () -> orders.decideChange(order.id(), false, "still too dear", 5));
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(order(order.id()).lines().getFirst().confirmedPrice()).isEqualTo(price("1.25"));
    }

    @Test
    void aLineMayBeRejectedAndTheRestIsDelivered() {
        OrderView order = placed(document(unique("PO")));
        respond(response(unique("AB"), order.number(), Decision.ACCEPTED_WITH_CHANGES,
                said("2", LineDecision.NOT_ACCEPTED, null, null, null)));
        asPerson(buyer, () -> orders.decideChange(order.id(), true, null, 2));

        OrderView after = order(order.id());
        assertThat(after.status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(after.lines()).extracting(OrderView.Line::state)
                .containsExactly(LineState.CONFIRMED, LineState.REJECTED);
        assertThat(after.total().amount()).isEqualByComparingTo("125.00");
        assertThat(after.lines().get(1).due()).isZero();
    }

    @Test
    void aChangeThatRejectsEveryLineEndsTheOrder() {
        OrderView order = placed(document(unique("PO")));
        respond(response(unique("AB"), order.number(), Decision.ACCEPTED_WITH_CHANGES,
                said("1", LineDecision.NOT_ACCEPTED, null, null, null),
                said("2", LineDecision.NOT_ACCEPTED, null, null, null)));
        asPerson(buyer, () -> orders.decideChange(order.id(), true, null, 2));
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.REJECTED_BY_SUPPLIER);
    }

    @Test
    void aRejectionEndsTheOrderAndNothingFollows() {
        OrderView order = placed(document(unique("PO")));
        assertThat(asPerson(supplier, () -> orders.answer(order.id(), new SupplierAnswer.RejectAll(" "), 1)))
                .isEqualTo(CommandResult.invalid("reason", "required"));
        respond(response(unique("AB"), order.number(), Decision.REJECTED));
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.REJECTED_BY_SUPPLIER);
        assertThat(asPerson(supplier, () -> orders.answer(order.id(), new SupplierAnswer.AcceptAll(null), 2)))
                .isEqualTo(new CommandResult.IllegalTransition("REJECTED_BY_SUPPLIER", "ACCEPT"));
        assertThat(respond(response(unique("AB"), order.number(), Decision.ACCEPTED)))
                .isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.ILLEGAL_TRANSITION));
    }

    @Test
    void anAcknowledgementChangesNothingCommercial() {
        OrderView order = placed(document(unique("PO")));
        assertThat(respond(response(unique("AB"), order.number(), Decision.ACKNOWLEDGED)))
                .isInstanceOf(ApplyResult.Applied.class);
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.ISSUED);
        respond(response(unique("AB"), order.number(), Decision.ACCEPTED));
        assertThat(respond(response(unique("AB"), order.number(), Decision.ACKNOWLEDGED)))
                .isInstanceOf(ApplyResult.NoEffect.class);
        assertThat(respond(response(unique("AB"), order.number(), Decision.ACCEPTED)))
                .isInstanceOf(ApplyResult.NoEffect.class);
    }

    @Test
    void aDateWhereNoneWasAskedForIsAPromiseAndNoChange() {
        OrderView order = placed(new OrderDocument(unique("PO"), OrderDocument.Kind.STANDARD,
                OrderDocument.Function.ORIGINAL, LocalDate.now(), null, "EUR", List.of(), List.of(), null, null, null,
                List.of(line("1", boltItem(), 10, "1.25"))));
        respond(response(unique("AB"), order.number(), Decision.ACCEPTED,
                said("1", LineDecision.ACCEPTED, null, null, inTenDays())));
        OrderView after = order(order.id());
        assertThat(after.status().agreement()).isEqualTo(Agreement.CONFIRMED);
        assertThat(after.lines().getFirst().promisedDelivery()).isEqualTo(inTenDays());
        assertThat(after.nextDelivery()).isEqualTo(inTenDays());
    }

    @Test
    void aLineAnsweredInPartsIsAddedUp() {
        OrderView order = placed(document(unique("PO")));
        respond(response(unique("AB"), order.number(), Decision.ACCEPTED,
                said("1", LineDecision.ACCEPTED, Quantity.of(60, "PCE"), null, inTenDays()),
                said("1", LineDecision.ACCEPTED, Quantity.of(40, "PCE"), null, inTenDays())));
        assertThat(order(order.id()).status().agreement()).isEqualTo(Agreement.CONFIRMED);
    }

    @Test
    void whatSpeaksOfNothingKnownIsHeld() {
        OrderView order = placed(document(unique("PO")));
        assertThat(respond(response(unique("AB"), unique("NONE"), Decision.ACCEPTED)))
                .isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.UNKNOWN_ORDER));
        assertThat(respond(response(unique("AB"), order.number(), Decision.ACCEPTED,
                said("77", LineDecision.ACCEPTED, null, null, null))))
                .isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason())
                        .isEqualTo(HoldReason.UNKNOWN_LINE));
        assertThat(respond(response(unique("AB"), order.number(), Decision.ACCEPTED,
                        said("1", LineDecision.ACCEPTED, new Quantity(BigDecimal.TEN, "KGM"), null, null))))
                .isInstanceOfSatisfying(ApplyResult.Held.class, held -> assertThat(held.reason())
                        .isEqualTo(HoldReason.NOT_COMPARABLE));
        assertThat(order(order.id()).answers()).isEmpty();
    }

    @Test
    void onlyTheSupplierAnswersAndOnlyTheBuyerDecides() {
        OrderView order = placed(document(unique("PO")));
        UUID stranger = organisation("Stranger", Kind.SUPPLIER);
        assertThat(asEdi(stranger, () -> orders.apply(response(unique("AB"), order.number(), Decision.REJECTED),
                parties(),
                new MessageContext(null, null, stranger)))).isInstanceOf(ApplyResult.Rejected.class);
        assertThat(asPerson(buyer, () -> orders.answer(order.id(), new SupplierAnswer.AcceptAll(null), 1)))
                .isEqualTo(new CommandResult.NotFound());
        assertThat(asPerson(supplier, () -> orders.decideChange(order.id(), true, null, 1)))
                .isEqualTo(new CommandResult.NotFound());
    }
}
