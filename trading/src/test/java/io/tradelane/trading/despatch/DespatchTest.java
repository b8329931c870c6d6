package io.tradelane.trading.despatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.despatch.GoodsReceipts.Counted;
import io.tradelane.trading.despatch.GoodsReceipts.Difference;
import io.tradelane.trading.despatch.GoodsReceipts.Receipt;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.LineState;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.payment.TradeFixture;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DespatchTest extends TradeFixture {

    private static HoldReason held(ApplyResult result) {
        assertThat(result).isInstanceOf(ApplyResult.Held.class);
        return ((ApplyResult.Held) result).reason();
    }

    @Test
    void whatIsOddAboutAShipmentIsFlaggedAndNotRefused() {
        OrderView order = confirmed();
        UUID id = applied(despatch(advice(unique("DA"), order.number(), List.of(
                pack("012345678901234567", shipped("1", order.number(), "1", 120)),
                pack(sscc(), shipped("2", order.number(), "99", 5))))));
        ShipmentView shipment = hub(() -> advices.find(id)).orElseThrow();

        assertThat(shipment.packages().get(0).issues()).containsExactly(ShipmentView.Issue.SSCC_CHECK_DIGIT);
        assertThat(shipment.packages().get(0).lines().getFirst().issues())
                .containsExactly(ShipmentView.Issue.OVER_SHIPPED);
        assertThat(shipment.packages().get(1).lines().getFirst().issues())
                .containsExactly(ShipmentView.Issue.UNKNOWN_LINE);
        assertThat(shipment.orders()).extracting(ShipmentView.OrderLink::number).containsExactly(order.number());
        assertThat(order(order.id()).lines().getFirst().state()).isEqualTo(LineState.SHIPPED);
        assertThat(order(order.id()).status().fulfilment()).isEqualTo(OrderStatus.Fulfilment.PART_SHIPPED);
        assertThat(asPerson(buyer, () -> advices.ofOrder(order.id()))).extracting(ShipmentView::id).containsExactly(id);
    }

    @Test
    void unknownOrdersReusedSsccsAndOtherContentAreHeld() {
        OrderView order = confirmed();
        String sscc = sscc();
        assertThat(held(despatch(advice(unique("DA"), unique("NONE"),
                List.of(pack(sscc, shipped("1", null, "1", 5))))))).isEqualTo(HoldReason.UNKNOWN_ORDER);
        String number = unique("DA");
        applied(despatch(advice(number, order.number(), List.of(pack(sscc, shipped("1", order.number(), "1", 5))))));
        assertThat(held(despatch(advice(number, order.number(),
                List.of(pack(sscc, shipped("1", order.number(), "1", 6))))))).isEqualTo(HoldReason.CONTENT_CONFLICT);
        assertThat(held(despatch(advice(unique("DA"), order.number(),
                List.of(pack(sscc, shipped("1", order.number(), "1", 5))))))).isEqualTo(HoldReason.SSCC_REUSED);
        String twice = sscc();
        assertThat(despatch(advice(unique("DA"), order.number(), List.of(
                pack(twice, shipped("1", order.number(), "1", 5)), pack(twice, shipped("2", order.number(), "2", 5))))))
                .isEqualTo(new ApplyResult.Rejected(List.of(Refusal.DUPLICATE_SSCC.error(twice))));
        assertThat(order(order.id()).lines().getFirst().shipped()).isEqualByComparingTo("5");
    }

    @Test
    void aLineWithoutAnOrderLineNumberIsFoundByItsArticle() {
        OrderView order = confirmed();
        applied(despatch(advice(unique("DA"), order.number(), List.of(pack(sscc(), shipped("1", null, null, 40))))));
        assertThat(order(order.id()).lines().getFirst().shipped()).isEqualByComparingTo("40");
        assertThat(order(order.id()).lines().getFirst().state()).isEqualTo(LineState.PART_SHIPPED);
    }

    @Test
    void aFormOnlyDespatchesWhatIsConfirmedAndOpen() {
        OrderView issued = placed(document(unique("PO")));
        assertThat(asPerson(supplier, () ->
                advices.despatch(new DespatchAdvices.Despatch(Ids.next(), issued.id(), 1, null, null, null))))
                .isEqualTo(new CommandResult.IllegalTransition("ISSUED", "DESPATCH"));
        OrderView order = confirmed();
        assertThat(asPerson(buyer, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 1, null,
                null, null))))
                .isEqualTo(new CommandResult.NotFound());
        assertThat(asPerson(supplier, () ->
                advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 0, null, null, null))))
                .isEqualTo(CommandResult.invalid("packages", "out-of-range"));
        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 7, null, null,
                null)));
        assertThat(asPerson(supplier, () ->
                advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 1, null, null, null))))
                .isEqualTo(CommandResult.invalid("orderId", "nothing-open"));
        ShipmentView shipment = asPerson(supplier, () -> advices.ofOrder(order.id())).getFirst();
        assertThat(shipment.packages()).hasSize(7);
        assertThat(shipment.packages().stream().flatMap(unit -> unit.lines().stream()).map(ShipmentView.Line::shipped)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("150");
    }

    @Test
    void aReceiptNeedsAReasonForEveryDifference() {
        OrderView order = confirmed();
        asPerson(supplier, () -> advices.despatch(new DespatchAdvices.Despatch(Ids.next(), order.id(), 2, null, null,
                null)));
        UUID shipment = asPerson(buyer, () -> advices.ofOrder(order.id())).getFirst().id();
        UUID line = order.lines().getFirst().id();

        assertThat(asPerson(buyer, () -> receipts.post(new Receipt(Ids.next(), order.id(), shipment, null, List.of(
                new Counted(line, new BigDecimal("90"), BigDecimal.ZERO, null, null))))))
                .isEqualTo(CommandResult.invalid("lines[1].difference", "required"));
        assertThat(asPerson(buyer, () -> receipts.post(new Receipt(Ids.next(), order.id(), shipment, null, List.of(
                new Counted(line, new BigDecimal("-1"), BigDecimal.ZERO, Difference.SHORT, null))))))
                .isEqualTo(CommandResult.invalid("lines[1].accepted", "negative"));
        assertThat(asPerson(buyer, () -> receipts.post(new Receipt(Ids.next(), order.id(), shipment, null, List.of(
                new Counted(line, new BigDecimal("101"), BigDecimal.ZERO, Difference.SHORT, null))))))
                .isEqualTo(CommandResult.invalid("lines[1].accepted", "too-large"));
        assertThat(asPerson(supplier, () ->
                receipts.post(new Receipt(Ids.next(), order.id(), shipment, null, List.of()))))
                        .isEqualTo(new CommandResult.NotFound());

        // Half of the shipment, with damage: the rest of it stays to be counted.
        assertThat(asPerson(buyer, () -> receipts.post(new Receipt(Ids.next(), order.id(), shipment, null, List.of(
                new Counted(line, new BigDecimal("90"), new BigDecimal("10"), Difference.DAMAGED, "wet"))))))
                .isInstanceOf(CommandResult.Done.class);
        ShipmentView view = asPerson(buyer, () -> advices.find(shipment)).orElseThrow();
        assertThat(view.state()).isEqualTo(ShipmentView.State.PART_RECEIVED);
        assertThat(view.packages()).extracting(unit -> unit.lines().getFirst().received().intValueExact())
                .containsExactly(50, 40);
        assertThat(view.packages()).extracting(unit -> unit.lines().getFirst().damaged().intValueExact())
                .containsExactly(0, 10);
        assertThat(asPerson(buyer, () -> receipts.expected(order.id(), shipment))).singleElement()
                .satisfies(expected -> assertThat(expected.expected()).isEqualByComparingTo("50"));
        OrderView.Line after = order(order.id()).lines().getFirst();
        assertThat(after.received()).isEqualByComparingTo("90");
        assertThat(after.damaged()).isEqualByComparingTo("10");
        assertThat(asPerson(supplier, () -> receipts.ofOrder(order.id()))).singleElement().satisfies(receipt -> {
            assertThat(receipt.number()).startsWith("GR-");
            assertThat(receipt.lines().getFirst().difference()).isEqualTo(GoodsReceipts.Difference.DAMAGED);
        });
    }
}
