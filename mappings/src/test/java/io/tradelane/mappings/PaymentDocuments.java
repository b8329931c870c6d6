package io.tradelane.mappings;

import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BankStatementDocument.Balance;
import io.tradelane.trading.document.BankStatementDocument.Statement;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentInstructionDocument.Batch;
import io.tradelane.trading.document.PaymentInstructionDocument.Kind;
import io.tradelane.trading.document.PaymentInstructionDocument.Transaction;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** What goes between a company and its bank, for tests. */
public final class PaymentDocuments {
    public static final String BANK = "COBADEFFXXX";
    public static final String COMPANY = "TRADDEFFXXX";
    private static final String ACCOUNT = "DE89370400440532013000";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private PaymentDocuments() {}

    private static Entry entry(String reference, Direction direction, String amount, String remittance, boolean reversal) {
        boolean paidIn = (direction == Direction.CREDIT) != reversal;
        String name = "Molenaar Textiel en Katoenhandel Noord B.V.";
        return new Entry(
                ACCOUNT, reference, direction, Money.of(amount, "EUR"), DAY, DAY.minusDays(1), "E2E-2026-0000000000000000000000817", "RF712348231",
                remittance, paidIn ? name : null, paidIn ? "NL02ABNA0123456789" : null, paidIn ? null : name,
                paidIn ? null : "NL02ABNA0123456789", reversal);
    }

    /** One account, three entries: one in, one out, one out and back. */
    public static BankStatementDocument statement(BankStatementDocument.Kind kind, OffsetDateTime created, Balance opening, Balance closing, String remittance) {
        List<Entry> entries = List.of(
                entry("BK26030200001", Direction.CREDIT, "1250.50", remittance, false),
                entry("BK26030200002", Direction.DEBIT, "99", "Rent March", false),
                entry("BK26030200003", Direction.DEBIT, "0.50", null, true));
        Statement statement = new Statement(
                "ST260302", ACCOUNT, BANK, "EUR", 42L, 2, opening == null ? null : opening.date(), DAY, opening, closing,
                closing, entries);
        Party bank = new Party(PartyRole.MESSAGE_SENDER, List.of(new Party.Identifier(Party.Scheme.BIC, BANK)), null, null, null);
        return new BankStatementDocument("ST260302", kind, created, List.of(bank), List.of(statement));
    }

    public static BankStatementDocument booked(String remittance) {
        return statement(BankStatementDocument.Kind.STATEMENT, OffsetDateTime.parse("2026-03-02T00:00Z"),
                new Balance(Money.of("-1000.00", "EUR"), DAY.minusDays(1)), new Balance(Money.of("151.00", "EUR"), DAY), remittance);
    }

    /** Two transfers, as a bank takes them in an MT101. */
    public static PaymentInstructionDocument transfers(String name) {
        Transaction first = new Transaction(null, "E2E-1", Money.of("100", "EUR"), name, "NL02ABNA0123456789", "ABNANL2A", "RF712348231", null, null, null);
        Transaction second = new Transaction(null, "E2E-2", Money.of("200.25", "EUR"), name, "NL96RABO0523149468", null, null,
                "Invoices 2026-0001, 2026-0002 and 2026-0003, less returns", null, null);
        Batch batch = new Batch("PAY0001", ACCOUNT, "Weberei Sonnenthal GmbH", BANK, DAY, true, List.of(first, second));
        return new PaymentInstructionDocument(
                "PAY0001", PaymentInstructionDocument.Kind.CREDIT_TRANSFER, OffsetDateTime.parse("2026-03-02T00:00Z"), List.of(), List.of(batch));
    }

    public static PaymentInstructionDocument instruction(Kind kind) {
        boolean debit = kind == Kind.DIRECT_DEBIT;
        return new PaymentInstructionDocument(
                "MSG-1", kind, OffsetDateTime.parse("2026-03-02T10:00:00+01:00"),
                List.of(new Party(PartyRole.MESSAGE_SENDER, List.of(new Party.Identifier(Party.Scheme.OTHER, "4711")), "Brightline Retail", null, null)),
                List.of(new Batch(
                        "PAY-1", "DE89370400440532013000", "Brightline Retail", "COBADEFFXXX", LocalDate.of(2026, 3, 4), true,
                        List.of(
                                new Transaction(
                                        "I-1", "E2E-1", Money.of("1242.35", "EUR"), "Kaufhaus Nord", "DE02120300000000202051", "BYLADEM1001",
                                        "RF18539007547034", null, debit ? "M-9" : null, debit ? LocalDate.of(2025, 1, 2) : null),
                                new Transaction(
                                        null, "E2E-2", Money.of("7.5", "EUR"), "Schrauben 山田", "123456789", null, null, "Rechnung 5", debit ? "M-10" : null,
                                        null)))));
    }

    /** One of two transfers was refused. */
    public static PaymentStatusDocument status() {
        return new PaymentStatusDocument(
                "ST-1", OffsetDateTime.parse("2026-03-02T11:00:00Z"), "MSG-1", PaymentStatusDocument.Status.PARTLY_ACCEPTED, List.of(), List.of(),
                List.of(
                        new PaymentStatusDocument.Transaction(
                                "PAY-1", "I-1", "E2E-1", PaymentStatusDocument.Status.SETTLED, List.of(), Money.of("1242.35", "EUR")),
                        new PaymentStatusDocument.Transaction(
                                "PAY-1", null, "E2E-2", PaymentStatusDocument.Status.REJECTED,
                                List.of(new PaymentStatusDocument.Reason("AC04", "account closed")), null)));
    }
}
