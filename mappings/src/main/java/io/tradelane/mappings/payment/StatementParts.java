package io.tradelane.mappings.payment;

import io.tradelane.mappings.payment.AccountReader.Account;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.trading.document.BankStatementDocument.Balance;
import io.tradelane.trading.document.BankStatementDocument.Statement;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of one {@code Stmt} or {@code Rpt} so far. */
final class StatementParts {
    private final String fallback;
    private final List<Entry> entries = new ArrayList<>();
    private BigDecimal movement = BigDecimal.ZERO;
    private int bookings;
    private boolean everyBookingCounts = true;
    @Nullable String id;
    @Nullable Long sequence;
    @Nullable Long electronicSequence;
    @Nullable Integer page;
    @Nullable LocalDate from;
    @Nullable LocalDate to;
    @Nullable Account account;
    int balances;
    private @Nullable Balance opening;
    private @Nullable Balance closing;
    private @Nullable Balance available;

    /** @param fallback in front of the number of an entry that has no reference of its own */
    StatementParts(String fallback) {
        this.fallback = fallback;
    }

    void add(BalanceReader reader) {
        balances++;
        Balance balance = reader.balance();
        switch (reader.type()) {
            case "OPBD", "PRCD" -> opening = opening == null ? balance : opening;
            case "CLBD" -> closing = balance;
            case "CLAV" -> available = balance;
            case "ITBD" -> closing = closing == null ? balance : closing;
            default -> { }
        }
    }

    void add(Booking booking, XmlCursor cursor, XmlReport report, String path) {
        bookings++;
        if (account == null || account.number() == null || booking.amount == null || booking.direction == null) {
            everyBookingCounts = false;
            return;
        }
        EntrySplitter splitter = new EntrySplitter(account.number(), booking, booking.amount, booking.direction, fallback + "/" + bookings);
        if (splitter.undivided()) {
            String count = Integer.toString(booking.transactions.size());
            report.warning(XmlError.AMOUNT_NOT_SPLIT, cursor, path + "/NtryDtls/TxDtls", count, booking.amount.toString());
        } else if (!EntryReader.addsUp(booking)) {
            report.warning(XmlError.AMOUNTS_DIFFER, cursor, path + "/Amt", booking.amount.toString(), null);
        }
        BigDecimal amount = booking.amount.amount();
        movement = movement.add(booking.direction == Direction.CREDIT ? amount : amount.negate());
        entries.addAll(splitter.entries());
    }

    /** Opening balance and entries make the closing balance, on a statement of one page. */
    void check(XmlCursor cursor, XmlReport report, String path) {
        if (opening == null || closing == null || page != null || !everyBookingCounts || bookings == 0) {
            return;
        }
        Money expected = new Money(opening.amount().amount().add(movement), opening.amount().currency());
        if (!expected.sameAs(closing.amount())) {
            report.warning(XmlError.BALANCE_DIFFERS, cursor, path + "/Bal", closing.amount().toString(), expected.toString());
        }
    }

    @Nullable Statement statement() {
        if (id == null || account == null || account.number() == null) {
            return null;
        }
        Balance any = opening != null ? opening : closing != null ? closing : available;
        String currency = any != null ? any.amount().currency()
                : entries.isEmpty() ? account.currency() : entries.getFirst().amount().currency();
        return currency == null ? null
                : new Statement(
                        id, account.number(), account.bank(), currency, sequence != null ? sequence : electronicSequence, page, from, to, opening,
                        closing, available, List.copyOf(entries));
    }
}
