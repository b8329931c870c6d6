package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinField;
import io.tradelane.mappings.syntax.swift.FinMessage;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.mappings.syntax.swift.SwiftReport;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BankStatementDocument.Balance;
import io.tradelane.trading.document.BankStatementDocument.Kind;
import io.tradelane.trading.document.BankStatementDocument.Statement;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MT940, MT950, MT941 and MT942: one message, one page of a statement. Of one input, in the order in which its messages come. */
public final class SwiftStatementMapping {
    private final Pages pages = new Pages();

    /** {@code null} when the report says why there is none. */
    public @Nullable BankStatementDocument read(FinMessage message) {
        SwiftReport report = message.report();
        SwiftValues values = new SwiftValues(report);
        boolean interim = message.type().equals("942") || message.type().equals("941");
        Account account = account(message);
        Signed opening = balance(message.field("60F", "60M").orElse(null), values);
        Signed closing = balance(message.field("62F", "62M").orElse(null), values);
        Signed available = balance(message.field("64").orElse(null), values);
        String currency = opening != null ? opening.currency() : closing != null ? closing.currency() : floorCurrency(message, values);
        Created created = Created.of(message.field("13D", "13").orElse(null), values);
        if (currency == null) {
            return null;
        }
        same(report, currency, closing, available);
        EntryReader reader = new EntryReader(account.number(), currency, message.value("28C", "28"), report);
        List<Entry> entries = reader.read(message.fields(), closing == null ? created.day() : closing.date());
        if (opening != null && closing != null && !message.type().equals("941")) {
            adds(report, opening, reader.total(), closing);
            pages.follow(account.number(), opening, closing, report);
        }
        if (message.type().equals("942")) {
            reader.sums(message);
        }
        LocalDate day = closing != null ? closing.date() : created.day();
        OffsetDateTime at = created.at() != null ? created.at() : day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
        if (report.hasErrors() || at == null) {
            return null;
        }
        String number = message.value("20");
        StatementNumber counted = StatementNumber.of(message.value("28C", "28"));
        Statement statement = new Statement(
                number, account.number(), account.bank(), currency, counted.sequence(), counted.page(),
                opening == null ? null : opening.date(), day, document(opening), document(closing), document(available), entries);
        return new BankStatementDocument(number, interim ? Kind.INTERIM : Kind.STATEMENT, at, parties(message), List.of(statement));
    }

    private record Account(String number, @Nullable String bank) {}

    private static Account account(FinMessage message) {
        FinField field = message.field("25", "25P").orElse(null);
        Accounts account = field == null ? new Accounts("", null)
                : Accounts.of(field.first(), field.lines().size() > 1 ? field.lines().get(1) : null);
        if (field != null && account.number().isEmpty()) {
            message.report().add(SwiftError.FIELD_EMPTY, field, field.first(), "35x");
        }
        return new Account(account.number(), account.bank() == null ? message.sender() : account.bank());
    }

    private static List<Party> parties(FinMessage message) {
        if (message.sender() == null) {
            return List.of();
        }
        return List.of(new Party(
                PartyRole.MESSAGE_SENDER, List.of(new Party.Identifier(Party.Scheme.BIC, message.sender())), null, null, null));
    }

    private static @Nullable String floorCurrency(FinMessage message, SwiftValues values) {
        FinField field = message.field("34F").orElse(null);
        if (field != null && field.first().length() >= 3) {
            return values.currency(field, 1, 0, field.first().substring(0, 3));
        }
        if (message.type().equals("942") && field == null) {
            message.report().add(SwiftError.FIELD_MISSING, message.fields().getFirst(), null, "34F");
        }
        return null;
    }

    /** A balance: mark, date, currency, amount. */
    static @Nullable Signed balance(@Nullable FinField field, SwiftValues values) {
        if (field == null) {
            return null;
        }
        String text = field.first().strip();
        if (text.length() < 11) {
            values.report(SwiftError.FORMAT_INVALID, field.place(), text, "C251231EUR1234,56");
            return null;
        }
        char mark = Character.toUpperCase(text.charAt(0));
        if (mark != 'C' && mark != 'D') {
            values.report(SwiftError.MARK_INVALID, field.place(1, 0), text.substring(0, 1), "C, D");
            return null;
        }
        LocalDate date = values.date(field, 2, 1, text.substring(1, 7));
        Money amount = values.money(field, 3, 7, text.substring(7));
        return date == null || amount == null ? null : new Signed(field, date, mark == 'D' ? amount.negate() : amount);
    }

    /** A balance with the field it stood in; negative when overdrawn. */
    record Signed(FinField field, LocalDate date, Money amount) {
        String currency() {
            return amount.currency();
        }
    }

    private static @Nullable Balance document(@Nullable Signed balance) {
        return balance == null ? null : new Balance(balance.amount(), balance.date());
    }

    private static void same(SwiftReport report, String currency, @Nullable Signed... balances) {
        for (Signed balance : balances) {
            if (balance != null && !balance.currency().equals(currency)) {
                report.add(SwiftError.CURRENCY_DIFFERS, balance.field().place(3, 7), balance.currency(), currency);
            }
        }
    }

    private static void adds(SwiftReport report, Signed opening, Money total, Signed closing) {
        if (opening.currency().equals(closing.currency())) {
            Money expected = opening.amount().plus(total);
            if (!expected.sameAs(closing.amount())) {
                report.add(SwiftError.BALANCE_DIFFERS, closing.field().place(4, 10), closing.amount().toString(), expected.toString());
            }
        }
    }
}
