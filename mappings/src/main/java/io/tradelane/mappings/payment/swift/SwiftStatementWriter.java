package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinWriter;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BankStatementDocument.Balance;
import io.tradelane.trading.document.BankStatementDocument.Kind;
import io.tradelane.trading.document.BankStatementDocument.Statement;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes MT940 and MT942; field 86 in the structure of the German banks, which carries the most. */
final class SwiftStatementWriter {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmmxx");
    private static final DateTimeFormatter ENTRY_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final int REFERENCE = 16;

    private final FinWriter out = new FinWriter();
    private final String name;
    private final String sender;
    private final String recipient;

    SwiftStatementWriter(String name, String sender, String recipient) {
        this.name = name;
        this.sender = sender;
        this.recipient = recipient;
    }

    String write(BankStatementDocument document) {
        boolean interim = name.isEmpty() ? document.kind() == Kind.INTERIM : name.equals("MT942");
        for (Statement statement : document.statements()) {
            out.begin(interim ? "942" : "940", sender, recipient);
            head(document, statement);
            if (interim) {
                interim(document.createdAt(), statement);
            } else {
                booked(statement);
            }
            out.end();
        }
        return out.text();
    }

    private void head(BankStatementDocument document, Statement statement) {
        String number = document.statements().size() == 1 ? document.number() : statement.number();
        out.field("20", SwiftText.reference("20", number, REFERENCE));
        // The sender's BIC is in block 1 already.
        boolean named = statement.bank() != null && !statement.bank().equals(sender);
        out.field("25", SwiftText.text("25", (named ? statement.bank() + "/" : "") + statement.account(), 35));
        long sequence = statement.sequence() == null ? 0 : statement.sequence();
        out.field("28C", SwiftText.text("28C", sequence + (statement.page() == null ? "" : "/" + statement.page()), 11));
    }

    private void booked(Statement statement) {
        Balance opening = required("60F", statement.opening());
        Balance closing = required("62F", statement.closing());
        out.field(statement.page() != null && statement.page() > 1 ? "60M" : "60F", balance("60F", opening));
        statement.entries().forEach(this::entry);
        out.field("62F", balance("62F", closing));
        if (statement.available() != null) {
            out.field("64", balance("64", statement.available()));
        }
    }

    private static Balance required(String tag, @Nullable Balance balance) {
        if (balance == null) {
            throw SwiftText.refused(tag, "", "C251231EUR1234,56");
        }
        return balance;
    }

    private void interim(OffsetDateTime at, Statement statement) {
        out.field("34F", statement.currency() + "0,");
        out.field("13D", MINUTE.format(at));
        statement.entries().forEach(this::entry);
        sum("90D", Direction.DEBIT, statement);
        sum("90C", Direction.CREDIT, statement);
    }

    private void sum(String tag, Direction direction, Statement statement) {
        List<Entry> entries = statement.entries().stream().filter(entry -> entry.direction() == direction).toList();
        Money sum = entries.stream().map(Entry::amount).reduce(Money.zero(statement.currency()), Money::plus);
        if (!entries.isEmpty()) {
            out.field(tag, entries.size() + statement.currency() + SwiftText.amount(tag, sum));
        }
    }

    private static String balance(String tag, Balance balance) {
        Money amount = balance.amount();
        return (amount.amount().signum() < 0 ? "D" : "C") + SwiftText.day(balance.date()) + amount.currency() + SwiftText.amount(tag, amount);
    }

    private void entry(Entry entry) {
        if (entry.valueDate() == null) {
            throw SwiftText.refused("61", "", "YYMMDD");
        }
        boolean credit = entry.direction() == Direction.CREDIT;
        String mark = entry.reversal() ? credit ? "RD" : "RC" : credit ? "C" : "D";
        String booked = entry.bookingDate() == null ? "" : ENTRY_DAY.format(entry.bookingDate());
        out.field("61", SwiftText.day(entry.valueDate()) + booked + mark + SwiftText.amount("61", entry.amount()) + "NTRFNONREF//"
                + SwiftText.reference("61", entry.reference(), REFERENCE));
        String information = StructuredInformation.of(entry);
        if (!information.isEmpty()) {
            out.broken("86", information);
        }
    }
}
