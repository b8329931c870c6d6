package io.tradelane.mappings.payment;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.shared.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data types of ISO 20022 as they stand in an element; what does not fit is reported and answered with {@code null}. */
final class XmlValues {
    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern AMOUNT = Pattern.compile("\\+?(\\d{0,18})(\\.(\\d{0,5}))?");
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private final XmlCursor cursor;
    private final XmlReport report;

    XmlValues(XmlCursor cursor, XmlReport report) {
        this.cursor = cursor;
        this.report = report;
    }

    /** A text of at most {@code max} characters; {@code null} when there is none. */
    @Nullable String text(int max) throws IOException, XmlRefused {
        String path = cursor.path();
        String text = joined(cursor.text());
        if (text.length() > max) {
            report.error(XmlError.TOO_LONG, cursor, path, text, Integer.toString(max));
        }
        return text.isEmpty() ? null : text;
    }

    /** A text that was broken over lines for a person's eyes, in one line again. */
    private static String joined(String text) {
        return text.indexOf('\n') < 0 ? text : BREAK.matcher(text).replaceAll(" ");
    }

    /** ActiveOrHistoricCurrencyAndAmount: at most 18 digits, 5 of them decimals, never negative, with its currency. */
    @Nullable Money amount() throws IOException, XmlRefused {
        String path = cursor.path();
        String currency = cursor.attribute("Ccy");
        String text = cursor.text();
        boolean good = text.length() <= 20 && !text.isEmpty() && !text.equals(".") && AMOUNT.matcher(text).matches();
        if (!good) {
            report.error(XmlError.BAD_AMOUNT, cursor, path, text, null);
        }
        if (currency == null) {
            report.error(XmlError.MISSING_ATTRIBUTE, cursor, path + "/@Ccy", null, "Ccy");
        } else if (!CURRENCIES.contains(currency)) {
            report.error(XmlError.BAD_CURRENCY, cursor, path + "/@Ccy", currency, null);
        } else if (good) {
            return new Money(new BigDecimal(text), currency);
        }
        return null;
    }

    @Nullable Direction direction() throws IOException, XmlRefused {
        String path = cursor.path();
        String text = cursor.text();
        return switch (text) {
            case "CRDT" -> Direction.CREDIT;
            case "DBIT" -> Direction.DEBIT;
            default -> {
                report.error(XmlError.UNKNOWN_CODE, cursor, path, text, "CRDT, DBIT");
                yield null;
            }
        };
    }

    boolean indicator() throws IOException, XmlRefused {
        String path = cursor.path();
        String text = cursor.text();
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                report.error(XmlError.UNKNOWN_CODE, cursor, path, text, "true, false");
                yield false;
            }
        };
    }

    /** DateAndDateTimeChoice: a {@code Dt} or the date of a {@code DtTm}. */
    @Nullable LocalDate dateChoice() throws IOException, XmlRefused {
        LocalDate[] date = new LocalDate[1];
        cursor.children(name -> {
            if (name.equals("Dt")) {
                date[0] = date();
            } else if (name.equals("DtTm")) {
                OffsetDateTime dateTime = dateTime();
                date[0] = dateTime == null ? null : dateTime.toLocalDate();
            }
        });
        return date[0];
    }

    /** xs:date; a time zone after it says nothing about a day and is passed over. A date with a time is cut to its day. */
    private @Nullable LocalDate date() throws IOException, XmlRefused {
        String path = cursor.path();
        String text = cursor.text();
        try {
            String zone = text.length() > 10 ? text.substring(10) : "";
            if (zone.isEmpty() || zone.startsWith("T")) {
                return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            }
            ZoneOffset.of(zone);
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException bad) {
            report.error(XmlError.BAD_DATE, cursor, path, text, "YYYY-MM-DD");
            return null;
        }
    }

    /** The day of an xs:dateTime. */
    @Nullable LocalDate day() throws IOException, XmlRefused {
        return date();
    }

    /** A whole number that is not negative, as ISO 20022 Number without decimals. */
    @Nullable Long number() throws IOException, XmlRefused {
        String path = cursor.path();
        String text = cursor.text();
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            report.error(XmlError.BAD_VALUE, cursor, path, text, "0 … 9");
            return null;
        }
        return Long.valueOf(text);
    }

    /** xs:dateTime; without a zone it is taken as UTC. */
    @Nullable OffsetDateTime dateTime() throws IOException, XmlRefused {
        String path = cursor.path();
        String text = cursor.text();
        try {
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return zoned ? OffsetDateTime.parse(text) : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException bad) {
            report.error(XmlError.BAD_DATE, cursor, path, text, "YYYY-MM-DDThh:mm:ss+hh:mm");
            return null;
        }
    }
}
