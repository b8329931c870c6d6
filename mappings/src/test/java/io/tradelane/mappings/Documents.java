package io.tradelane.mappings;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** One document of each kind with every field filled, for tests. */
public final class Documents {
    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    private static final Item BOLT = new Item("4006381333931", "B-100", "NW-7", "Bolt M8, zinc plated");
    private static final Item NUT = new Item(null, null, "NW-8", "Nut");
    private static final List<Party> PARTIES = List.of(
            new Party(
                    PartyRole.BUYER,
                    List.of(new Identifier(Scheme.GLN, "4012345500004"), new Identifier(Scheme.VAT, "DE123456789")),
                    "Kaufhaus Nord",
                    new Party.Address(List.of("Hafenstr. 1", "Tor 3"), "Hamburg", "20457", "HH", "DE"),
                    "A. Meier"),
            new Party(
                    PartyRole.SUPPLIER,
                    List.of(new Identifier(Scheme.GLN, "5412345000013"), new Identifier(Scheme.BUYER_ASSIGNED, "70012")),
                    null, null, null),
            new Party(PartyRole.SHIP_TO, List.of(new Identifier(Scheme.BUYER_ASSIGNED, "LAGER 5")), null, null, null));
    /** Those that a message without references in its NAD groups can carry. */
    private static final List<Party> PLAIN_PARTIES = List.of(
            Party.ofGln(PartyRole.BUYER, "4012345500004"), Party.ofGln(PartyRole.SUPPLIER, "5412345000013"));

    private Documents() {}

    public static List<BusinessDocument> all() {
        return List.of(order(), orderResponse(), despatchAdvice(), invoice(), remittanceAdvice(), notification(), contrl(), aperak());
    }

    public static OrderDocument order() {
        return new OrderDocument(
                "PO-4711", OrderDocument.Kind.RUSH, OrderDocument.Function.ORIGINAL, ISSUED, LocalDate.of(2026, 3, 20), "EUR",
                PARTIES, List.of(Reference.to(Reference.Kind.CONTRACT, "C-9"), Reference.to(Reference.Kind.PRICE_LIST, "PL-2026")),
                "30 days net", "Deliver before noon: gate 3 + bell '2'", Money.of("1295.00", "EUR"),
                List.of(
                        new OrderDocument.Line(
                                "10", BOLT, Quantity.of("1000", "PCE"), new Price(Money.of("12.50", "EUR"), Quantity.of(100, "PCE")),
                                Money.of("125.00", "EUR"), LocalDate.of(2026, 3, 18), "Keep dry",
                                List.of(new Reference(Reference.Kind.CONTRACT, "C-9", "4", null))),
                        new OrderDocument.Line(
                                "20", NUT, Quantity.of("2.5", "KGM"), Price.each(Money.of("468.00", "EUR"), "KGM"), null, null, null, List.of())));
    }

    public static OrderResponseDocument orderResponse() {
        return new OrderResponseDocument(
                "OR-1", ISSUED, "PO-4711", "SO-99", OrderResponseDocument.Decision.ACCEPTED_WITH_CHANGES, "EUR", PARTIES, "See line 20",
                List.of(
                        new OrderResponseDocument.Line("10", LineDecision.ACCEPTED, BOLT, null, null, null, null),
                        new OrderResponseDocument.Line(
                                "20", LineDecision.CHANGED, NUT, Quantity.of("2", "KGM"), Price.each(Money.of("470.00", "EUR"), "KGM"),
                                LocalDate.of(2026, 3, 25), "Only two in stock")));
    }

    public static DespatchAdviceDocument despatchAdvice() {
        return new DespatchAdviceDocument(
                "DA-5", ISSUED, OffsetDateTime.parse("2026-03-17T14:30:00Z"), LocalDate.of(2026, 3, 18), "PO-4711", "CMR-77", PARTIES,
                List.of(
                        new DespatchAdviceDocument.Package(
                                "340123450000000017", "201",
                                List.of(new DespatchAdviceDocument.Line(
                                        "1", "PO-4711", "10", BOLT, Quantity.of("1000", "PCE"), "LOT-8", LocalDate.of(2027, 1, 31)))),
                        new DespatchAdviceDocument.Package(
                                null, null,
                                List.of(new DespatchAdviceDocument.Line("2", "PO-4711", "20", NUT, Quantity.of("2", "KGM"), null, null)))));
    }

    public static InvoiceDocument invoice() {
        return new InvoiceDocument(
                "RE-2026-1", InvoiceDocument.Kind.INVOICE, ISSUED, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 2, 27), "EUR",
                null, "PO-4711", "DA-5", "RE-2025-9", "RF18539007547034", "DE89370400440532013000", PARTIES, "2 % within 10 days", "Thank you", List.of(),
                List.of(
                        new InvoiceDocument.Line(
                                "1", "PO-4711", "10", BOLT, Quantity.of("1000", "PCE"), new Price(Money.of("12.50", "EUR"), Quantity.of(100, "PCE")),
                                Money.of("125.00", "EUR"), new BigDecimal("19"), null, List.of()),
                        new InvoiceDocument.Line("2", null, null, NUT, Quantity.of("2", "KGM"), null, Money.of("940.00", "EUR"), null, null, List.of())),
                List.of(new InvoiceDocument.Tax("S", new BigDecimal("19"), Money.of("1065.00", "EUR"), Money.of("202.35", "EUR"), null)),
                new InvoiceDocument.Totals(
                        Money.of("1065.00", "EUR"), Money.of("1065.00", "EUR"), Money.of("202.35", "EUR"), Money.of("1267.35", "EUR")));
    }

    public static RemittanceAdviceDocument remittanceAdvice() {
        return new RemittanceAdviceDocument(
                "RA-3", ISSUED, LocalDate.of(2026, 3, 3), "E2E-1", PLAIN_PARTIES, Money.of("1200.00", "EUR"),
                List.of(
                        new RemittanceAdviceDocument.Item(
                                InvoiceDocument.Kind.INVOICE, "RE-2026-1", LocalDate.of(2026, 2, 28), Money.of("1267.35", "EUR"),
                                Money.of("1242.35", "EUR"), List.of(new RemittanceAdviceDocument.Adjustment(Money.of("25.00", "EUR"), "4", "Two pieces short"))),
                        new RemittanceAdviceDocument.Item(
                                InvoiceDocument.Kind.CREDIT_NOTE, "GS-1", null, null, Money.of("42.35", "EUR"), List.of())),
                List.of());
    }

    public static PaymentNotificationDocument notification() {
        return new PaymentNotificationDocument(
                "N-1", OffsetDateTime.parse("2026-03-03T09:00:00+08:00"), List.of(),
                List.of(new PaymentNotificationDocument.Entry(
                        "DE89370400440532013000", "BANK-1", Direction.CREDIT, Money.of("1242.35", "EUR"), ISSUED, ISSUED, "E2E-1",
                        "RF18539007547034", "Rechnung", "Kaufhaus Nord", "DE02120300000000202051", null, null, false)));
    }

    public static SyntaxAcknowledgementDocument contrl() {
        return new SyntaxAcknowledgementDocument(
                "77", ISSUED, "REF1", "4012345500004:14", "5412345000013:14", Action.ACKNOWLEDGED, null,
                List.of(
                        new SyntaxAcknowledgementDocument.Message("1", "ORDERS:D:96A:UN:EAN008", Action.ACKNOWLEDGED, List.of()),
                        new SyntaxAcknowledgementDocument.Message(
                                "2", "ORDERS:D:96A:UN", Action.REJECTED,
                                List.of(
                                        new SyntaxError("13", null, 5, null, null),
                                        new SyntaxError("39", null, 7, 2, 1),
                                        new SyntaxError("37", null, 7, 3, null))),
                        new SyntaxAcknowledgementDocument.Message(
                                "3", "INVOIC:D:01B:UN", Action.REJECTED, List.of(new SyntaxError("29", "UNT", null, 1, null)))));
    }

    public static ApplicationAcknowledgementDocument aperak() {
        return new ApplicationAcknowledgementDocument(
                "A-1", ISSUED, false, "2", "PO-4711", PLAIN_PARTIES,
                List.of(new ApplicationError("12", "The unit XYZ is not known", "10"), new ApplicationError("13", "No price", null)));
    }
}
