package io.tradelane.mappings;

import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument.Discrepancy;
import io.tradelane.trading.document.ReceiptAdviceDocument.DiscrepancyKind;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.document.TransportStatusDocument.Status;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** What goes round an order: one document of each kind with every field filled that UN/EDIFACT can carry, for tests. */
public final class SupplyDocuments {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-04T14:30:00Z");
    private static final Item BOLT = new Item("4006381333931", "B-100", "NW-7", "Bolt M8, zinc plated");
    private static final Item NUT = new Item(null, null, "NW-8", "Nut");
    private static final List<Party> PARTIES = List.of(
            Party.ofGln(PartyRole.BUYER, "4012345500004"), Party.ofGln(PartyRole.SUPPLIER, "5412345000013"));

    private SupplyDocuments() {}

    public static List<BusinessDocument> all() {
        return List.of(
                orderChange(), receiptAdvice(), catalogue(), inventoryReport(), salesReport(), forecast(), justInTime(),
                requestForQuotation(), quotation(), partyInformation(), transportInstruction(), transportStatus(), credits(), debits(),
                invoice());
    }

    public static OrderChangeDocument orderChange() {
        return new OrderChangeDocument(
                "CH-1", ISSUED, "PO-4711", 2, OrderChangeDocument.Action.CHANGE, LocalDate.of(2026, 3, 20), "EUR", PARTIES,
                List.of(Reference.to(Reference.Kind.CONTRACT, "C-9")), "Too much ordered", "Gate 3",
                List.of(
                        new OrderChangeDocument.Line(
                                "10", LineAction.CHANGE, BOLT, Quantity.of("800", "PCE"),
                                new Price(Money.of("12.50", "EUR"), Quantity.of(100, "PCE")), Money.of("100.00", "EUR"),
                                LocalDate.of(2026, 3, 18), "Keep dry"),
                        new OrderChangeDocument.Line("20", LineAction.DELETE, NUT, null, null, null, null, null),
                        new OrderChangeDocument.Line("30", LineAction.ADD, NUT, Quantity.of("5", "KGM"), null, null, null, null)));
    }

    public static ReceiptAdviceDocument receiptAdvice() {
        return new ReceiptAdviceDocument(
                "WE-1", ISSUED, AT, "PO-4711", "DA-5", "LS-9", PARTIES, null,
                List.of(
                        new ReceiptAdviceDocument.Line(
                                "1", "PO-4711", "10", "340123450000000017", BOLT, Quantity.of("990", "PCE"), Quantity.of("980", "PCE"),
                                Quantity.of("1000", "PCE"), "LOT-8",
                                List.of(
                                        new Discrepancy(DiscrepancyKind.DAMAGED, Quantity.of("10", "PCE"), "Wet"),
                                        new Discrepancy(DiscrepancyKind.SHORT, Quantity.of("10", "PCE"), null))),
                        new ReceiptAdviceDocument.Line(
                                "2", null, "20", null, NUT, Quantity.of("2", "KGM"), null, null, null, List.of())));
    }

    public static CatalogueDocument catalogue() {
        return new CatalogueDocument(
                "PL-2026", "3", ISSUED, CatalogueDocument.Action.REPLACE, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 12, 31), "EUR", null,
                PARTIES,
                List.of(
                        new CatalogueDocument.Article(
                                "1", ArticleAction.ADD, BOLT, BOLT.description(), "Hexagon head, property class 8.8", "Schmiede Ost", "SO-88",
                                "Fasteners", "PCE", Quantity.of("100", "PCE"), new BigDecimal("50"), 5, "DE", new BigDecimal("19"),
                                List.of(
                                        new CatalogueDocument.TierPrice(
                                                new Price(Money.of("0.15", "EUR"), Quantity.of(1, "PCE")), BigDecimal.ONE,
                                                LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), null),
                                        new CatalogueDocument.TierPrice(
                                                new Price(Money.of("12.50", "EUR"), Quantity.of(100, "PCE")), new BigDecimal("1000"), null, null, null)),
                                List.of(
                                        new CatalogueDocument.Attribute("Thread", "M8", null),
                                        new CatalogueDocument.Attribute("Length", "40", "MMT")),
                                List.of("bolt-m8.png")),
                        new CatalogueDocument.Article(
                                "2", ArticleAction.DELETE, NUT, NUT.description(), null, null, null, null, null, null, null, null, null, null,
                                List.of(), List.of(), List.of())));
    }

    public static InventoryReportDocument inventoryReport() {
        return new InventoryReportDocument(
                "INV-1", ISSUED, AT, PARTIES,
                List.of(
                        new InventoryReportDocument.Line(
                                "1", BOLT, "4012345500011", AT.plusHours(1),
                                List.of(
                                        new InventoryReportDocument.Stock(InventoryReportDocument.Kind.ON_HAND, Quantity.of("1200", "PCE")),
                                        new InventoryReportDocument.Stock(InventoryReportDocument.Kind.AVAILABLE, Quantity.of("900", "PCE")),
                                        new InventoryReportDocument.Stock(InventoryReportDocument.Kind.IN_TRANSIT, Quantity.of("50", "PCE")))),
                        new InventoryReportDocument.Line(
                                "2", NUT, null, null,
                                List.of(new InventoryReportDocument.Stock(InventoryReportDocument.Kind.ACTUAL, Quantity.of("2.5", "KGM"))))));
    }

    public static SalesReportDocument salesReport() {
        return new SalesReportDocument(
                "SR-9", ISSUED, LocalDate.of(2026, 2, 23), LocalDate.of(2026, 3, 1), "EUR", PARTIES,
                List.of(
                        new SalesReportDocument.Line(
                                "1", BOLT, "4012345500011", LocalDate.of(2026, 2, 24), Quantity.of("40", "PCE"), Quantity.of("2", "PCE"),
                                Quantity.of("160", "PCE"), Money.of("80.00", "EUR")),
                        new SalesReportDocument.Line("2", NUT, "4012345500028", null, Quantity.of("1.5", "KGM"), null, null, null)));
    }

    public static DeliveryScheduleDocument forecast() {
        return schedule(DeliveryScheduleDocument.Kind.FORECAST);
    }

    public static DeliveryScheduleDocument justInTime() {
        return schedule(DeliveryScheduleDocument.Kind.JUST_IN_TIME);
    }

    private static DeliveryScheduleDocument schedule(DeliveryScheduleDocument.Kind kind) {
        return new DeliveryScheduleDocument(
                "DS-12", kind, ISSUED, "12", "11", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 8, 31), PARTIES, null,
                List.of(
                        new DeliveryScheduleDocument.Line(
                                "1", BOLT, "BO-1", "10", "4012345500011", Quantity.of("5000", "PCE"), LocalDate.of(2026, 1, 1), "DA-4",
                                List.of(
                                        new Delivery(Commitment.FIRM, Quantity.of("1000", "PCE"), LocalDate.of(2026, 3, 4), null, AT),
                                        new Delivery(Commitment.FIRM, Quantity.of("1000", "PCE"), LocalDate.of(2026, 3, 11), null, null),
                                        new Delivery(
                                                Commitment.FORECAST, Quantity.of("4000", "PCE"), LocalDate.of(2026, 4, 1),
                                                LocalDate.of(2026, 4, 30), null))),
                        new DeliveryScheduleDocument.Line(
                                "2", NUT, null, null, null, null, null, null,
                                List.of(new Delivery(Commitment.MATERIAL, Quantity.of("20", "KGM"), LocalDate.of(2026, 5, 4), null, null)))));
    }

    public static RequestForQuotationDocument requestForQuotation() {
        return new RequestForQuotationDocument(
                "RQ-1", ISSUED, AT, LocalDate.of(2026, 4, 20), "EUR", PARTIES, List.of(Reference.to(Reference.Kind.PROJECT, "P-7")),
                "30 days net", "Two samples, please",
                List.of(
                        new RequestForQuotationDocument.Line(
                                "10", BOLT, Quantity.of("10000", "PCE"), new Price(Money.of("11.00", "EUR"), Quantity.of(100, "PCE")),
                                LocalDate.of(2026, 4, 18), "Zinc plated"),
                        new RequestForQuotationDocument.Line("20", NUT, Quantity.of("50", "KGM"), null, null, null)));
    }

    public static QuotationDocument quotation() {
        return new QuotationDocument(
                "Q-77", ISSUED, "RQ-1", null, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 31), "EUR", PARTIES,
                List.of(Reference.to(Reference.Kind.PROJECT, "P-7")), "30 days net", "Free of charge: samples", Money.of("1150.00", "EUR"),
                List.of(
                        new QuotationDocument.Line(
                                "1", "10", BOLT, Quantity.of("10000", "PCE"), new Price(Money.of("11.50", "EUR"), Quantity.of(100, "PCE")),
                                Money.of("1150.00", "EUR"), Quantity.of("500", "PCE"), LocalDate.of(2026, 4, 18), 14, "From stock"),
                        new QuotationDocument.Line("2", "20", NUT, Quantity.of("50", "KGM"), null, null, null, null, null, null)));
    }

    public static PartyInformationDocument partyInformation() {
        return new PartyInformationDocument(
                "PI-1", ISSUED, LocalDate.of(2026, 4, 1), PARTIES,
                List.of(
                        new PartyInformationDocument.Entry(
                                PartyInformationDocument.Action.ADD,
                                new Party(
                                        PartyRole.SHIP_TO,
                                        List.of(new Identifier(Scheme.GLN, "4012345500011"), new Identifier(Scheme.VAT, "DE123456789")),
                                        "Lager Nord", new Party.Address(List.of("Hafenstr. 1"), "Hamburg", "20457", "HH", "DE"), "A. Meier"),
                                "4012345500004", "+49 40 123", "lager@example.org", "DE8937040044", "COBADEFFXXX"),
                        new PartyInformationDocument.Entry(
                                PartyInformationDocument.Action.ADD, Party.ofGln(PartyRole.BUYER, "4012345500004"), null, null, null, null, null)));
    }

    public static TransportInstructionDocument transportInstruction() {
        return new TransportInstructionDocument(
                "TI-1", TransportInstructionDocument.Kind.TRANSPORT, TransportInstructionDocument.Function.ORIGINAL, ISSUED, "3", "DAP",
                AT, AT.plusDays(1), PARTIES, List.of(Reference.to(Reference.Kind.TRANSPORT_INSTRUCTION, "S-1")), "Tail lift needed",
                List.of(
                        new TransportInstructionDocument.Stop(
                                1, "5", new Party(PartyRole.SHIP_FROM, List.of(new Identifier(Scheme.OTHER, "DEHAM")), "Hamburg", null, null),
                                AT, AT.plusHours(2)),
                        new TransportInstructionDocument.Stop(
                                2, "8", new Party(PartyRole.SHIP_TO, List.of(new Identifier(Scheme.OTHER, "BEBRU")), null, null, null), null, null)),
                List.of(new TransportInstructionDocument.Goods(
                        "1", new Item("4006381333931", "B-100", "NW-7", null), "Bolts, zinc plated", Quantity.of("1000", "PCE"),
                        Quantity.of("4", "BX"), Quantity.of("120.5", "KGM"), Quantity.of("0.8", "MTQ"), List.of("340123450000000017"),
                        "PO-4711")));
    }

    public static TransportStatusDocument transportStatus() {
        return new TransportStatusDocument(
                "ST-1", ISSUED, PARTIES,
                List.of(new TransportStatusDocument.Consignment(
                        "CMR-77", List.of(Reference.to(Reference.Kind.DESPATCH_ADVICE, "DA-5")), List.of("340123450000000017"),
                        List.of(
                                new TransportStatusDocument.Event(Status.DEPARTED, "24", AT, "DEHAM", null, null),
                                new TransportStatusDocument.Event(Status.EXCEPTION, "20", AT.plusHours(3), null, "Weather", null),
                                new TransportStatusDocument.Event(Status.DELIVERED, "21", AT.plusDays(1), "Gate 3", null, "K. Jansen")))));
    }

    public static PaymentNotificationDocument credits() {
        return notification(Direction.CREDIT);
    }

    public static PaymentNotificationDocument debits() {
        return notification(Direction.DEBIT);
    }

    private static PaymentNotificationDocument notification(Direction direction) {
        return new PaymentNotificationDocument(
                "N-1", OffsetDateTime.parse("2026-03-03T09:00:00Z"), List.of(),
                List.of(new PaymentNotificationDocument.Entry(
                        "DE89370400440532013000", "BANK-1", direction, Money.of("1242.35", "EUR"), ISSUED, ISSUED, "E2E-1",
                        "RF18539007547034", "Rechnung RE-2026-1", "Kaufhaus Nord", "DE02120300000000202051", "Nordwind",
                        "DE89370400440532013000", false)));
    }

    public static InvoiceDocument invoice() {
        return new InvoiceDocument(
                "RE-2026-2", InvoiceDocument.Kind.INVOICE, ISSUED, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 2, 27), "EUR",
                "0150-abc", "PO-4711", "DA-5", null, null, null, PARTIES, null, "Thank you",
                List.of(
                        new AllowanceCharge(
                                false, Money.of("10.00", "EUR"), new BigDecimal("10"), Money.of("100.00", "EUR"), "95", "Discount", "S",
                                new BigDecimal("19")),
                        new AllowanceCharge(true, Money.of("5.00", "EUR"), null, null, "FC", "Freight", "S", new BigDecimal("19"))),
                List.of(
                        new InvoiceDocument.Line(
                                "1", "PO-4711", "10", BOLT, Quantity.of("1000", "PCE"), new Price(Money.of("10.50", "EUR"), Quantity.of(100, "PCE")),
                                Money.of("100.00", "EUR"), new BigDecimal("19"), "S",
                                List.of(new AllowanceCharge(false, Money.of("5.00", "EUR"), null, null, null, "Bonus", null, null))),
                        new InvoiceDocument.Line(
                                "2", null, null, NUT, Quantity.of("2", "KGM"), null, Money.of("40.00", "EUR"), new BigDecimal("0"), "E", List.of())),
                List.of(
                        new InvoiceDocument.Tax("S", new BigDecimal("19"), Money.of("95.00", "EUR"), Money.of("18.05", "EUR"), null),
                        new InvoiceDocument.Tax("E", new BigDecimal("0"), Money.of("40.00", "EUR"), Money.of("0.00", "EUR"), "Article 132")),
                new InvoiceDocument.Totals(
                        Money.of("140.00", "EUR"), Money.of("10.00", "EUR"), Money.of("5.00", "EUR"), Money.of("135.00", "EUR"),
                        Money.of("18.05", "EUR"), Money.of("50.00", "EUR"), Money.of("-0.05", "EUR"), Money.of("103.00", "EUR")));
    }
}
