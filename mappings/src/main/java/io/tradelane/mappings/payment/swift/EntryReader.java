package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinField;
import io.tradelane.mappings.syntax.swift.FinMessage;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.mappings.syntax.swift.SwiftReport;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of one statement: field 61 with the fields 86 that follow it. */
final class EntryReader {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    /** What is shorter counts something else than entries. */
    private static final int SHORTEST_REFERENCE = 6;

    private final String account;
    private final String currency;
    private final String statementNumber;
    private final SwiftReport report;
    private Money total;
    private Money credits;
    private Money debits;
    private int creditCount;
    private int debitCount;

    EntryReader(String account, String currency, String statementNumber, SwiftReport report) {
        this.account = account;
        this.currency = currency;
        this.statementNumber = statementNumber;
        this.report = report;
        this.total = Money.zero(currency);
        this.credits = total;
        this.debits = total;
    }

    private record Line(FinField field, StatementLine line, List<String> information) {}

    /** @param day of the statement */
    List<Entry> read(List<FinField> fields, @Nullable LocalDate day) {
        List<Line> lines = lines(fields);
        Map<String, Integer> references = new HashMap<>();
        lines.forEach(line -> references.merge(line.line().bankReference(), 1, Integer::sum));
        List<Entry> entries = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String reference = line.line().bankReference();
            boolean own = SwiftValues.reference(reference) != null && reference.length() >= SHORTEST_REFERENCE && references.get(reference) == 1;
            Money amount = line.line().amount();
            if (line.line().expected()) {
                report.add(SwiftError.ENTRY_NOT_BOOKED, line.field(), line.field().first(), null);
            } else if (amount != null) {
                count(amount, line.line().credit());
                entries.add(entry(line, own ? reference : counted(day, i + 1), amount));
            }
        }
        return List.copyOf(entries);
    }

    private List<Line> lines(List<FinField> fields) {
        List<Line> lines = new ArrayList<>();
        Line current = null;
        for (FinField field : fields) {
            if (field.tag().equals("61")) {
                StatementLine line = StatementLine.read(field, currency, report);
                current = line == null ? null : new Line(field, line, new ArrayList<>(4));
                if (current != null) {
                    lines.add(current);
                }
            } else if (field.tag().equals("86") && current != null) {
                current.information().addAll(field.lines());
            } else if (!field.tag().equals("NS")) {
                current = null;
            }
        }
        return lines;
    }

    private void count(Money amount, boolean credit) {
        total = credit ? total.plus(amount) : total.minus(amount);
        credits = credit ? credits.plus(amount) : credits;
        debits = credit ? debits : debits.plus(amount);
        creditCount += credit ? 1 : 0;
        debitCount += credit ? 0 : 1;
    }

    /** Day, number of the statement and place of the entry in it: the same whenever the statement is read, and no other's. */
    private String counted(@Nullable LocalDate day, int index) {
        StatementNumber number = StatementNumber.of(statementNumber);
        long sequence = number.sequence() == null ? 0 : number.sequence();
        String page = number.page() == null || number.page() == 1 ? "" : "." + number.page();
        return (day == null ? "" : DAY.format(day) + "-") + sequence + page + "-" + index;
    }

    private Entry entry(Line read, String reference, Money amount) {
        StatementLine line = read.line();
        AccountInformation told = AccountInformation.read(read.information(), account);
        CounterAccount other = CounterAccount.of(line, told);
        String endToEnd = told.endToEndId() != null ? told.endToEndId() : other.reference();
        // A reversal takes back what went the other way: its parties are those of the entry taken back.
        boolean paidIn = line.credit() != line.reversal();
        return new Entry(
                account, reference, line.credit() ? Direction.CREDIT : Direction.DEBIT, amount, line.entryDate(), line.valueDate(),
                endToEnd, told.creditorReference(), told.remittance(),
                paidIn ? other.name() : null, paidIn ? other.account() : null,
                paidIn ? null : other.name(), paidIn ? null : other.account(),
                line.reversal());
    }

    Money total() {
        return total;
    }

    /** Fields 90D and 90C say how many entries there are on each side, and their sum. */
    void sums(FinMessage message) {
        message.field("90D").ifPresent(field -> sum(field, debitCount, debits));
        message.field("90C").ifPresent(field -> sum(field, creditCount, credits));
    }

    private void sum(FinField field, int count, Money sum) {
        String text = field.first().strip();
        int digits = 0;
        while (digits < text.length() && digits < 9 && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == 0) {
            report.add(SwiftError.FORMAT_INVALID, field, text, "5n3!a15d");
            return;
        }
        Money told = new SwiftValues(report).money(field, 2, digits, text.substring(digits));
        if (told != null && (Integer.parseInt(text, 0, digits, 10) != count || !told.sameAs(sum))) {
            report.add(SwiftError.SUM_DIFFERS, field, text, count + sum.currency() + sum.amount().toPlainString().replace('.', ','));
        }
    }
}
