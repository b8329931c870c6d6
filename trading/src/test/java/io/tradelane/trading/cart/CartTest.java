package io.tradelane.trading.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.catalogue.ArticlePrices;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.contract.ContractForm;
import io.tradelane.trading.contract.ContractPrices;
import io.tradelane.trading.contract.ContractTemplate;
import io.tradelane.trading.contract.ContractTemplates;
import io.tradelane.trading.contract.ContractType;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.contract.NewContract;
import io.tradelane.trading.contract.SignedPaper;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.sourcing.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CartTest extends CartFixture {
    @Autowired private ArticlePrices articlePrices;
    @Autowired private Contracts contracts;
    @Autowired private ContractTemplates templates;
    @Autowired private ContractPrices contractPrices;

    private static UUID ordered(Carts.Submitted submitted) {
        assertThat(submitted).isInstanceOf(Carts.Submitted.Ordered.class);
        return ((Carts.Submitted.Ordered) submitted).order();
    }

    /** Bolts at 1.05, a hundred of them. */
    private UUID contract() {
        ContractTemplate framework = asPerson(buyer, () -> templates.list()).stream().filter(one -> one.type() == ContractType.FRAMEWORK).findFirst().orElseThrow();
        ContractForm blank = asPerson(buyer, () -> contracts.blank(framework.id(), "EUR")).orElseThrow();
        ContractForm form = new ContractForm("Bolts", "EUR", blank.startsOn(), blank.endsOn(), null, blank.paymentTerms(), blank.deliveryTerms(), blank.params(), null,
                List.of(new ContractForm.Line("1", boltItem(), "PCE", new BigDecimal("100"), price("1.05"), null)), blank.clauses());
        CommandResult created = asPerson(buyer, () -> contracts.create(new NewContract(ContractType.FRAMEWORK, Side.BUYER, supplier), form));
        UUID id = ((CommandResult.Done) created).id();
        asPerson(buyer, () -> contracts.propose(id, 1));
        asPerson(supplier, () -> contracts.accept(id, 2));
        for (UUID by : List.of(supplier, buyer)) {
            ContractView contract = asPerson(by, () -> contracts.find(id)).orElseThrow();
            byte[] over = asPerson(by, () -> contracts.paper(contract.current().id())).map(io.tradelane.trading.contract.ContractFile::content)
                    .orElseGet(() -> asPerson(by, () -> contracts.keepPaper(contract.current().id(), "paper".getBytes())).content());
            asPerson(by, () -> contracts.sign(id, over, new SignedPaper((new String(over) + "+" + by).getBytes(), "CN=x", "f", "B-B", null), contract.version()));
        }
        return id;
    }

    @Test
    void anArticleIsFoundByEachOfItsNumbersAndTheSameOneIsOneLine() {
        Cart cart = filled(wanted("B-8", "10"), wanted("100-8", "20"), wanted(boltGtin, "30"), wanted("N-8", "5"));
        assertThat(cart.lines()).extracting(line -> line.number() + " " + line.quantity() + " " + line.source() + " " + line.amount())
                .containsExactly("B-8 60 AGREED 75.00 EUR", "N-8 5 AGREED 2.00 EUR");
        assertThat(cart.total().toString()).isEqualTo("77.00 EUR");
    }

    @Test
    void fiveHundredRowsAreTakenAtOnceAndRowsOfOneArticleAndDayBecomeOneLine() {
        List<Wanted> wanted = new java.util.ArrayList<>();
        for (int i = 0; i < 500; i++) {
            wanted.add(new Wanted(i % 2 == 0 ? "B-8" : "N-8", null, supplier, new BigDecimal("2"), LocalDate.now().plusDays(i / 4)));
        }
        Cart cart = filled(wanted.toArray(Wanted[]::new));
        assertThat(cart.lines()).hasSize(250).allSatisfy(line -> assertThat(line.quantity()).isEqualByComparingTo("4"));
        assertThat(cart.lines()).extracting(Cart.Line::position).doesNotHaveDuplicates();
        assertThat(filled(wanted("B-8", "1")).lines()).hasSize(251);
    }

    @Test
    void ofRowsOfWhichOneIsWrongNothingIsTaken() {
        Added added = by(staff, () -> carts.add(List.of(wanted("B-8", "10"), wanted("X-1", "-2"), new Wanted("N-8", null, supplier, null, LocalDate.now().minusDays(1)))));
        assertThat(((Added.Invalid) added).problems()).extracting(problem -> problem.field() + " " + problem.code()).containsExactly("rows[1].article unknown-article",
                "rows[1].quantity not-positive", "rows[2].quantity required", "rows[2].delivery past");
        assertThat(by(staff, () -> carts.list(List.of(CartState.OPEN), true, null, 10))).isEmpty();
    }

    @Test
    void aNumberThatTwoSuppliersUseAsksWhichIsMeant() {
        UUID rival = organisation("Ningbo Bolts", Kind.SUPPLIER);
        String number = unique("TW-");
        asHub(() -> articles.mapBuyerArticle(buyer, "S-1", articles.upsert(new NewArticle(supplier, number, null, null, "Bolt", "PCE", null))));
        asHub(() -> articles.mapBuyerArticle(buyer, "R-1", articles.upsert(new NewArticle(rival, number, null, null, "Bolt of the rival", "PCE", null))));
        Added added = by(staff, () -> carts.add(List.of(new Wanted(number, null, null, BigDecimal.TEN, null))));
        assertThat(((Added.Invalid) added).choices()).extracting(Added.Choice::supplier).containsExactly("Ningbo Bolts", "Suzhou Fasteners");
        Added chosen = by(staff, () -> carts.add(List.of(new Wanted(number, null, supplier, BigDecimal.TEN, null))));
        assertThat(chosen).isInstanceOf(Added.Done.class);
    }

    @Test
    void aQuantityIsRaisedToTheMinimumAndToWholePacksAndSaysSo() {
        superuser().sql("update article set min_quantity = 20, pack_quantity = 50 where id = :id").param("id", bolt).update();
        Added.Done added = (Added.Done) by(staff, () -> carts.add(List.of(wanted("B-8", "7"))));
        assertThat(added.raised()).extracting(one -> one.asked() + " " + one.quantity().intValue()).containsExactly("7 50");
        Cart cart = cart(added.carts().iterator().next());
        by(staff, () -> carts.change(cart.id(), null, List.of(new Carts.LineChange(cart.lines().getFirst().id(), new BigDecimal("51"), null)), cart.version()));
        assertThat(cart(cart.id()).lines().getFirst()).satisfies(line -> {
            assertThat(line.quantity()).isEqualByComparingTo("100");
            assertThat(line.asked()).isEqualByComparingTo("51");
        });
    }

    @Test
    void theListCountsWhereNothingIsAgreedAndTheTierForTheQuantity() {
        UUID washer = hub(() -> articles.upsert(new NewArticle(supplier, "W-8", null, "垫圈", "Washer", "PCE", null)));
        asHub(() -> articles.mapBuyerArticle(buyer, "100-W", washer));
        superuser().sql("update article set listing = 'LISTED', listed = tstzrange(now() - interval '1 day', null) where id = :id").param("id", washer).update();
        asPerson(supplier, () -> articlePrices.set(supplier, washer, new ArticlePrices.NewPrices(null, "EUR", LocalDate.now(), null,
                List.of(new ArticlePrices.Tier(BigDecimal.ONE, new BigDecimal("0.10")), new ArticlePrices.Tier(new BigDecimal("1000"), new BigDecimal("0.08"))))));
        assertThat(filled(wanted("W-8", "999")).lines().getFirst()).extracting(line -> line.price().amount() + " " + line.source()).isEqualTo("0.10 EUR LIST");
        assertThat(filled(wanted("W-8", "1")).lines().getFirst()).extracting(line -> line.price().amount() + " " + line.quantity()).isEqualTo("0.08 EUR 1000");
    }

    @Test
    void anOrderIsPlacedAsAnInboundOneAndGoesToTheSupplierByItsAgreement() {
        agree(buyer, supplier, DocumentType.ORDER);
        Cart cart = filled(wanted("B-8", "100"), wanted("N-8", "50"));
        String number = unique("MY-");
        by(staff, () -> carts.change(cart.id(), new CartForm(number, inTenDays(), new ShipTo("Dock 4", null, "Ring 1", "Suzhou", null, "CN"), "CC-1", "Before noon"), List.of(), cart.version()));
        OrderView order = order(ordered(submit(cart(cart.id()))));
        assertThat(order.number()).isEqualTo(number);
        assertThat(order.total().toString()).isEqualTo("145.00 EUR");
        assertThat(order.status().agreement()).isEqualTo(Agreement.ISSUED);
        assertThat(order.status().transmission()).isEqualTo(OrderStatus.Transmission.QUEUED);
        assertThat(order.lines()).extracting(line -> line.lineNumber() + " " + line.supplierArticle() + " " + line.issues().size()).containsExactly("10 B-8 0", "20 N-8 0");
        assertThat(outbox(buyer, supplier)).containsExactly("ORDER");
        assertThat(asPerson(supplier, () -> orders.find(order.id()))).isPresent();
        assertThat(asPerson(supplier, () -> carts.find(cart.id()))).as("the cart is the buyer's alone").isEmpty();
        assertThat(submit(cart(cart.id()))).isInstanceOf(Carts.Submitted.Not.class);
    }

    @Test
    void aNumberOfTheBuyersIsUsedOnce() {
        String number = placed(document(unique("PO"))).number();
        Cart cart = filled(wanted("B-8", "1"));
        CartForm form = new CartForm(number, null, ShipTo.UNKNOWN, null, null);
        assertThat(by(staff, () -> carts.change(cart.id(), form, List.of(), cart.version()))).isEqualTo(CommandResult.invalid("number", "number-taken"));
    }

    @Test
    void aPriceThatChangedSinceItWasSeenIsShownBeforeItIsOrdered() {
        Cart cart = filled(wanted("B-8", "100"));
        superuser().sql("update agreed_price set amount = 1.30 where article_id = :id").param("id", bolt).update();
        assertThat(submit(cart)).isEqualTo(new Carts.Submitted.Not(CommandResult.invalid("total", "price-changed")));
        assertThat(cart(cart.id()).total().toString()).isEqualTo("130.00 EUR");
        ordered(submit(cart(cart.id())));
    }

    @Test
    void aLineWithoutAPriceIsNotOrdered() {
        superuser().sql("delete from agreed_price where article_id = :id").param("id", nut).update();
        asHub(() -> articles.mapBuyerArticle(buyer, "100-N", nut));
        assertThat(submit(filled(wanted("N-8", "1")))).isEqualTo(new Carts.Submitted.Not(CommandResult.invalid("lines[0].price", "no-price")));
    }

    @Test
    void aContractsPriceCountsAsLongAsEnoughIsLeftOfItAndWhatIsOrderedIsTakenFromIt() {
        UUID contract = contract();
        Cart first = filled(wanted("B-8", "60"));
        assertThat(first.lines().getFirst()).extracting(line -> line.price().amount() + " " + line.source()).isEqualTo("1.05 EUR CONTRACT");
        OrderView order = order(ordered(submit(first)));
        assertThat(order.total().toString()).isEqualTo("63.00 EUR");
        assertThat(asPerson(buyer, () -> contractPrices.of(parties()))).extracting(offer -> offer.left().intValue()).containsExactly(40);
        assertThat(asPerson(buyer, () -> contracts.find(contract)).orElseThrow().callOffs()).extracting(one -> one.order().toString()).containsExactly(order.id().toString());
        assertThat(filled(wanted("B-8", "60")).lines().getFirst().source()).as("only 40 are left").isEqualTo(PriceSource.AGREED);
    }

    @Test
    void anOldOrderIsOrderedAgainAtThePricesOfToday() {
        OrderView old = placed(document(unique("PO")));
        superuser().sql("update agreed_price set amount = 1.30 where article_id = :id").param("id", bolt).update();
        Added added = by(staff, () -> carts.repeat(old.id())).orElseThrow();
        Cart cart = cart(((Added.Done) added).carts().iterator().next());
        assertThat(cart.lines()).extracting(line -> line.number() + " " + line.quantity() + " " + line.formerPrice() + " " + line.price().amount() + " " + line.renewed())
                .containsExactly("B-8 100 1.25 1.30 EUR true", "N-8 50 0.40 0.40 EUR false");
        assertThat(by(staff, () -> carts.repeat(UUID.randomUUID()))).isEmpty();
        assertThat(asPerson(supplier, () -> carts.repeat(old.id()))).as("the supplier has not ordered it").isEmpty();
    }

    @Test
    void nobodyElseChangesOrSubmitsACart() {
        Cart cart = filled(wanted("B-8", "1"));
        assertThat(by(chief, () -> carts.change(cart.id(), null, List.of(), cart.version()))).isInstanceOf(CommandResult.NotFound.class);
        assertThat(by(chief, () -> carts.submit(cart.id(), null, cart.version()))).isEqualTo(new Carts.Submitted.Not(new CommandResult.NotFound()));
        assertThat(asPerson(organisation("Stranger", Kind.BOTH), () -> carts.find(cart.id()))).isEmpty();
    }
}
