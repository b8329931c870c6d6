package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.swift.FinField;
import io.tradelane.mappings.syntax.swift.SwiftError;
import io.tradelane.mappings.syntax.swift.SwiftReport;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Dates, amounts and currencies as SWIFT writes them. */
final class SwiftValues {
    private static final int AMOUNT_LENGTH = 15;
    /** Years from here on are of the last century. */
    private static final int PIVOT = 80;

    private final SwiftReport report;

    SwiftValues(SwiftReport report) {
        this.report = report;
    }

    void report(SwiftError code, Position place, String value, String expected) {
        report.add(code, place, value, expected);
    }

    /** YYMMDD. Banks that count thirty days a month write the 30th of February; the month's last day is meant. */
    @Nullable LocalDate date(FinField field, int sub, int start, String text) {
        if (text.length() != 6 || !digits(text)) {
            report.add(SwiftError.DATE_INVALID, field.place(sub, start), text, "YYMMDD");
            return null;
        }
        int year = number(text, 0);
        return day(field, sub, start, text, (year < PIVOT ? 2000 : 1900) + year, number(text, 2), number(text, 4));
    }

    /** MMDD in the year that brings it nearest to {@code value}. */
    @Nullable LocalDate entryDate(FinField field, int start, String text, LocalDate value) {
        int month = number(text, 0);
        int year = value.getYear() + (value.getMonthValue() - month > 6 ? 1 : month - value.getMonthValue() > 6 ? -1 : 0);
        return day(field, 2, start, text, year, month, number(text, 2));
    }

    private @Nullable LocalDate day(FinField field, int sub, int start, String text, int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            report.add(SwiftError.DATE_INVALID, field.place(sub, start), text, text.length() == 4 ? "MMDD" : "YYMMDD");
            return null;
        }
        int last = YearMonth.of(year, month).lengthOfMonth();
        LocalDate date = LocalDate.of(year, month, Math.min(day, last));
        if (day > last) {
            report.add(SwiftError.DATE_BEYOND_MONTH, field.place(sub, start), text, date.toString());
        }
        return date;
    }

    /** Currency and amount without anything around: {@code EUR1234,5}. */
    @Nullable Money money(FinField field, int sub, int start, String text) {
        String currency = text.length() < 3 ? null : currency(field, sub, start, text.substring(0, 3));
        return currency == null ? reportedShort(field, sub, start, text) : amount(field, sub + 1, start + 3, text.substring(3), currency);
    }

    private @Nullable Money reportedShort(FinField field, int sub, int start, String text) {
        if (text.length() < 3) {
            report.add(SwiftError.CURRENCY_UNKNOWN, field.place(sub, start), text, null);
        }
        return null;
    }

    @Nullable String currency(FinField field, int sub, int start, String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            report.add(SwiftError.CURRENCY_UNKNOWN, field.place(sub, start), code, null);
            return null;
        }
    }

    @Nullable Money amount(FinField field, int sub, int start, String text, String currency) {
        String amount = text.strip();
        String plain = plain(amount);
        if (plain == null) {
            report.add(SwiftError.AMOUNT_INVALID, field.place(sub, start), amount, "1234,56");
            return null;
        }
        BigDecimal value = new BigDecimal(plain);
        if (amount.indexOf(',') < 1 || value.precision() >= AMOUNT_LENGTH) {
            report.add(SwiftError.AMOUNT_NOTATION, field.place(sub, start), amount, value.toPlainString().replace('.', ','));
        }
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        if (decimals >= 0 && value.stripTrailingZeros().scale() > decimals) {
            report.add(SwiftError.DECIMALS_EXCEED_CURRENCY, field.place(sub, start), amount, Integer.toString(decimals));
        }
        return new Money(value, currency);
    }

    /** Digits with at most one comma or point, as Java writes it; {@code null} when it is anything else. */
    private static @Nullable String plain(String amount) {
        StringBuilder plain = new StringBuilder(amount.length() + 1);
        int marks = 0;
        int digits = 0;
        for (int i = 0; i < amount.length(); i++) {
            char sign = amount.charAt(i);
            if (sign == ',' || sign == '.') {
                marks++;
                plain.append(digits == 0 ? "0." : ".");
            } else if (sign >= '0' && sign <= '9') {
                digits++;
                plain.append(sign);
            } else {
                return null;
            }
        }
        if (marks > 1 || digits == 0 || digits > 30) {
            return null;
        }
        return plain.charAt(plain.length() - 1) == '.' ? plain.substring(0, plain.length() - 1) : plain.toString();
    }

    static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static int number(String digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }

    /** {@code null} for what says that there is no reference. */
    static @Nullable String reference(@Nullable String text) {
        String value = text == null ? "" : text.strip();
        return switch (value) {
            case "", "NONREF", "NOTPROVIDED", "NOT PROVIDED", "NONE" -> null;
            default -> value;
        };
    }
}
