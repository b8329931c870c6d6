package io.tradelane.mappings;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument.DiscrepancyKind;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportResponseDocument;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document for each transaction set that is written, with every field filled that the set has a place for. */
final class X12Documents {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-17T12:00:00Z");
    private static final Item BOLT = new Item("4006381333931", "B-100", "NW-7", "Bolt M8, zinc plated");
    private static final Item PLAIN_BOLT = new Item("4006381333931", "B-100", "NW-7", null);
    private static final Item NUT = new Item("614141000036", null, "NW-8", "Nut");
    private static final Party CARRIER = new Party(PartyRole.CARRIER, List.of(new Identifier(Scheme.OTHER, "SCAC", "2")), null, null, null);
    private static final List<Party> PARTIES = List.of(
            new Party(
                    PartyRole.BUYER, List.of(new Identifier(Scheme.GLN, "4012345500004"), new Identifier(Scheme.VAT, "DE123456789")), "Harbor Stores",
                    new Party.Address(List.of("1 Pier Road", "Gate 3"), "Hamburg", "20457", "HH", "DE"), "A. Miller"),
            new Party(PartyRole.SUPPLIER, List.of(new Identifier(Scheme.DUNS, "123456789")), "North Works", null, null),
            new Party(PartyRole.SHIP_TO, List.of(new Identifier(Scheme.BUYER_ASSIGNED, "STORE 5")), "Store", null, null));
    /** Without what only REF and PER below N1 can say. */
    private static final List<Party> PLAIN = List.of(
            new Party(PartyRole.BUYER, List.of(new Identifier(Scheme.GLN, "4012345500004")), "Harbor Stores", null, null),
            new Party(PartyRole.SHIP_TO, List.of(new Identifier(Scheme.BUYER_ASSIGNED, "STORE 5")), null, null, null));

    private X12Documents() {}

    /** By the set, 850 … */
    static Map<String, BusinessDocument> all() {
        Map<String, BusinessDocument> all = new LinkedHashMap<>();
        all.put("840", requestForQuotation());
        all.put("843", quotation());
        all.put("850", order());
        all.put("855", orderResponse());
        all.put("865", orderResponse());
        all.put("860", orderChange());
        all.put("856", despatchAdvice());
        all.put("945", warehouseAdvice());
        all.put("810", invoice());
        all.put("210", freightInvoice());
        all.put("820", remittance());
        all.put("824", applicationAdvice());
        all.put("997", group("PO", null));
        all.put("TA1", interchange());
        all.put("830", schedule(DeliveryScheduleDocument.Kind.FORECAST));
        all.put("862", schedule(DeliveryScheduleDocument.Kind.JUST_IN_TIME));
        all.put("832", catalogue());
        all.put("846", inventory());
        all.put("852", sales(null));
        all.put("867", sales(Money.of("99.50", "USD")));
        all.put("861", receipt());
        all.put("940", warehouseOrder());
        all.put("204", loadTender());
        all.put("990", tenderResponse());
        all.put("214", shipmentStatus());
        return all;
    }

    private static RequestForQuotationDocument requestForQuotation() {
        return new RequestForQuotationDocument(
                "RFQ-1", ISSUED, NOON, LocalDate.of(2026, 4, 1), "USD", PARTIES, List.of(Reference.to(Reference.Kind.CONTRACT, "CT-1")), "Net 30", "Please quote FOB", List.of(
                        new RequestForQuotationDocument.Line("10", BOLT, Quantity.of(400, "EA"), Price.each(Money.of("0.11", "USD"), "EA"), LocalDate.of(2026, 4, 3), "Zinc"),
                        new RequestForQuotationDocument.Line("20", NUT, Quantity.of("12.5", "KGM"), null, null, null)));
    }

    private static QuotationDocument quotation() {
        return new QuotationDocument(
                "Q-7", ISSUED, "RFQ-1", 2, LocalDate.of(2026, 3, 3), LocalDate.of(2026, 4, 30), "USD", PARTIES, List.of(), "Net 30", null, Money.of("44.00", "USD"), List.of(
                        new QuotationDocument.Line("1", "10", BOLT, Quantity.of(400, "EA"), Price.each(Money.of("0.11", "USD"), "EA"), Money.of("44.00", "USD"), null,
                                LocalDate.of(2026, 4, 5), 14, null),
                        new QuotationDocument.Line("2", "20", NUT, Quantity.of("12.5", "KGM"), null, null, null, null, null, "Not offered")));
    }

    static OrderDocument order() {
        return new OrderDocument(
                "PO-4711", OrderDocument.Kind.RUSH, OrderDocument.Function.ORIGINAL, ISSUED, LocalDate.of(2026, 3, 20), "USD", PARTIES,
                List.of(Reference.to(Reference.Kind.CONTRACT, "C-9"), Reference.to(Reference.Kind.QUOTATION, "Q-1")), "2 percent 10 days, net 30",
                "Deliver before noon, gate 3", Money.of("1295.00", "USD"),
                List.of(
                        new OrderDocument.Line(
                                "10", BOLT, Quantity.of("1000", "EA"), new Price(Money.of("12.50", "USD"), Quantity.of(100, "EA")), Money.of("125.00", "USD"),
                                LocalDate.of(2026, 3, 18), "Keep dry", List.of(Reference.to(Reference.Kind.CONTRACT, "C-9"))),
                        new OrderDocument.Line(
                                "20", NUT, Quantity.of("2.5", "KGM"), Price.each(Money.of("468.00", "USD"), "KGM"), null, null, null, List.of())));
    }

    static OrderResponseDocument orderResponse() {
        return new OrderResponseDocument(
                "SO-1", ISSUED, "PO-4711", "SO-99", OrderResponseDocument.Decision.ACCEPTED_WITH_CHANGES, "USD", PARTIES, "See line 20",
                List.of(
                        new OrderResponseDocument.Line("10", OrderResponseDocument.LineDecision.ACCEPTED, BOLT, Quantity.of("5", "EA"), null, null, null),
                        new OrderResponseDocument.Line(
                                "20", OrderResponseDocument.LineDecision.CHANGED, NUT, Quantity.of("2", "KGM"), Price.each(Money.of("470.00", "USD"), "KGM"),
                                LocalDate.of(2026, 3, 25), "Only two in stock")));
    }

    static OrderChangeDocument orderChange() {
        return new OrderChangeDocument(
                "CH-2", ISSUED, "PO-4711", 2, OrderChangeDocument.Action.CHANGE, LocalDate.of(2026, 4, 1), "USD", PARTIES,
                List.of(Reference.to(Reference.Kind.CONTRACT, "C-9")), null, "Fewer",
                List.of(new OrderChangeDocument.Line(
                        "10", OrderChangeDocument.LineAction.CHANGE, BOLT, Quantity.of("800", "EA"), Price.each(Money.of("0.12", "USD"), "EA"),
                        Money.of("96.00", "USD"), LocalDate.of(2026, 4, 2), "Later")));
    }

    static DespatchAdviceDocument despatchAdvice() {
        return new DespatchAdviceDocument(
                "DA-5", ISSUED, NOON, LocalDate.of(2026, 3, 18), "PO-4711", "CMR-77", PARTIES,
                List.of(
                        new DespatchAdviceDocument.Package(
                                "340123450000000017", "CTN25",
                                List.of(new DespatchAdviceDocument.Line(
                                        "1", "PO-4711", "10", BOLT, Quantity.of("1000", "EA"), "LOT-8", LocalDate.of(2027, 1, 31)))),
                        new DespatchAdviceDocument.Package(
                                null, null, List.of(new DespatchAdviceDocument.Line("2", "PO-4711", "20", NUT, Quantity.of("2", "KGM"), null, null)))));
    }

    private static DespatchAdviceDocument warehouseAdvice() {
        return new DespatchAdviceDocument(
                "DA-6", ISSUED, NOON, LocalDate.of(2026, 3, 18), "PO-4711", "PRO-1", PARTIES,
                List.of(new DespatchAdviceDocument.Package(
                        "340123450000000017", null,
                        List.of(new DespatchAdviceDocument.Line("10", "PO-4711", "10", BOLT, Quantity.of("7", "EA"), "LOT-8", LocalDate.of(2027, 1, 31))))));
    }

    static InvoiceDocument invoice() {
        AllowanceCharge freight = new AllowanceCharge(true, Money.of("10.00", "USD"), null, null, "D240", "Freight", null, null);
        return new InvoiceDocument(
                "RE-2026-1", InvoiceDocument.Kind.INVOICE, ISSUED, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 2, 27), "USD", "KST-9", "PO-4711", "DA-5",
                "RE-2025-9", "RF18539007547034", null, PARTIES, "2 percent within 10 days", "Thank you", List.of(freight),
                List.of(
                        new InvoiceDocument.Line(
                                "1", "PO-4711", "10", BOLT, Quantity.of("1000", "EA"), new Price(Money.of("12.50", "USD"), Quantity.of(100, "EA")),
                                Money.of("125.00", "USD"), new BigDecimal("19"), null, List.of()),
                        new InvoiceDocument.Line("2", null, null, NUT, Quantity.of("2", "KGM"), Price.each(Money.of("470", "USD"), "KGM"), Money.of("940.00", "USD"), null, null, List.of())),
                List.of(new InvoiceDocument.Tax("S", new BigDecimal("19"), Money.of("1075.00", "USD"), Money.of("204.25", "USD"), null)),
                new InvoiceDocument.Totals(
                        Money.of("1065.00", "USD"), null, Money.of("10.00", "USD"), Money.of("1075.00", "USD"), Money.of("204.25", "USD"),
                        Money.of("79.25", "USD"), null, Money.of("1200.00", "USD")));
    }

    private static InvoiceDocument freightInvoice() {
        return new InvoiceDocument(
                "FR-1", InvoiceDocument.Kind.INVOICE, ISSUED, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 3, 1), "USD", null, "PO-4711", "BOL-1", null, null,
                null, PLAIN, "Net 30", null, List.of(),
                List.of(
                        new InvoiceDocument.Line(
                                "1", null, null, new Item(null, null, "400", "Line haul"), Quantity.of(1, "C62"), Price.each(Money.of("41.93", "USD"), "C62"),
                                Money.of("561.86", "USD"), null, null, List.of()),
                        new InvoiceDocument.Line(
                                "2", null, null, new Item(null, null, "FUE", "Fuel"), Quantity.of(1, "C62"), null, Money.of("11.80", "USD"), null, null, List.of())),
                List.of(), new InvoiceDocument.Totals(null, null, null, Money.of("573.66", "USD")));
    }

    private static RemittanceAdviceDocument remittance() {
        return new RemittanceAdviceDocument(
                "RA-3", ISSUED, LocalDate.of(2026, 3, 3), "E2E-1", PARTIES, Money.of("1200.00", "USD"),
                List.of(
                        new RemittanceAdviceDocument.Item(
                                InvoiceDocument.Kind.INVOICE, "RE-2026-1", LocalDate.of(2026, 2, 28), Money.of("1267.35", "USD"), Money.of("1242.35", "USD"),
                                List.of(new RemittanceAdviceDocument.Adjustment(Money.of("25.00", "USD"), null, "Two pieces short"))),
                        new RemittanceAdviceDocument.Item(
                                InvoiceDocument.Kind.CREDIT_NOTE, "GS-1", null, null, Money.of("-42.35", "USD"), List.of())),
                List.of());
    }

    private static ApplicationAcknowledgementDocument applicationAdvice() {
        return new ApplicationAcknowledgementDocument(
                "A-1", ISSUED, false, "0002", "PO-4711", PARTIES,
                List.of(new ApplicationError("12", "The unit XYZ is not known", "10"), new ApplicationError("13", "No price", null)));
    }

    static SyntaxAcknowledgementDocument group(String functionalIdentifier, String version) {
        return new SyntaxAcknowledgementDocument(
                "0077", ISSUED, "1421", "SENDER:ZZ", "RECIPIENT:ZZ", Action.ACKNOWLEDGED, null,
                List.of(
                        new SyntaxAcknowledgementDocument.Message("0001", "850", Action.ACKNOWLEDGED, List.of()),
                        new SyntaxAcknowledgementDocument.Message(
                                "0002", "850", Action.REJECTED,
                                List.of(
                                        new SyntaxError("5", null, null, null, null),
                                        new SyntaxError("3", "PO1", 5, null, null),
                                        new SyntaxError("5", "PO1", 7, 2, null, "12345678901234567"),
                                        new SyntaxError("6", "PO1", 7, 4, null, "ABC")))),
                new SyntaxAcknowledgementDocument.Group(functionalIdentifier, "1421", version, 2, 2, 1, List.of()), null);
    }

    private static SyntaxAcknowledgementDocument interchange() {
        return new SyntaxAcknowledgementDocument(
                "000000815", ISSUED, "1421", "SENDER:ZZ", "RECIPIENT:ZZ", Action.REJECTED, new SyntaxError("001", null, null, null, null), List.of(), null,
                LocalDateTime.of(2026, 3, 1, 8, 30));
    }

    private static DeliveryScheduleDocument schedule(DeliveryScheduleDocument.Kind kind) {
        boolean call = kind == DeliveryScheduleDocument.Kind.JUST_IN_TIME;
        Item item = call ? new Item("4006381333931", "B-100", "NW-7", "Bolt") : BOLT;
        return new DeliveryScheduleDocument(
                "SCH-7", kind, ISSUED, "R-8", null, ISSUED, LocalDate.of(2026, 5, 31), PARTIES, null,
                List.of(new DeliveryScheduleDocument.Line(
                        "1", item, "BPO-1", "4", "DOCK 7", Quantity.of("927", "EA"), LocalDate.of(2026, 1, 1), "Q5880",
                        List.of(
                                new DeliveryScheduleDocument.Delivery(Commitment.FIRM, Quantity.of("13", "EA"), LocalDate.of(2026, 3, 17), null, NOON),
                                new DeliveryScheduleDocument.Delivery(
                                        Commitment.FORECAST, Quantity.of("77", "EA"), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30), null)))));
    }

    private static CatalogueDocument catalogue() {
        return new CatalogueDocument(
                "CAT-1", "3", ISSUED, CatalogueDocument.Action.UPDATE, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 12, 31), "USD", null, PARTIES,
                List.of(new CatalogueDocument.Article(
                        "1", CatalogueDocument.ArticleAction.CHANGE, BOLT, BOLT.description(), null, null, "MM-1", null, "EA", null, new BigDecimal("12"), 5, "DE",
                        null,
                        List.of(
                                new CatalogueDocument.TierPrice(Price.each(Money.of("0.79", "USD"), "EA"), BigDecimal.ONE, null, null, null),
                                new CatalogueDocument.TierPrice(
                                        Price.each(Money.of("0.70", "USD"), "EA"), BigDecimal.TEN, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1), null)),
                        List.of(), List.of())));
    }

    private static InventoryReportDocument inventory() {
        return new InventoryReportDocument(
                "INV-1", ISSUED, NOON, PARTIES,
                List.of(new InventoryReportDocument.Line(
                        "1", BOLT, "WH-7", NOON,
                        List.of(
                                new InventoryReportDocument.Stock(InventoryReportDocument.Kind.ON_HAND, Quantity.of("70", "EA")),
                                new InventoryReportDocument.Stock(InventoryReportDocument.Kind.AVAILABLE, Quantity.of("65", "EA"))))));
    }

    private static SalesReportDocument sales(Money revenue) {
        Item item = revenue == null ? new Item("4006381333931", "B-100", "NW-7", null) : BOLT;
        return new SalesReportDocument(
                "SR-1", ISSUED, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28), revenue == null ? null : "USD", revenue == null ? PLAIN : PLAIN,
                List.of(new SalesReportDocument.Line(
                        "1", item, "STORE 5", LocalDate.of(2026, 2, 3), Quantity.of("4", "EA"), null, revenue == null ? Quantity.of("9", "EA") : null, revenue)));
    }

    private static ReceiptAdviceDocument receipt() {
        return new ReceiptAdviceDocument(
                "RC-1", ISSUED, NOON, "PO-4711", "DA-5", "DN-5", PARTIES, null,
                List.of(new ReceiptAdviceDocument.Line(
                        "1", "PO-4711", "10", "340123450000000017", BOLT, Quantity.of("990", "EA"), null, Quantity.of("1000", "EA"), "LOT-8",
                        List.of(
                                new ReceiptAdviceDocument.Discrepancy(DiscrepancyKind.SHORT, Quantity.of("8", "EA"), null),
                                new ReceiptAdviceDocument.Discrepancy(DiscrepancyKind.DAMAGED, Quantity.of("2", "EA"), null)))));
    }

    private static TransportInstructionDocument warehouseOrder() {
        return new TransportInstructionDocument(
                "WO-1", TransportInstructionDocument.Kind.WAREHOUSE_SHIPPING, TransportInstructionDocument.Function.ORIGINAL, ISSUED, "3", null, NOON,
                NOON.plusDays(2), PARTIES, List.of(Reference.to(Reference.Kind.ORDER, "PO-4711"), Reference.to(Reference.Kind.CONTRACT, "C-9")),
                "Handle with care", List.of(),
                List.of(new TransportInstructionDocument.Goods(
                        "1", PLAIN_BOLT, "Bolts in bags", Quantity.of("12", "EA"), null, null, null, List.of("340123450000000017"), "PO-4711")));
    }

    private static TransportInstructionDocument loadTender() {
        Party from = new Party(PartyRole.SHIP_FROM, List.of(new Identifier(Scheme.SUPPLIER_ASSIGNED, "PLANT 1")), "Plant", new Party.Address(
                List.of("1 Mill Road"), "Rumford", "04276", "ME", "US"), "D. Jones");
        Party to = new Party(PartyRole.SHIP_TO, List.of(new Identifier(Scheme.BUYER_ASSIGNED, "STORE 5")), "Store", null, null);
        return new TransportInstructionDocument(
                "LOAD-1", TransportInstructionDocument.Kind.TRANSPORT, TransportInstructionDocument.Function.CHANGE, ISSUED, "3", null, NOON, NOON.plusDays(1),
                List.of(PLAIN.getFirst(), CARRIER), List.of(Reference.to(Reference.Kind.ORDER, "PO-4711")), "Call before delivery",
                List.of(
                        new TransportInstructionDocument.Stop(1, "CL", from, NOON, NOON.plusHours(2)),
                        new TransportInstructionDocument.Stop(2, "CU", to, NOON.plusDays(1), NOON.plusDays(1).plusHours(2))),
                List.of(new TransportInstructionDocument.Goods(
                        "1", null, "Bolts", Quantity.of("12", "EA"), Quantity.of("2", "PLT"), Quantity.of("800", "KGM"), Quantity.of("3", "MTQ"), List.of(), "PO-4711")));
    }

    private static TransportResponseDocument tenderResponse() {
        return new TransportResponseDocument(
                "0077", ISSUED, "LOAD-1", TransportResponseDocument.Decision.DECLINED, "PRO-1", "No equipment", List.of(CARRIER));
    }

    private static TransportStatusDocument shipmentStatus() {
        return new TransportStatusDocument(
                "PRO-1", ISSUED, List.of(CARRIER, PLAIN.getFirst()),
                List.of(new TransportStatusDocument.Consignment(
                        "LOAD-1", List.of(Reference.to(Reference.Kind.ORDER, "PO-4711")), List.of("340123450000000017"),
                        List.of(
                                new TransportStatusDocument.Event(TransportStatusDocument.Status.COLLECTED, "CP", NOON, "Rumford, ME, US", null, null),
                                new TransportStatusDocument.Event(TransportStatusDocument.Status.EXCEPTION, "SD", NOON.plusHours(3), null, "AG", null),
                                new TransportStatusDocument.Event(TransportStatusDocument.Status.DELIVERED, "D1", NOON.plusDays(1), "Boston, MA", null, "P. Brown")))));
    }

    /** What a set with a wrong element and one that nobody knows are answered with. */
    static List<BusinessDocument> answers() {
        String sent = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECIPIENT      *260302*1000*U*00401*000000905*1*P*>~"
                + "GS*PO*SENDER*RECIPIENT*20260302*1000*7*X*004010~ST*850*0001~BEG*00*SA*PO-2**20260230~PO1*1*5*PIECE*1.25**VP*NW-7~QQQ*1~SE*5*0001~"
                + "ST*850*0002~BEG*00*SA*PO-3**20260302~PO1*1*5*EA*1.25**VP*NW-7~CTT*1~SE*5*0002~GE*2*7~IEA*1*000000905~";
        Reading reading = Reading.of(sent);
        return List.copyOf(Acknowledgements.x12(reading.interchange(), reading.messages(), true, "1", LocalDate.of(2026, 3, 2)));
    }
}
