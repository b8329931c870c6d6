package io.tradelane.trading.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.PunchOutCartDocument;
import io.tradelane.trading.document.PunchOutSetupDocument;
import io.tradelane.trading.document.PunchOutSetupDocument.Operation;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.LineIssue;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PunchOutTest extends DealFixture {
    @Autowired PunchOuts shops;

    private PunchOutSetupDocument setup(Operation operation, List<PunchOutCartDocument.Line> lines) {
        return new PunchOutSetupDocument(unique("P"), OffsetDateTime.now(), operation, "cookie-1", "https://erp.example/back", "a@b.example", List.of(), lines);
    }

    private String link(Operation operation, List<PunchOutCartDocument.Line> lines) {
        PunchOuts.Opened opened = asPerson(buyer, () -> shops.open(setup(operation, lines), parties()));
        assertThat(opened).isInstanceOf(PunchOuts.Opened.Open.class);
        return ((PunchOuts.Opened.Open) opened).link();
    }

    private PunchOutSession shopping(Operation operation, List<PunchOutCartDocument.Line> lines) {
        String secret = hub(() -> shops.enter(link(operation, lines))).orElseThrow();
        return hub(() -> shops.session(secret)).orElseThrow();
    }

    private PunchOutCartDocument bought(PunchOutSession session) {
        assertThat(put(session, bolt, "100")).isInstanceOf(CommandResult.Done.class);
        return asPerson(buyer, () -> shops.transfer(session)).orElseThrow();
    }

    private CommandResult put(PunchOutSession session, UUID article, String quantity) {
        return asPerson(buyer, () -> shops.put(session, article, new BigDecimal(quantity)));
    }

    private OrderView ordered(PunchOutCartDocument.Line line, String price) {
        OrderDocument document = document(unique("PO"), List.of(new OrderDocument.Line("1", line.item(), line.quantity(), price(price), null, null, null,
                List.of(Reference.to(Reference.Kind.QUOTATION, line.auxiliaryId())))));
        return placed(document);
    }

    @Test
    void aLinkWorksOnceAndASessionIsOfNobodyElse() {
        String link = link(Operation.CREATE, List.of());
        String secret = hub(() -> shops.enter(link)).orElseThrow();
        assertThat(hub(() -> shops.enter(link))).isEmpty();
        assertThat(hub(() -> shops.session(link))).isEmpty();
        assertThat(hub(() -> shops.session(secret))).get().satisfies(session -> assertThat(session.buyerCookie()).isEqualTo("cookie-1"));
        UUID stranger = organisation("Stranger", Kind.BUYER);
        assertThat(asPerson(stranger, () -> shops.session(secret))).isEmpty();
        assertThat(asPerson(stranger, () -> shops.open(setup(Operation.CREATE, List.of()), new Parties(stranger, supplier))))
                .isEqualTo(new PunchOuts.Opened.Refused(PunchOuts.Reason.NOTHING_TO_BUY));
        assertThat(asPerson(buyer, () -> shops.open(setup(Operation.SOURCE, List.of()), parties()))).isEqualTo(new PunchOuts.Opened.Refused(PunchOuts.Reason.OPERATION));
    }

    @Test
    void aCartIsNoOrderAndIsHandedOverOnce() {
        PunchOutSession session = shopping(Operation.CREATE, List.of());
        assertThat(asPerson(buyer, () -> shops.shop(session, null, null, 10))).extracting(ShopItem::number).containsExactly("B-8", "N-8");
        assertThat(asPerson(buyer, () -> shops.shop(session, "100-8", null, 10))).extracting(ShopItem::number).containsExactly("B-8");
        assertThat(asPerson(buyer, () -> shops.shop(session, null, "B-8", 10))).extracting(ShopItem::number).containsExactly("N-8");
        assertThat(put(session, bolt, "-1")).isEqualTo(CommandResult.invalid("quantity", "not-positive"));
        assertThat(put(session, UUID.randomUUID(), "1")).isInstanceOf(CommandResult.NotFound.class);
        put(session, nut, "50");
        put(session, nut, "0");
        PunchOutCartDocument cart = bought(session);
        assertThat(cart.buyerCookie()).isEqualTo("cookie-1");
        assertThat(cart.total()).isEqualTo(Money.of("125.00", "EUR"));
        assertThat(cart.lines()).singleElement().satisfies(line -> {
            assertThat(line.item().supplierArticle()).isEqualTo("B-8");
            assertThat(line.item().buyerArticle()).isEqualTo("100-8");
            assertThat(line.auxiliaryId()).isNotBlank();
        });
        assertThat(asPerson(buyer, () -> shops.transfer(session))).isEmpty();
        assertThat(superuser().sql("select count(*) from purchase_order where buyer_org_id = :buyer").param("buyer", buyer).query(Integer.class).single()).isZero();
    }

    @Test
    void anOrderThatNamesTheHeldPriceGetsItUntilItEnds() {
        PunchOutCartDocument.Line line = bought(shopping(Operation.CREATE, List.of())).lines().getFirst();
        dearer();
        assertThat(ordered(line, "1.25").lines().getFirst().issues()).isEmpty();
        assertThat(ordered(line, "1.20").lines().getFirst().issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(LineIssue.Code.PRICE_DIFFERS);
            assertThat(issue.expected()).contains("1.25");
        });
        PunchOutCartDocument.Line other = new PunchOutCartDocument.Line("1", new Item(null, null, "N-8", null), line.auxiliaryId(), line.quantity(), null, null, null);
        assertThat(ordered(other, "0.40").lines().getFirst().issues()).as("the price was held for bolts").isEmpty();
        superuser().sql("alter table held_price disable trigger user").update();
        superuser().sql("update held_price set valid_until = current_date - 1 where auxiliary_id = :id").param("id", line.auxiliaryId()).update();
        superuser().sql("alter table held_price enable trigger user").update();
        assertThat(ordered(line, "1.25").lines().getFirst().issues()).extracting(LineIssue::code).containsExactly(LineIssue.Code.PRICE_DIFFERS);
    }

    @Test
    void anEditedCartKeepsItsPricesAndAnInspectedOneStaysAsItIs() {
        PunchOutCartDocument cart = bought(shopping(Operation.CREATE, List.of()));
        dearer();
        PunchOutSession edit = shopping(Operation.EDIT, cart.lines());
        assertThat(asPerson(buyer, () -> shops.cart(edit))).singleElement().satisfies(item -> {
            assertThat(item.held()).isTrue();
            assertThat(item.price()).isEqualTo(price("1.25"));
        });
        assertThat(put(edit, bolt, "30")).isInstanceOf(CommandResult.Done.class);
        PunchOutCartDocument again = asPerson(buyer, () -> shops.transfer(edit)).orElseThrow();
        assertThat(again.lines()).singleElement().satisfies(line -> {
            assertThat(line.auxiliaryId()).isEqualTo(cart.lines().getFirst().auxiliaryId());
            assertThat(line.quantity()).isEqualTo(Quantity.of(30, "PCE"));
        });
        PunchOutSession inspect = shopping(Operation.INSPECT, cart.lines());
        assertThat(put(inspect, bolt, "5")).isEqualTo(new CommandResult.IllegalTransition("INSPECT", "PUT"));
    }

    /** From today on bolts are 1.50. */
    private void dearer() {
        superuser().sql("update agreed_price set amount = 1.50 where article_id = :bolt and buyer_org_id = :buyer").param("bolt", bolt).param("buyer", buyer).update();
    }
}
