package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinField;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.mappings.syntax.swift.SwiftReport;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Field 61: {@code 6!n[4!n]2a[1!a]15d1!a3!c16x[//16x][34x]}.
 *
 * @param credit whether the account's balance rises
 * @param reversal RC or RD: takes back an earlier entry
 * @param expected EC or ED: not booked yet
 * @param customerReference sub-field 7 as sent
 * @param bankReference sub-field 8
 * @param details sub-field 9, lines joined
 */
record StatementLine(
        @Nullable LocalDate valueDate,
        @Nullable LocalDate entryDate,
        boolean credit,
        boolean reversal,
        boolean expected,
        @Nullable Money amount,
        String customerReference,
        String bankReference,
        String details) {
    private static final String MARKS = "C, D, RC, RD, EC, ED";
    private static final int REFERENCE_LENGTH = 16;

    /** @param currency of the account */
    static @Nullable StatementLine read(FinField field, String currency, SwiftReport report) {
        String text = field.first().stripLeading();
        SwiftValues values = new SwiftValues(report);
        if (text.length() < 6) {
            report.add(SwiftError.DATE_INVALID, field.place(1, 0), text, "YYMMDD");
            return null;
        }
        LocalDate value = values.date(field, 1, 0, text.substring(0, 6));
        int at = 6;
        LocalDate entry = null;
        if (text.length() > 10 && SwiftValues.digits(text.substring(6, 10))) {
            entry = value == null ? null : values.entryDate(field, 6, text.substring(6, 10), value);
            at = 10;
        } else if (text.startsWith("    ", 6)) {
            at = 10;
        }
        int mark = at;
        boolean qualified = at < text.length() && "REre".indexOf(text.charAt(at)) >= 0;
        char kind = qualified ? Character.toUpperCase(text.charAt(at++)) : ' ';
        char side = at < text.length() ? Character.toUpperCase(text.charAt(at++)) : ' ';
        if (side != 'C' && side != 'D') {
            report.add(SwiftError.MARK_INVALID, field.place(3, mark), text.substring(mark, Math.min(text.length(), at)), MARKS);
            return null;
        }
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        int amountStart = at;
        while (at < text.length() && "0123456789,.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        Money amount = values.amount(field, 5, amountStart, text.substring(amountStart, at), currency);
        int type = typeLength(text, at);
        if (type == 0) {
            report.add(SwiftError.TRANSACTION_TYPE_MISSING, field.place(6, at), text.substring(at), null);
        }
        String rest = text.substring(Math.min(text.length(), at + type));
        int bank = rest.indexOf("//");
        String customer = (bank < 0 ? rest : rest.substring(0, bank)).strip();
        lengths(field, report, at + type, customer);
        boolean rises = (side == 'C') != (kind == 'R');
        return new StatementLine(
                value, entry, rises, kind == 'R', kind == 'E', amount, customer, bank < 0 ? "" : rest.substring(bank + 2).strip(),
                String.join(" ", field.lines().subList(1, field.lines().size())).strip());
    }

    /** A letter and three characters; some banks leave it out and write the reference at once. */
    private static int typeLength(String text, int at) {
        boolean letter = at + 4 <= text.length() && "NFSnfs".indexOf(text.charAt(at)) >= 0;
        return letter && !text.startsWith("NONREF", at) && !text.startsWith("//", at + 1) ? 4 : 0;
    }

    private static void lengths(FinField field, SwiftReport report, int at, String customer) {
        if (customer.length() > REFERENCE_LENGTH && !customer.contains("  ")) {
            report.add(SwiftError.LENGTH_EXCEEDED, field.place(7, at), customer, REFERENCE_LENGTH + "x");
        }
    }
}
