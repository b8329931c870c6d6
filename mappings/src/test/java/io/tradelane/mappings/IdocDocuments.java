package io.tradelane.mappings;

import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import io.tradelane.trading.document.TransportInstructionDocument.Stop;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** One document of each kind that IDocs carry, with every field that they have a place for. */
final class IdocDocuments {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    /** The control reference of the test's envelope, which numbers documents that IDocs have no number for. */
    static final String NUMBER = "4711";
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-17T14:30:00Z");
    private static final Item BOLT = new Item("4006381333931", "B-100", "NW-7", "Bolt M8, zinc plated & greased");
    private static final Item NUT = new Item(null, null, "0815", "Nüsse M8");
    private static final List<Party> BY_BUYER = parties(Scheme.BUYER_ASSIGNED, Scheme.SUPPLIER_ASSIGNED);
    private static final List<Party> BY_SUPPLIER = parties(Scheme.SUPPLIER_ASSIGNED, Scheme.BUYER_ASSIGNED);

    private IdocDocuments() {}

    private static List<Party> parties(Scheme own, Scheme other) {
        return List.of(
                new Party(
                        PartyRole.BUYER,
                        List.of(new Identifier(Scheme.GLN, "4012345500004"), new Identifier(own, "1000"), new Identifier(Scheme.VAT, "DE123456789")),
                        "Kaufhaus Nord Handelsgesellschaft mit beschränkter Haftung",
                        new Address(List.of("Hafenstr. 1", "Tor 3"), "Hamburg", "20457", "HH", "DE"), "A. Meier"),
                new Party(PartyRole.SUPPLIER, List.of(new Identifier(own, "70012"), new Identifier(other, "K-9")), "Schrauben Süd", null, null),
                new Party(PartyRole.SHIP_TO, List.of(new Identifier(own, "LAGER 5")), null, null, null));
    }

    static OrderDocument order() {
        return new OrderDocument(
                "PO-4711", OrderDocument.Kind.RUSH, OrderDocument.Function.ORIGINAL, DAY, DAY.plusDays(18), "EUR", BY_BUYER,
                List.of(Reference.to(Reference.Kind.CONTRACT, "C-9"), new Reference(Reference.Kind.QUOTATION, "Q-3", "20", DAY.minusDays(9))),
                "30 days net, two per cent within ten days of the invoice when everything was delivered",
                "Deliver before noon: gate 3 + bell '2'.\nAsk for Mr <Meier> & partners when nobody opens the gate within a quarter of an hour",
                Money.of("1295.00", "EUR"), List.of(
                        new OrderDocument.Line(
                                "10", BOLT, Quantity.of("1000", "PCE"), new Price(Money.of("12.50", "EUR"), Quantity.of(100, "PCE")),
                                Money.of("125.00", "EUR"), DAY.plusDays(16), "Keep dry", List.of(new Reference(Reference.Kind.CONTRACT, "C-9", "4", null))),
                        new OrderDocument.Line(
                                "20", NUT, Quantity.of("2.5", "KGM"), Price.each(Money.of("468.00", "EUR"), "KGM"), Money.of("1170.00", "EUR"), null, null,
                                List.of())));
    }

    static OrderChangeDocument orderChange() {
        return new OrderChangeDocument(
                "CH-2", DAY, "PO-4711", 2, OrderChangeDocument.Action.CHANGE, DAY.plusDays(20), "EUR", BY_BUYER, List.of(), "Project late",
                "Please confirm", List.of(
                        new OrderChangeDocument.Line("10", LineAction.CHANGE, BOLT, Quantity.of("800", "PCE"), null, null, DAY.plusDays(21), null),
                        new OrderChangeDocument.Line("20", LineAction.DELETE, NUT, null, null, null, null, "Not needed"),
                        new OrderChangeDocument.Line(
                                "30", LineAction.ADD, BOLT, Quantity.of("5", "PCE"), Price.each(Money.of("0.20", "EUR"), "PCE"), Money.of("1.00", "EUR"), null, null)));
    }

    static OrderResponseDocument orderResponse() {
        return new OrderResponseDocument(
                "OR-1", DAY, "PO-4711", "SO-99", OrderResponseDocument.Decision.ACCEPTED_WITH_CHANGES, "EUR", BY_SUPPLIER, "See line 20", List.of(
                        new OrderResponseDocument.Line("10", LineDecision.ACCEPTED, BOLT, null, null, null, null),
                        new OrderResponseDocument.Line(
                                "20", LineDecision.CHANGED, NUT, Quantity.of("2", "KGM"), Price.each(Money.of("470.00", "EUR"), "KGM"), DAY.plusDays(23),
                                "Only two kilograms are in stock at the moment, the rest follows")));
    }

    static DespatchAdviceDocument despatchAdvice() {
        List<Party> parties = BY_SUPPLIER.stream()
                .map(party -> new Party(party.role(), party.identifiers(), party.name(), party.address(), party.contact())).toList();
        return new DespatchAdviceDocument(
                "DA-5", DAY, AT, DAY.plusDays(16), "PO-4711", "CMR-77", parties, List.of(
                        new Package("340123450000000017", "201", List.of(new DespatchAdviceDocument.Line(
                                "10", "PO-4711", "10", BOLT, Quantity.of("600", "PCE"), "LOT-8", DAY.plusYears(1)))),
                        new Package("340123450000000024", "201", List.of(new DespatchAdviceDocument.Line(
                                "10", "PO-4711", "10", BOLT, Quantity.of("400", "PCE"), "LOT-8", DAY.plusYears(1)))),
                        new Package(null, null, List.of(new DespatchAdviceDocument.Line(
                                "20", "PO-4711", "20", NUT, Quantity.of("2", "KGM"), "LOT-2026-0001", null)))));
    }

    static InvoiceDocument invoice(InvoiceDocument.Kind kind) {
        return new InvoiceDocument(
                "RE-2026-1", kind, DAY, DAY.plusDays(30), DAY.minusDays(3), "EUR", "0150-abc", "PO-4711", "DA-5",
                kind == InvoiceDocument.Kind.CREDIT_NOTE ? "RE-2025-9" : null, "RF18539007547034", "DE89370400440532013000", BY_SUPPLIER, "30 days net",
                "Thank you", List.of(
                        new AllowanceCharge(false, Money.of("10.00", "EUR"), new BigDecimal("10"), null, "95", "Discount", "S", new BigDecimal("19")),
                        new AllowanceCharge(true, Money.of("5.00", "EUR"), null, null, "FC", "Freight", "S", new BigDecimal("19"))),
                List.of(
                        new InvoiceDocument.Line(
                                "10", "PO-4711", "10", BOLT, Quantity.of("1000", "PCE"), new Price(Money.of("10.50", "EUR"), Quantity.of(100, "PCE")),
                                Money.of("100.00", "EUR"), new BigDecimal("19"), "S", List.of(new AllowanceCharge(
                                        false, Money.of("5.00", "EUR"), new BigDecimal("4.76"), Money.of("105.00", "EUR"), null, "Bonus", null, null))),
                        new InvoiceDocument.Line(
                                "20", null, null, NUT, Quantity.of("2", "KGM"), null, Money.of("-40.00", "EUR"), new BigDecimal("0"), "E", List.of())),
                List.of(
                        new Tax("S", new BigDecimal("19"), Money.of("95.00", "EUR"), Money.of("18.05", "EUR"), null),
                        new Tax("E", new BigDecimal("0"), Money.of("-40.00", "EUR"), Money.of("0.00", "EUR"), "Article 132")),
                new Totals(
                        Money.of("60.00", "EUR"), Money.of("10.00", "EUR"), Money.of("5.00", "EUR"), Money.of("55.00", "EUR"), Money.of("18.05", "EUR"), null,
                        null, Money.of("73.05", "EUR")));
    }

    static CatalogueDocument catalogue() {
        return new CatalogueDocument(
                NUMBER, null, DAY, CatalogueDocument.Action.UPDATE, null, null, null, "de", List.of(), List.of(
                        new Article(
                                "1", ArticleAction.ADD, new Item("4006381333931", null, "NW-7", "Sechskantschraube"), "Sechskantschraube",
                                "Head with class 8.8\nZinc plated", "100045", "SO-88", "FAST", "PCE", Quantity.of("100", "PCE"), null, 5, "DE", null, List.of(),
                                List.of(
                                        new Attribute("Gross weight", "0.25", "KGM"), new Attribute("Net weight", "0.2", "KGM"),
                                        new Attribute("Volume", "1.5", "CMQ"), new Attribute("Size", "M8 x 40", null)), List.of()),
                        new Article(
                                "2", ArticleAction.DELETE, new Item(null, null, "NW-8-WITH-A-VERY-LONG-NUMBER", "Mutter"), "Mutter", null, null, null, null, null, null,
                                null, null, null, null, List.of(), List.of(), List.of())));
    }

    static PartyInformationDocument partners(PartyRole role) {
        Scheme own = role == PartyRole.BUYER ? Scheme.SUPPLIER_ASSIGNED : Scheme.BUYER_ASSIGNED;
        return new PartyInformationDocument(NUMBER, DAY, null, List.of(), List.of(
                new PartyInformationDocument.Entry(
                        PartyInformationDocument.Action.ADD,
                        new Party(
                                role, List.of(new Identifier(Scheme.GLN, "4012345500004"), new Identifier(own, "17492"), new Identifier(Scheme.VAT, "DE123456789")),
                                "Lager Nord", new Address(List.of("Hafenstr. 1"), "Hamburg", "20457", "HH", "DE"), role == PartyRole.BUYER ? "A. Meier" : null),
                        "9000", "+49 40 123", null, "0532013000", "COBADEFFXXX"),
                new PartyInformationDocument.Entry(
                        PartyInformationDocument.Action.DELETE, new Party(role, List.of(new Identifier(own, "17493")), null, null, null), null, null, null, null, null)));
    }

    static TransportInstructionDocument shipment() {
        Party from = new Party(
                PartyRole.SHIP_FROM, List.of(new Identifier(Scheme.OTHER, "DEHAM")), "Hamburg", new Address(List.of(), "Hamburg", null, null, "DE"), null);
        Party to = new Party(PartyRole.SHIP_TO, List.of(new Identifier(Scheme.OTHER, "BEBRU")), null, null, null);
        return new TransportInstructionDocument(
                "TI-1", TransportInstructionDocument.Kind.TRANSPORT, TransportInstructionDocument.Function.CHANGE, DAY, "3", "DAP", AT, AT.plusDays(1),
                List.of(new Party(PartyRole.CARRIER, List.of(new Identifier(Scheme.GLN, "4012345500004")), "Fuhre AG", null, null)),
                List.of(Reference.to(Reference.Kind.DESPATCH_ADVICE, "DA-5")), "Tail lift needed",
                List.of(new Stop(1, null, from, AT, AT.plusHours(2)), new Stop(2, null, to, null, null)),
                List.of(new Goods(
                        "10", new Item("4006381333931", "B-100", "NW-7", null), "Bolts, zinc plated", Quantity.of("1000", "PCE"), null,
                        Quantity.of("120.5", "KGM"), Quantity.of("0.8", "MTQ"), List.of("340123450000000017"), "PO-4711")));
    }

    static SyntaxAcknowledgementDocument audit(String messageType, String refused) {
        return new SyntaxAcknowledgementDocument(
                NUMBER, DAY, "186", "SUPPLIER1", "4012345500004", Action.ACKNOWLEDGED, null, List.of(
                        new Message("186", messageType, Action.ACKNOWLEDGED, List.of()),
                        new Message("187", messageType, Action.REJECTED, List.of(
                                new SyntaxError(refused, null, null, null, null, "No date of delivery"),
                                new SyntaxError(refused, null, null, null, null, "Unit XYZ is not known")))));
    }

    static ApplicationAcknowledgementDocument refusal() {
        return new ApplicationAcknowledgementDocument(
                "A-1", DAY, false, "186", "PO-4711", List.of(), List.of(new ApplicationError("12", "The unit XYZ is not known", "10")));
    }

    /** Each with the basic type it is written as. */
    static List<Written> all() {
        return List.of(
                new Written(order(), "ORDERS05"), new Written(order(), "ORDERS01"), new Written(orderChange(), "ORDERS05"), new Written(orderResponse(), "ORDERS05"),
                new Written(despatchAdvice(), "DELVRY07"), new Written(despatchAdvice(), "DELVRY03"), new Written(invoice(InvoiceDocument.Kind.INVOICE), "INVOIC02"),
                new Written(invoice(InvoiceDocument.Kind.CREDIT_NOTE), "INVOIC01"), new Written(catalogue(), "MATMAS05"),
                new Written(partners(PartyRole.BUYER), "DEBMAS06"), new Written(partners(PartyRole.SUPPLIER), "CREMAS05"), new Written(shipment(), "SHPMNT05"),
                new Written(audit("ORDERS", "51"), "ALEAUD01"), new Written(audit("", "17"), "SYSTAT01"));
    }

    record Written(BusinessDocument document, String basicType) {}
}
