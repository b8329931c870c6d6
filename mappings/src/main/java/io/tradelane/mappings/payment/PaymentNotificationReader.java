package io.tradelane.mappings.payment;

import io.tradelane.mappings.payment.AccountReader.Account;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO 20022 camt.054 (BankToCustomerDebitCreditNotification), versions .02 to .13. The versions differ in where a
 * party's name and an entry's status stand, not in what they say, so elements are found by their local names.
 */
public final class PaymentNotificationReader {
    private static final String ROOT = "BkToCstmrDbtCdtNtfctn";

    private final XmlCursor cursor;
    private final XmlReport report;
    private final XmlValues values;
    private final GroupHeader header;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private @Nullable String owner;
    private @Nullable String bank;
    private int notifications;

    /** @param cursor at the root element, {@code Document} */
    public PaymentNotificationReader(XmlCursor cursor, XmlReport report) {
        this.cursor = cursor;
        this.report = report;
        this.values = new XmlValues(cursor, report);
        this.header = new GroupHeader(cursor, report, values);
    }

    /** The document, or {@code null} when the report says why there is none. */
    public @Nullable PaymentNotificationDocument read() throws IOException, XmlRefused {
        String path = cursor.path();
        boolean[] found = new boolean[1];
        cursor.children(name -> {
            if (name.equals(ROOT)) {
                found[0] = true;
                message();
            }
        });
        header.require(found[0], path + "/" + ROOT, ROOT);
        String messageId = header.messageId();
        OffsetDateTime createdAt = header.createdAt();
        return messageId == null || createdAt == null ? null : new PaymentNotificationDocument(messageId, createdAt, List.copyOf(parties.values()), List.copyOf(entries));
    }

    /** Group header MsgId, empty as long as none was read. */
    public String messageId() {
        return header.messageId() == null ? "" : header.messageId();
    }

    /** The account's owner as named, empty when not. */
    public String owner() {
        return owner == null ? "" : owner;
    }

    /** BIC of the bank that keeps the account, empty when not given. */
    public String bank() {
        return bank == null ? "" : bank;
    }

    /** Group header CreDtTm. */
    public @Nullable OffsetDateTime createdAt() {
        return header.createdAt();
    }

    private void message() throws IOException, XmlRefused {
        String path = cursor.path();
        cursor.children(name -> {
            switch (name) {
                case "GrpHdr" -> header.read();
                case "Ntfctn" -> notification();
                default -> { }
            }
        });
        header.requireSeen(path);
        header.require(notifications > 0, path + "/Ntfctn", "Ntfctn");
    }

    private void notification() throws IOException, XmlRefused {
        String path = cursor.path();
        notifications++;
        boolean[] seen = new boolean[1];
        Account[] account = new Account[1];
        int[] number = new int[1];
        cursor.children(name -> {
            switch (name) {
                case "Id" -> seen[0] = values.text(35) != null;
                case "Acct" -> account[0] = account();
                case "Ntry" -> entry(account[0], ++number[0]);
                default -> { }
            }
        });
        header.require(seen[0], path + "/Id", "Id");
        header.require(account[0] != null, path + "/Acct", "Acct");
    }

    private Account account() throws IOException, XmlRefused {
        String path = cursor.path();
        Account account = new AccountReader(cursor, values).read();
        header.require(account.number() != null, path + "/Id", "Id");
        if (account.owner() != null) {
            owner = account.owner();
            parties.putIfAbsent("owner " + owner, new Party(PartyRole.MESSAGE_RECIPIENT, List.of(), owner, null, null));
        }
        if (account.bank() != null) {
            bank = account.bank();
            var identifiers = List.of(new Party.Identifier(Party.Scheme.OTHER, bank));
            parties.putIfAbsent("bank " + bank, new Party(PartyRole.MESSAGE_SENDER, identifiers, account.bankName(), null, null));
        }
        return account;
    }

    private void entry(@Nullable Account account, int number) throws IOException, XmlRefused {
        String path = cursor.path();
        Booking booking = new EntryReader(cursor, report).read();
        if (booking.status != null && !booking.status.equals("BOOK")) {
            report.warning(XmlError.NOT_BOOKED, cursor, path + "/Sts", booking.status, "BOOK");
            return;
        }
        if (account == null || account.number() == null || booking.amount == null || booking.direction == null) {
            return;
        }
        String fallback = messageId() + "/" + notifications + "/" + number;
        EntrySplitter splitter = new EntrySplitter(account.number(), booking, booking.amount, booking.direction, fallback);
        if (splitter.undivided()) {
            String count = Integer.toString(booking.transactions.size());
            report.warning(XmlError.AMOUNT_NOT_SPLIT, cursor, path + "/NtryDtls/TxDtls", count, booking.amount.toString());
        } else if (!EntryReader.addsUp(booking)) {
            report.warning(XmlError.AMOUNTS_DIFFER, cursor, path + "/Amt", booking.amount.toString(), null);
        }
        entries.addAll(splitter.entries());
    }
}
