package io.tradelane.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlaceOrderTest extends DealFixture {
    @Autowired Journal journal;

    @Test
    void anOrderStandsWithItsLinesAndWaitsForTheSupplier() {
        OrderView order = placed(document(unique("PO")));

        assertThat(order.status()).isEqualTo(new OrderStatus(OrderStatus.Approval.NONE_NEEDED, Agreement.ISSUED,
                OrderStatus.Fulfilment.NOT_SHIPPED, OrderStatus.Billing.NOT_INVOICED, OrderStatus.Payment.UNPAID,
                OrderStatus.Transmission.NONE));
        assertThat(order.total().sameAs(Money.of("145.00", "EUR"))).isTrue();
        assertThat(order.lines()).extracting(OrderView.Line::supplierArticle).containsExactly("B-8", "N-8");
        assertThat(order.lines()).allSatisfy(line -> assertThat(line.issues()).isEmpty());
        assertThat(order.nextDelivery()).isEqualTo(inTenDays());
        assertThat(order.buyer().name()).isEqualTo("Rhein Maschinenbau");
        assertThat(hub(() -> journal.timeline(PurchaseOrders.ENTITY, order.id()))).singleElement()
                .satisfies(entry -> assertThat(entry.event()).isEqualTo("PLACED"));
    }

    @Test
    void manyArePlacedAtOnceAsEachWouldBeAlone() {
        agree(buyer, supplier, DocumentType.ORDER);
        OrderView stands = placed(document(unique("PO")));
        String twice = unique("PO");
        List<Placement> placements = Stream.of(document(unique("PO")), document(stands.number()), document(twice), document(twice),
                        document(unique("PO"), List.of()), document(unique("PO"), List.of(line("1", nutItem(), 3, "0.40"))))
                .map(document -> new Placement(document, parties(), new MessageContext(null, null, buyer), Actor.hub(buyer, "EDI", Source.EDI)))
                .toList();
        inTransaction(Actor.hub(), () -> {
            List<DraftedOrder> drafts = orders.draft(placements);
            assertThat(drafts).extracting(DraftedOrder::placement)
                    .containsExactly(placements.get(0), placements.get(2), placements.get(5));
            orders.place(drafts);
        });

        OrderView alone = placed(document(unique("PO")));
        OrderView among = hub(() -> orders.byNumber(placements.getFirst().document().number())).getFirst();
        assertThat(among.total()).isEqualTo(alone.total());
        assertThat(among.status()).isEqualTo(alone.status());
        assertThat(among.lines()).extracting(OrderView.Line::supplierArticle).containsExactly("B-8", "N-8");
        assertThat(hub(() -> journal.timeline(PurchaseOrders.ENTITY, among.id()))).singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("EDI"));
        assertThat(outbox(buyer, supplier)).hasSize(5).containsOnly("ORDER");
    }

    @Test
    void whatIsOddStandsOnTheLine() {
        OrderDocument.Line unknown = line("1", new Item("4000000000006", null, "X-9", null), 10, "2.00");
        OrderDocument.Line dear = line("2", boltItem(), 10, "1.30");
        OrderDocument.Line late = new OrderDocument.Line("3", nutItem(), Quantity.of(10, "PCE"), price("0.40"),
                Money.of("5.00", "EUR"),
                LocalDate.now().minusDays(3), null, List.of());
        OrderDocument.Line twice = new OrderDocument.Line("3", new Item("4000000000001", null, "N-8", null),
                Quantity.of(10, "XYZ"), null, null, null, null, List.of());
        OrderView order = placed(document(unique("PO"), List.of(unknown, dear, late, twice)));

        assertThat(order.lines()).extracting(line -> line.issues().stream().map(LineIssue::code).toList())
                .containsExactly(
                List.of(LineIssue.Code.UNKNOWN_ARTICLE),
                List.of(LineIssue.Code.PRICE_DIFFERS),
                List.of(LineIssue.Code.AMOUNT_DIFFERS, LineIssue.Code.DATE_IMPOSSIBLE),
                List.of(LineIssue.Code.DUPLICATE_LINE_NUMBER, LineIssue.Code.GTIN_CHECK_DIGIT,
                        LineIssue.Code.UNKNOWN_UNIT));
        assertThat(order.lines().get(1).issues().getFirst()).isEqualTo(
                new LineIssue(LineIssue.Code.PRICE_DIFFERS, "1.30 EUR / PCE", "1.25 EUR / PCE"));
    }

    @Test
    void theSameOrderAgainHasNoEffectAndOtherContentIsHeld() {
        String number = unique("PO");
        OrderView order = placed(document(number));

        assertThat(place(document(number))).isEqualTo(new ApplyResult.NoEffect("the order stands already", order.id()));
        assertThat(place(document(number, List.of(line("1", boltItem(), 7, "1.25")))))
                .isInstanceOfSatisfying(ApplyResult.Held.class,
                held -> assertThat(held.reason()).isEqualTo(HoldReason.CONTENT_CONFLICT));
        assertThat(order(order.id())).isEqualTo(order);
    }

    @Test
    void whatCannotBeAnOrderIsRejected() {
        ApplyResult empty = place(document(unique("PO"), List.of()));
        assertThat(empty).isInstanceOfSatisfying(ApplyResult.Rejected.class,
                rejected -> assertThat(rejected.errors()).containsExactly(Refusal.NO_LINES.error()));

        UUID stranger = organisation("Stranger", Kind.BUYER);
        ApplyResult foreign = asEdi(stranger, () ->
                orders.place(document(unique("PO")), parties(), new MessageContext(null, null, stranger)));
        assertThat(foreign).isInstanceOfSatisfying(ApplyResult.Rejected.class,
                rejected -> assertThat(rejected.errors()).containsExactly(Refusal.WRONG_SENDER.error("buyer")));
    }

    @Test
    void aSupplierOnEdiGetsTheOrderInItsOwnNumbering() {
        agree(buyer, supplier, DocumentType.ORDER);
        OrderView order = placed(document(unique("PO")));

        assertThat(order.status().transmission()).isEqualTo(OrderStatus.Transmission.QUEUED);
        assertThat(outbox(buyer, supplier)).containsExactly("ORDER");
        String sent = superuser().sql("select document from outbox where from_org_id = :buyer").param("buyer", buyer)
                .query(String.class).single();
        assertThat(sent).contains("\"B-8\"");

        asHub(() -> orders.transmission(buyer, order.number(), OrderStatus.Transmission.ACKED, MessageContext.NONE));
        asHub(() -> orders.transmission(order.id(), OrderStatus.Transmission.SENT, MessageContext.NONE));
        assertThat(order(order.id()).status().transmission()).isEqualTo(OrderStatus.Transmission.ACKED);
    }

    @Test
    void nobodyElseSeesAnOrder() {
        OrderView order = placed(document(unique("PO")));
        UUID stranger = organisation("Stranger", Kind.SUPPLIER);

        assertThat(asPerson(stranger, () -> orders.find(order.id()))).isEmpty();
        assertThat(asPerson(stranger, () -> orders.list(OrderFilter.of(OrderFilter.Tab.ALL)).orders())).isEmpty();
        assertThat(asPerson(stranger, () -> orders.answer(order.id(), new SupplierAnswer.AcceptAll(null), 1)))
                .isEqualTo(new CommandResult.NotFound());
        assertThat(asPerson(supplier, () -> orders.find(order.id()))).isPresent();
        assertThat(asPerson(buyer, () -> orders.byNumber(order.number()))).singleElement().isEqualTo(order);
    }

    @Test
    void listsCountEveryTabAndTurnPagesByCursor() {
        OrderView first = placed(document(unique("PO")));
        OrderView second = placed(document(unique("PO")));
        OrderView third = placed(document(unique("PO")));

        OrderPage page = asPerson(supplier, () -> orders
                .list(new OrderFilter(OrderFilter.Tab.NEEDS_ACTION, null, null, null, null, null, 2)));
        assertThat(page.orders()).extracting(OrderSummary::id).containsExactly(third.id(), second.id());
        assertThat(page.counts()).containsEntry(OrderFilter.Tab.ALL, 3).containsEntry(OrderFilter.Tab.NEEDS_ACTION, 3)
                .containsEntry(OrderFilter.Tab.IN_TRANSIT, 0).containsEntry(OrderFilter.Tab.LATE, 0);
        OrderPage rest = asPerson(supplier, () -> orders.list(
                new OrderFilter(OrderFilter.Tab.NEEDS_ACTION, null, null, null, null, page.next(), 2)));
        assertThat(rest.orders()).extracting(OrderSummary::id).containsExactly(first.id());
        assertThat(rest.next()).isNull();

        assertThat(asPerson(buyer, () -> orders.list(OrderFilter.of(OrderFilter.Tab.NEEDS_ACTION)).orders())).isEmpty();
        String part = second.number().substring(2);
        assertThat(asPerson(buyer, () -> orders
                .list(new OrderFilter(OrderFilter.Tab.ALL, part, null, null, null, null, 50)).orders()))
                .extracting(OrderSummary::number).containsExactly(second.number());
        assertThat(asPerson(buyer, () -> orders
                .list(new OrderFilter(OrderFilter.Tab.ALL, "suzhou", null, null, null, null, 50)).orders())).hasSize(3);
    }
}
