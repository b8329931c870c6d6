package io.tradelane.mappings.payment;

import io.tradelane.mappings.payment.Booking.Transaction;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.trading.shared.Money;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one {@code Ntry} of a camt message, versions .02 to .13. */
final class EntryReader {
    private final XmlCursor cursor;
    private final XmlReport report;
    private final XmlValues values;
    private final TransactionReader transactions;

    EntryReader(XmlCursor cursor, XmlReport report) {
        this.cursor = cursor;
        this.report = report;
        this.values = new XmlValues(cursor, report);
        this.transactions = new TransactionReader(cursor, values);
    }

    Booking read() throws IOException, XmlRefused {
        String path = cursor.path();
        Booking booking = new Booking();
        boolean[] seen = new boolean[3];
        cursor.children(name -> {
            switch (name) {
                case "NtryRef" -> booking.entryReference = values.text(35);
                case "Amt" -> {
                    seen[0] = true;
                    booking.amount = values.amount();
                }
                case "CdtDbtInd" -> {
                    seen[1] = true;
                    booking.direction = values.direction();
                }
                case "RvslInd" -> booking.reversal = values.indicator();
                case "Sts" -> {
                    seen[2] = true;
                    booking.status = status();
                }
                case "BookgDt" -> booking.bookingDate = values.dateChoice();
                case "ValDt" -> booking.valueDate = values.dateChoice();
                case "AcctSvcrRef" -> booking.servicerReference = values.text(35);
                case "BkTxCd" -> booking.transactionCode = true;
                case "NtryDtls" -> details(booking);
                case "TxDtls" -> booking.transactions.add(transactions.read()); // camt.052.001.01
                case "AddtlNtryInf" -> booking.additionalInformation = values.text(500);
                default -> { }
            }
        });
        require(seen[0], path, "Amt");
        require(seen[1], path, "CdtDbtInd");
        require(seen[2], path, "Sts");
        if (!booking.transactionCode) {
            report.warning(XmlError.MISSING_ELEMENT, cursor, path + "/BkTxCd", null, "BkTxCd");
        }
        return booking;
    }

    private void require(boolean present, String path, String name) {
        if (!present) {
            report.error(XmlError.MISSING_ELEMENT, cursor, path + "/" + name, null, name);
        }
    }

    /** A code as text up to version .07, a choice of {@code Cd} and {@code Prtry} after. */
    private @Nullable String status() throws IOException, XmlRefused {
        String[] choice = new String[1];
        String text = cursor.textOr(name -> choice[0] = values.text(35));
        return choice[0] != null ? choice[0] : text.isEmpty() ? null : text;
    }

    private void details(Booking booking) throws IOException, XmlRefused {
        cursor.children(name -> {
            if (name.equals("TxDtls")) {
                booking.transactions.add(transactions.read());
            }
        });
    }

    /** Whether the amounts of the transactions, where all are in the entry's currency, sum up to it. */
    static boolean addsUp(Booking booking) {
        Money sum = null;
        for (Transaction transaction : booking.transactions) {
            if (booking.amount == null || transaction.amount == null
                    || !transaction.amount.currency().equals(booking.amount.currency())) {
                return true;
            }
            Money signed = transaction.direction == null || transaction.direction == booking.direction
                    ? transaction.amount : transaction.amount.negate();
            sum = sum == null ? signed : sum.plus(signed);
        }
        return sum == null || sum.sameAs(booking.amount) || sum.negate().sameAs(booking.amount);
    }
}
