package io.tradelane.mappings.payment;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.mappings.shared.Times;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What CREMUL and DEBMUL have in common: bookings (LIN groups) made of transactions (SEQ groups). */
final class AdviceRows {
    /** 5025, best first: posted, remitted, original, total. */
    private static final String[] BOOKED = {"60", "12", "98", "9", "128", "8", "143", "349", "346", "369"};
    /** 1153: the bank's own references, best first. */
    private static final String[] BANK = {"ACK", "AIK", "AII", "ACD", "TN"};
    /** 1153: what the payer gave, and what the payee had asked to be quoted. */
    private static final String[] END_TO_END = {"PQ", "CR", "ABO", "AEK"};
    private static final String[] CREDITOR = {"AFO", "YC4", "IV"};
    /** 3035. */
    private static final Set<String> PAYERS = Set.of("PL", "PR", "OY", "BV", "PO");
    private static final Set<String> PAYEES = Set.of("BE", "PE");
    private static final Set<String> PAYER_ACCOUNTS = Set.of("OR", "PL", "PR", "OY", "AO", "PB");
    /** 7187: processing of unstructured information. */
    private static final String UNSTRUCTURED = "11";

    private AdviceRows() {}

    static @Nullable PaymentNotificationDocument read(Row message, Direction direction, MappingReport report) {
        String number = Headers.number(message, report);
        List<Entry> entries = new ArrayList<>();
        for (Row line : message.rows("lines")) {
            if (line.text("account") == null) {
                report.add(MappingError.REFERENCE_MISSING, line.position(), null, "FII C078 3194");
            }
            List<Row> transactions = line.rows("entries").isEmpty() ? List.of(line) : line.rows("entries");
            for (Row transaction : transactions) {
                Entry entry = entry(line, transaction, direction, entries.size() + 1, report);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        OffsetDateTime created = Times.read(message, "createdAt");
        if (created == null) {
            report.add(MappingError.ISSUE_DATE_MISSING, message.position(), null, "DTM+137");
            created = Headers.envelopeDate(report).atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        return number == null ? null : new PaymentNotificationDocument(number, created, PartyRows.readPlain(message), List.copyOf(entries));
    }

    private static @Nullable Entry entry(Row line, Row transaction, Direction direction, int place, MappingReport report) {
        Money amount = amount(transaction);
        amount = amount == null ? amount(line) : amount;
        String account = line.text("account");
        if (amount == null) {
            report.add(MappingError.AMOUNT_MISSING, transaction.position(), null, "MOA+60");
        }
        if (amount == null || account == null) {
            return null;
        }
        boolean below = transaction != line;
        String bank = ReferenceRows.number(transaction, BANK);
        String ofLine = ReferenceRows.number(line, BANK);
        // Several transactions of one booking share its reference; the place keeps them apart.
        String reference = bank != null ? bank : ofLine == null ? report.reference() + "/" + place : below ? ofLine + "/" + place : ofLine;
        return new Entry(
                account,
                reference,
                direction,
                amount,
                date(line, transaction, "bookingDate"),
                date(line, transaction, "valueDate"),
                ReferenceRows.number(transaction, END_TO_END),
                ReferenceRows.number(transaction, CREDITOR),
                below ? TextRows.note(transaction) == null ? TextRows.terms(transaction) : TextRows.note(transaction) : null,
                below ? party(transaction, PAYERS) : null,
                below ? account(transaction, true) : null,
                below ? party(transaction, PAYEES) : null,
                below ? account(transaction, false) : null,
                false);
    }

    private static @Nullable Money amount(Row row) {
        return Amounts.stated(row, BOOKED);
    }

    private static @Nullable LocalDate date(Row line, Row transaction, String field) {
        LocalDate own = transaction.date(field);
        return own == null ? line.date(field) : own;
    }

    /** The name, structured or not. */
    private static @Nullable String party(Row transaction, Set<String> roles) {
        for (Row row : transaction.rows("parties")) {
            if (roles.contains(String.valueOf(row.text("role")))) {
                return row.text("name") == null ? row.text("plain1") : row.text("name");
            }
        }
        return null;
    }

    private static @Nullable String account(Row transaction, boolean payer) {
        for (Row row : transaction.rows("accounts")) {
            if (PAYER_ACCOUNTS.contains(String.valueOf(row.text("role"))) == payer) {
                return row.text("id");
            }
        }
        return null;
    }

    static void write(PaymentNotificationDocument notification, Direction direction, Row message) {
        message.set("number", notification.number()).set("function", "9");
        Times.write(message, "createdAt", notification.createdAt());
        int number = 0;
        for (Entry entry : notification.entries()) {
            Row line = message.add("lines").set("number", Integer.toString(++number));
            line.set("valueDate", entry.valueDate()).set("bookingDate", entry.bookingDate());
            line.set("institution", direction == Direction.CREDIT ? "BF" : "OR").set("account", entry.account());
            Amounts.write("60", entry.amount(), line);
            line.add("references").set("kind", BANK[0]).set("number", entry.reference());
            Row transaction = line.add("entries").set("number", "1");
            Amounts.write("60", entry.amount(), transaction);
            reference(transaction, BANK[0], entry.reference());
            reference(transaction, END_TO_END[0], entry.endToEndId());
            reference(transaction, CREDITOR[0], entry.creditorReference());
            party(transaction, "PR", entry.debtorName());
            party(transaction, "BE", entry.creditorName());
            account(transaction, "OR", entry.debtorAccount());
            account(transaction, "BF", entry.creditorAccount());
            if (entry.remittance() != null) {
                transaction.set("process", UNSTRUCTURED);
                TextRows.write("PMD", entry.remittance(), transaction);
            }
        }
    }

    private static void reference(Row transaction, String kind, @Nullable String number) {
        if (number != null) {
            transaction.add("references").set("kind", kind).set("number", number);
        }
    }

    private static void party(Row transaction, String role, @Nullable String name) {
        if (name != null) {
            transaction.add("parties").set("role", role).set("name", name);
        }
    }

    private static void account(Row transaction, String role, @Nullable String account) {
        if (account != null) {
            transaction.add("accounts").set("role", role).set("id", account);
        }
    }
}
