package io.tradelane.trading.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A buyer and a supplier with a catalogue, and the words to trade in. */
public abstract class DealFixture extends TestDatabase {
    @Autowired protected Articles articles;
    @Autowired protected Agreements agreements;
    @Autowired protected PurchaseOrders orders;
    protected UUID buyer;
    protected UUID supplier;
    protected UUID bolt;
    protected UUID nut;
    protected String boltGtin;

    @BeforeEach
    void companies() {
        buyer = organisation("Rhein Maschinenbau", Kind.BUYER);
        supplier = organisation("Suzhou Fasteners", Kind.SUPPLIER);
        String digits = "690" + String.valueOf(System.nanoTime()).substring(0, 9);
        boltGtin = digits + CheckDigit.of(digits);
        asHub(() -> {
            bolt = articles.upsert(new NewArticle(supplier, "B-8", boltGtin, "螺栓 M8", "Bolt M8", "PCE", null));
            nut = articles.upsert(new NewArticle(supplier, "N-8", null, "螺母 M8", "Nut M8", "PCE", null));
            articles.mapBuyerArticle(buyer, "100-8", bolt);
            articles.agreePrice(buyer, bolt, price("1.25"), LocalDate.of(2020, 1, 1), null);
            articles.agreePrice(buyer, nut, price("0.40"), LocalDate.of(2020, 1, 1), null);
        });
    }

    protected Parties parties() {
        return new Parties(buyer, supplier);
    }

    protected static Price price(String amount) {
        return Price.each(Money.of(amount, "EUR"), "PCE");
    }

    protected static LocalDate inTenDays() {
        return LocalDate.now().plusDays(10);
    }

    protected OrderDocument.Line line(String number, Item item, long quantity, @Nullable String price) {
        return new OrderDocument.Line(number, item, Quantity.of(quantity, "PCE"), price == null ? null : price(price),
                null, null, null, List.of());
    }

    protected Item boltItem() {
        return new Item(boltGtin, "100-8", null, "Bolt");
    }

    protected Item nutItem() {
        return new Item(null, null, "N-8", "Nut");
    }

    protected OrderDocument document(String number, List<OrderDocument.Line> lines) {
        return new OrderDocument(number, OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, LocalDate.now(),
                inTenDays(), "EUR",
                List.of(Party.ofGln(PartyRole.BUYER, gln(buyer)), Party.ofGln(PartyRole.SUPPLIER, gln(supplier))),
                List.of(), null, null, null, lines);
    }

    /** Hundred bolts at 1.25 and fifty nuts at 0.40. */
    protected OrderDocument document(String number) {
        return document(number, List.of(line("1", boltItem(), 100, "1.25"), line("2", nutItem(), 50, "0.40")));
    }

    protected ApplyResult place(OrderDocument document) {
        return asEdi(buyer, () -> orders.place(document, parties(), new MessageContext(null, null, buyer)));
    }

    protected OrderView placed(OrderDocument document) {
        ApplyResult result = place(document);
        assertThat(result).isInstanceOf(ApplyResult.Applied.class);
        return order(((ApplyResult.Applied) result).id());
    }

    protected OrderView confirmed() {
        OrderView order = placed(document(unique("PO")));
        CommandResult result = asPerson(supplier, () ->
                orders.answer(order.id(), new SupplierAnswer.AcceptAll("SO-1"), order.version()));
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return order(order.id());
    }

    protected OrderView order(UUID id) {
        return hub(() -> orders.find(id)).orElseThrow();
    }

    protected static <T> T asEdi(UUID organisation, java.util.function.Supplier<T> work) {
        return Tenancy.call(Actor.hub(organisation, "EDI", Tenancy.Source.EDI), work);
    }

    protected static <T> T asPerson(UUID organisation, java.util.function.Supplier<T> work) {
        return Tenancy.call(person(organisation), work);
    }

    protected void agree(UUID from, UUID to, DocumentType type) {
        hub(() -> agreements.agree(new Agreement(Ids.next(), from, to, type, "EDIFACT", "D96A", null, null, true,
                gln(from), "14", gln(to), "14", "UNOC", false)));
    }

    protected List<String> outbox(UUID from, UUID to) {
        return superuser().sql("select document_type from outbox where from_org_id = :from and to_org_id = :to order by id")
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list();
    }
}
