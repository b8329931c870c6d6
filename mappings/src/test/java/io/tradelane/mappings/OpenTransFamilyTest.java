package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenTransFamilyTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    private static final Item BOLT = new Item("4006381333931", "B-100", "NW-7", "Bolt M8");
    private static final Item NUT = new Item(null, null, "NW-8", "Nut & washer");
    private static final BigDecimal RATE = new BigDecimal("19");

    private static Party party(PartyRole role, String gln) {
        return new Party(
                role, List.of(new Identifier(Scheme.GLN, gln), new Identifier(Scheme.VAT, "DE123456788")), "Haus " + gln,
                new Party.Address(List.of("Am Markt 2"), "Köln", "50667", null, "DE"), "A. Meier");
    }

    private static final List<Party> PARTIES = List.of(
            party(PartyRole.BUYER, "4012345500004"), party(PartyRole.SUPPLIER, "5412345000013"), party(PartyRole.SHIP_TO, "4012345500011"),
            party(PartyRole.INVOICEE, "4012345500028"), party(PartyRole.INVOICER, "5412345000020"));

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    static Stream<BusinessDocument> documents() {
        Price price = new Price(eur("12.50"), Quantity.of(100, "C62"));
        return Stream.of(
                new OrderDocument(
                        "PO-1", OrderDocument.Kind.RUSH, OrderDocument.Function.ORIGINAL, ISSUED, LocalDate.of(2026, 3, 20), "EUR", PARTIES,
                        List.of(Reference.to(Reference.Kind.QUOTATION, "Q-3"), Reference.to(Reference.Kind.CONTRACT, "C-9")), "30 days net",
                        "Before noon\nGate 3", eur("125.00"),
                        List.of(
                                new OrderDocument.Line("10", BOLT, Quantity.of(1000, "C62"), price, eur("125.00"), LocalDate.of(2026, 3, 18), "Dry", List.of()),
                                new OrderDocument.Line("20", NUT, Quantity.of("2.5", "KGM"), null, null, null, null, List.of()))),
                new OrderChangeDocument(
                        "PO-1-2", ISSUED, "PO-1", 2, OrderChangeDocument.Action.CHANGE, LocalDate.of(2026, 3, 22), "EUR", PARTIES,
                        List.of(Reference.to(Reference.Kind.CONTRACT, "C-9")), "Too much", "Less of it",
                        List.of(
                                new OrderChangeDocument.Line("10", LineAction.CHANGE, BOLT, Quantity.of(800, "C62"), price, eur("100.00"), null, "Dry"),
                                new OrderChangeDocument.Line("20", LineAction.DELETE, NUT, null, null, null, null, null))),
                new OrderResponseDocument(
                        "SO-9", ISSUED, "PO-1", "SO-9", Decision.ACCEPTED_WITH_CHANGES, "EUR", PARTIES, "See line 20",
                        List.of(
                                new OrderResponseDocument.Line("10", LineDecision.ACCEPTED, BOLT, Quantity.of(800, "C62"), price, LocalDate.of(2026, 3, 19), null),
                                new OrderResponseDocument.Line("20", LineDecision.NOT_ACCEPTED, NUT, null, null, null, "Out of range"))),
                new DespatchAdviceDocument(
                        "DA-5", ISSUED, null, LocalDate.of(2026, 3, 18), "PO-1", "CMR-77", PARTIES,
                        List.of(
                                new DespatchAdviceDocument.Package(
                                        "340123450000000017", "CT",
                                        List.of(new DespatchAdviceDocument.Line("1", "PO-1", "10", BOLT, Quantity.of(600, "C62"), "LOT-8", null))),
                                new DespatchAdviceDocument.Package(
                                        null, null,
                                        List.of(new DespatchAdviceDocument.Line("2", "PO-1", "20", NUT, Quantity.of(2, "KGM"), null, null))))),
                new InvoiceDocument(
                        "RE-1", InvoiceDocument.Kind.CREDIT_NOTE, ISSUED, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 2, 27), "EUR", null, "PO-1", "DA-5",
                        null, null, "DE89370400440532013000", PARTIES, "2 % within 10 days", "Thank you",
                        List.of(new AllowanceCharge(true, eur("25.00"), null, null, "freight", "Freight", null, null)),
                        List.of(new InvoiceDocument.Line("1", "PO-1", "10", BOLT, Quantity.of(1000, "C62"), price, eur("125.00"), RATE, "S", List.of())),
                        List.of(new InvoiceDocument.Tax("S", RATE, eur("150.00"), eur("28.50"), null)),
                        new InvoiceDocument.Totals(eur("125.00"), null, eur("25.00"), eur("150.00"), eur("28.50"), null, null, eur("178.50"))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsWrittenIsReadAgain(BusinessDocument document) throws Exception {
        byte[] bytes = Translator.standard().write(List.of(document), new Target(Format.OPENTRANS, "2.1"), RoundTripTest.ENVELOPE);

        Reading reading = Reading.of(bytes);

        assertThat(reading.findings()).as(new String(bytes)).isEmpty();
        assertThat(reading.only().document()).usingRecursiveComparison().isEqualTo(document);
    }

    @Test
    void anOrderOfVersionOneIsRead() {
        Reading reading = Reading.of("""
                <?xml version="1.0"?><!DOCTYPE ORDER SYSTEM "openTRANS_ORDER_1_0.dtd">
                <ORDER version="1.0" type="standard"><ORDER_HEADER><ORDER_INFO><ORDER_ID>A1</ORDER_ID><ORDER_DATE>2026-03-02</ORDER_DATE>
                <ORDER_PARTIES><BUYER_PARTY><PARTY><PARTY_ID type="iln">4012345500004</PARTY_ID></PARTY></BUYER_PARTY></ORDER_PARTIES>
                <PRICE_CURRENCY>EUR</PRICE_CURRENCY><REMARK type="order">Please</REMARK></ORDER_INFO></ORDER_HEADER>
                <ORDER_ITEM_LIST><ORDER_ITEM><LINE_ITEM_ID>1</LINE_ITEM_ID><ARTICLE_ID><SUPPLIER_AID>NW-7</SUPPLIER_AID></ARTICLE_ID>
                <QUANTITY>5</QUANTITY><ORDER_UNIT>PCE</ORDER_UNIT><ARTICLE_PRICE type="net_list"><PRICE_AMOUNT>2.5</PRICE_AMOUNT>
                <PRICE_LINE_AMOUNT>12.5</PRICE_LINE_AMOUNT></ARTICLE_PRICE></ORDER_ITEM></ORDER_ITEM_LIST>
                <ORDER_SUMMARY><TOTAL_ITEM_NUM>1</TOTAL_ITEM_NUM></ORDER_SUMMARY></ORDER>""");

        assertThat(reading.findings()).isEmpty();
        OrderDocument order = (OrderDocument) reading.only().document();
        assertThat(order.party(PartyRole.BUYER).orElseThrow().identifier(Scheme.GLN)).contains("4012345500004");
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.price()).isEqualTo(Price.each(eur("2.5"), "PCE"));
            assertThat(line.amount()).isEqualTo(eur("12.5"));
        });
        assertThat(order.note()).isEqualTo("Please");
    }

    @Test
    void aMissingNumberAndAWrongCountAreSaidWithTheirPlaces() {
        Reading reading = Reading.of("""
                <ORDER xmlns="http://www.opentrans.org/XMLSchema/2.1" version="2.1" type="standard">
                <ORDER_HEADER><ORDER_INFO><ORDER_DATE>2026-13-02</ORDER_DATE></ORDER_INFO></ORDER_HEADER>
                <ORDER_ITEM_LIST><ORDER_ITEM><LINE_ITEM_ID>1</LINE_ITEM_ID></ORDER_ITEM></ORDER_ITEM_LIST></ORDER>""");

        assertThat(reading.valid()).isFalse();
        assertThat(reading.findings().toString()).contains("ORDER_ID").contains("/ORDER/ORDER_HEADER/ORDER_INFO/ORDER_DATE").contains("QUANTITY");
    }

    @Test
    void aQuotationIsNamedAndNotMapped() {
        Reading reading = Reading.of("<QUOTATION xmlns=\"http://www.opentrans.org/XMLSchema/2.1\" version=\"2.1\"/>");

        assertThat(reading.only().type().name()).isEqualTo("QUOTATION");
        assertThat(reading.only().document()).isNull();
    }
}
