package io.tradelane.mappings;

import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.InvoiceResponseDocument.Clarification;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Address;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument.Discrepancy;
import io.tradelane.trading.document.ReceiptAdviceDocument.DiscrepancyKind;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A trade as two companies in the Peppol network would have it: every document complete enough for the rules of its profile. */
public final class TradeDocuments {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    private static final BigDecimal RATE = new BigDecimal("19");
    private static final Item BOLT = new Item("4006381333931", "B-100", "NW-7", "Bolt M8, zinc plated");
    private static final Item NUT = new Item(null, null, "NW-8", "Nut & washer <M8>");

    private TradeDocuments() {}

    static Party buyer(PartyRole role) {
        return new Party(
                role,
                List.of(new Identifier(Scheme.GLN, "4012345500004"), new Identifier(Scheme.SUPPLIER_ASSIGNED, "K-77"), new Identifier(Scheme.VAT, "DE123456788")),
                "Kaufhaus Nord GmbH", new Address(List.of("Hafenstraße 1", "Tor 3"), "Hamburg", "20457", null, "DE"), "A. Meier");
    }

    static Party supplier(PartyRole role) {
        return new Party(
                role,
                List.of(
                        new Identifier(Scheme.GLN, "5412345000013"), new Identifier(Scheme.VAT, "BE0123456749"),
                        new Identifier(Scheme.REGISTRATION, "0123456749", "0208")),
                "Schroeven NV", new Address(List.of("Kanaalstraat 9"), "Gent", "9000", null, "BE"), "J. Peeters");
    }

    private static final Party SHIP_TO = new Party(
            PartyRole.SHIP_TO, List.of(new Identifier(Scheme.GLN, "4012345500011")), "Lager Süd",
            new Address(List.of("Dockweg 4"), "Bremen", "28197", null, "DE"), null);

    private static List<Party> parties(Party... more) {
        List<Party> parties = new ArrayList<>(List.of(buyer(PartyRole.BUYER), supplier(PartyRole.SUPPLIER)));
        parties.addAll(List.of(more));
        return List.copyOf(parties);
    }

    private static List<Party> supplierFirst(Party... more) {
        List<Party> parties = new ArrayList<>(List.of(supplier(PartyRole.SUPPLIER), buyer(PartyRole.BUYER)));
        parties.addAll(List.of(more));
        return List.copyOf(parties);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    public static List<BusinessDocument> all() {
        return List.of(
                order(), orderChange(), cancellation(), response(Decision.ACCEPTED_WITH_CHANGES, lines()), response(Decision.ACCEPTED, List.of()),
                response(Decision.ACKNOWLEDGED, List.of()), response(Decision.REJECTED, List.of()), despatchAdvice(), receiptAdvice(),
                invoice(InvoiceDocument.Kind.INVOICE), invoice(InvoiceDocument.Kind.CREDIT_NOTE), exemptInvoice(), invoiceResponse(),
                messageResponse(), catalogue(), request(), quotation());
    }

    public static OrderDocument order() {
        return new OrderDocument(
                "PO-4711", OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, ISSUED, LocalDate.of(2026, 3, 20), "EUR",
                parties(SHIP_TO), List.of(Reference.to(Reference.Kind.QUOTATION, "Q-3"), Reference.to(Reference.Kind.CONTRACT, "C-9")),
                "30 days net", "Deliver before noon\nGate 3", eur("1295.00"),
                List.of(
                        new OrderDocument.Line(
                                "10", BOLT, Quantity.of("1000", "H87"), new Price(eur("12.50"), Quantity.of(100, "H87")), eur("125.00"),
                                LocalDate.of(2026, 3, 18), "Keep dry", List.of()),
                        new OrderDocument.Line(
                                "20", NUT, Quantity.of("2.5", "KGM"), Price.each(eur("468.00"), "KGM"), eur("1170.00"), null, null, List.of())));
    }

    public static OrderChangeDocument orderChange() {
        return new OrderChangeDocument(
                "PO-4711-C1", ISSUED, "PO-4711", 1, OrderChangeDocument.Action.CHANGE, LocalDate.of(2026, 3, 22), "EUR", parties(SHIP_TO),
                List.of(Reference.to(Reference.Kind.CONTRACT, "C-9")), null, "Less of it",
                List.of(
                        new OrderChangeDocument.Line(
                                "10", LineAction.CHANGE, BOLT, Quantity.of("800", "H87"), new Price(eur("12.50"), Quantity.of(100, "H87")),
                                eur("100.00"), LocalDate.of(2026, 3, 19), "Keep dry"),
                        new OrderChangeDocument.Line("20", LineAction.DELETE, NUT, null, null, null, null, null)));
    }

    public static OrderChangeDocument cancellation() {
        return new OrderChangeDocument(
                "PO-4711-X", ISSUED, "PO-4711", null, OrderChangeDocument.Action.CANCEL, null, null, parties(), List.of(), "No longer needed", null,
                List.of());
    }

    static List<OrderResponseDocument.Line> lines() {
        return List.of(
                new OrderResponseDocument.Line("10", LineDecision.ACCEPTED, BOLT, null, null, LocalDate.of(2026, 3, 18), null),
                new OrderResponseDocument.Line(
                        "20", LineDecision.CHANGED, NUT, Quantity.of("2", "KGM"), Price.each(eur("470.00"), "KGM"), LocalDate.of(2026, 3, 25),
                        "Only two in stock"),
                new OrderResponseDocument.Line("30", LineDecision.NOT_ACCEPTED, NUT, null, null, null, "Out of range"));
    }

    static OrderResponseDocument response(Decision decision, List<OrderResponseDocument.Line> lines) {
        return new OrderResponseDocument("OR-1", ISSUED, "PO-4711", "SO-99", decision, "EUR", supplierFirst(), "See line 20", lines);
    }

    public static DespatchAdviceDocument despatchAdvice() {
        return new DespatchAdviceDocument(
                "DA-5", ISSUED, OffsetDateTime.parse("2026-03-17T14:30:00Z"), LocalDate.of(2026, 3, 18), "PO-4711", "CMR-77",
                List.of(
                        supplier(PartyRole.SUPPLIER), receiver(), buyerNamed(),
                        new Party(PartyRole.CARRIER, List.of(new Identifier(Scheme.GLN, "4000001000005")), "Spedition Ost", null, null)),
                List.of(
                        new DespatchAdviceDocument.Package(
                                "340123450000000017", "CT",
                                List.of(
                                        new DespatchAdviceDocument.Line(
                                                "1", "PO-4711", "10", BOLT, Quantity.of("600", "H87"), "LOT-8", LocalDate.of(2027, 1, 31)),
                                        new DespatchAdviceDocument.Line("2", "PO-4711", "20", NUT, Quantity.of("2", "KGM"), null, null))),
                        new DespatchAdviceDocument.Package(
                                "340123450000000024", "CT",
                                List.of(new DespatchAdviceDocument.Line("3", "PO-4711", "10", BOLT, Quantity.of("200", "H87"), "LOT-9", null))),
                        new DespatchAdviceDocument.Package(
                                null, null,
                                List.of(new DespatchAdviceDocument.Line("4", null, null, NUT, Quantity.of("1", "KGM"), null, null)))));
    }

    private static Party receiver() {
        return new Party(
                PartyRole.SHIP_TO, List.of(new Identifier(Scheme.GLN, "4012345500011")), "Lager Süd",
                new Address(List.of("Dockweg 4"), "Bremen", "28197", null, "DE"), null);
    }

    /** As far as a despatch advice carries it. */
    private static Party buyerNamed() {
        return new Party(
                PartyRole.BUYER, List.of(new Identifier(Scheme.GLN, "4012345500004")), "Kaufhaus Nord GmbH",
                new Address(List.of("Hafenstraße 1"), "Hamburg", "20457", null, "DE"), null);
    }

    public static ReceiptAdviceDocument receiptAdvice() {
        return new ReceiptAdviceDocument(
                "RA-9", ISSUED, OffsetDateTime.parse("2026-03-18T08:15:00+01:00"), "PO-4711", "DA-5", "LS-12",
                List.of(receiver(), supplier(PartyRole.SUPPLIER), buyerNamed()), "Two cartons wet",
                List.of(
                        new ReceiptAdviceDocument.Line(
                                "1", "PO-4711", "10", "340123450000000017", BOLT, Quantity.of("590", "H87"), Quantity.of("580", "H87"),
                                Quantity.of("600", "H87"), "LOT-8",
                                List.of(
                                        new Discrepancy(DiscrepancyKind.SHORT, Quantity.of("10", "H87"), null),
                                        new Discrepancy(DiscrepancyKind.DAMAGED, Quantity.of("10", "H87"), "wet"))),
                        new ReceiptAdviceDocument.Line(
                                "2", null, null, null, NUT, Quantity.of("3", "KGM"), null, null, null,
                                List.of(new Discrepancy(DiscrepancyKind.OVER, Quantity.of("1", "KGM"), null)))));
    }

    public static InvoiceDocument invoice(InvoiceDocument.Kind kind) {
        boolean credit = kind == InvoiceDocument.Kind.CREDIT_NOTE;
        return new InvoiceDocument(
                credit ? "GS-1" : "RE-2026-1", kind, ISSUED, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 2, 27), "EUR", "BUYER-REF", "PO-4711",
                "DA-5", credit ? "RE-2026-1" : "RE-2025-9", "RF18539007547034", "DE89370400440532013000",
                supplierFirst(
                        new Party(PartyRole.PAYEE, List.of(new Identifier(Scheme.OTHER, "987654325", "0192")), "Faktor AS", null, null),
                        new Party(
                                PartyRole.TAX_REPRESENTATIVE, List.of(new Identifier(Scheme.VAT, "DE811569869")), "Steuer KG",
                                new Address(List.of("Am Markt 2"), "Köln", "50667", null, "DE"), null),
                        SHIP_TO),
                "2 % within 10 days", "Thank you",
                List.of(
                        new AllowanceCharge(false, eur("10.65"), new BigDecimal("1"), eur("1065.00"), "95", "Loyalty", "S", RATE),
                        new AllowanceCharge(true, eur("25.00"), null, null, "FC", "Freight", "S", RATE)),
                List.of(
                        new InvoiceDocument.Line(
                                "1", null, "10", BOLT, Quantity.of("1000", "H87"), new Price(eur("13.00"), Quantity.of(100, "H87")),
                                eur("125.00"), RATE, "S", List.of(new AllowanceCharge(false, eur("5.00"), null, null, "95", null, null, null))),
                        new InvoiceDocument.Line(
                                "2", null, null, NUT, Quantity.of("2", "KGM"), Price.each(eur("470.00"), "KGM"), eur("940.00"), RATE, "S", List.of())),
                List.of(new Tax("S", RATE, eur("1079.35"), eur("205.08"), null)),
                new InvoiceDocument.Totals(
                        eur("1065.00"), eur("10.65"), eur("25.00"), eur("1079.35"), eur("205.08"), eur("100.00"), eur("0.07"), eur("1184.50")));
    }

    /** Within the Union, taxed at the buyer's. */
    public static InvoiceDocument exemptInvoice() {
        return new InvoiceDocument(
                "RE-2026-2", InvoiceDocument.Kind.INVOICE, ISSUED, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 2, 27), "EUR", "BUYER-REF", null,
                null, null, null, "BE71096123456769", supplierFirst(SHIP_TO), null, null, List.of(),
                List.of(new InvoiceDocument.Line(
                        "1", null, null, NUT, Quantity.of("2", "KGM"), Price.each(eur("470.00"), "KGM"), eur("940.00"), BigDecimal.ZERO, "K", List.of())),
                List.of(new Tax("K", BigDecimal.ZERO, eur("940.00"), eur("0.00"), "Intra-community supply")),
                new InvoiceDocument.Totals(eur("940.00"), eur("940.00"), eur("0.00"), eur("940.00")));
    }

    public static InvoiceResponseDocument invoiceResponse() {
        return new InvoiceResponseDocument(
                "IR-1", ISSUED, "RE-2026-1", ISSUED, InvoiceResponseDocument.Status.UNDER_QUERY, LocalDate.of(2026, 3, 3),
                List.of(answering(buyer(PartyRole.BUYER)), answering(supplier(PartyRole.SUPPLIER))), "Line 2 is too dear",
                List.of(
                        new Clarification(InvoiceResponseDocument.Kind.REASON, "PRI", "Price differs from the order"),
                        new Clarification(InvoiceResponseDocument.Kind.ACTION, "CNF", "Credit in full")));
    }

    /** As far as an answer carries a party. */
    private static Party answering(Party party) {
        return new Party(party.role(), List.of(party.identifiers().getFirst()), party.name(), null, null);
    }

    public static ApplicationAcknowledgementDocument messageResponse() {
        return new ApplicationAcknowledgementDocument(
                "MLR-1", ISSUED, false, "MSG-1", "MSG-1",
                List.of(
                        new Party(PartyRole.MESSAGE_SENDER, List.of(new Identifier(Scheme.GLN, "4012345500004")), null, null, null),
                        new Party(PartyRole.MESSAGE_RECIPIENT, List.of(new Identifier(Scheme.GLN, "5412345000013")), null, null, null)),
                List.of(
                        new ApplicationError("BV", "BR-01 is not met", "/Invoice/CustomizationID"),
                        new ApplicationError("SV", "No price", null)));
    }

    public static CatalogueDocument catalogue() {
        return new CatalogueDocument(
                "CAT-2026", "2", ISSUED, CatalogueDocument.Action.REPLACE, ISSUED, LocalDate.of(2026, 12, 31), "EUR", null,
                List.of(catalogueParty(supplier(PartyRole.SUPPLIER)), catalogueParty(buyer(PartyRole.BUYER))),
                List.of(
                        new Article(
                                "1", ArticleAction.ADD, BOLT, "Bolt M8, zinc plated", "Bolt for wood and steel", "Schraubenwerk", "SW-1", "31160000",
                                "H87", Quantity.of(100, "H87"), new BigDecimal("100"), 3, "DE", RATE,
                                List.of(
                                        new TierPrice(Price.each(eur("0.13"), "H87"), BigDecimal.ONE, ISSUED, LocalDate.of(2026, 6, 30), null),
                                        new TierPrice(Price.each(eur("0.11"), "H87"), new BigDecimal("1000"), null, null, null)),
                                List.of(new Attribute("length", "30", "MMT"), new Attribute("colour", "grey", null)),
                                List.of("https://example.com/bolt.png")),
                        new Article(
                                "2", ArticleAction.DELETE, NUT, "Nut & washer <M8>", null, null, null, null, null, null, null, null, null, null,
                                List.of(), List.of(), List.of())));
    }

    private static Party catalogueParty(Party party) {
        return new Party(party.role(), List.of(party.identifiers().getFirst()), party.name(), party.address(), null);
    }

    public static RequestForQuotationDocument request() {
        return new RequestForQuotationDocument(
                "RFQ-1", ISSUED, OffsetDateTime.parse("2026-03-10T23:59:59Z"), LocalDate.of(2026, 4, 1), "EUR",
                supplierFirst(SHIP_TO), List.of(Reference.to(Reference.Kind.CONTRACT, "C-9")), null, "Please quote",
                List.of(new RequestForQuotationDocument.Line(
                        "1", BOLT, Quantity.of("5000", "H87"), Price.each(eur("0.10"), "H87"), LocalDate.of(2026, 4, 1), "in bulk")));
    }

    public static QuotationDocument quotation() {
        return new QuotationDocument(
                "Q-3", ISSUED, "RFQ-1", null, ISSUED, LocalDate.of(2026, 3, 31), "EUR", supplierFirst(),
                List.of(Reference.to(Reference.Kind.CONTRACT, "C-9")), null, "Free delivery", eur("600.00"),
                List.of(new QuotationDocument.Line(
                        "1", "1", BOLT, Quantity.of("5000", "H87"), Price.each(eur("0.12"), "H87"), eur("600.00"), Quantity.of("1000", "H87"),
                        LocalDate.of(2026, 4, 1), null, "in bulk")));
    }
}
