package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Money, prices and quantities of one message: MOA (rows {@code amounts}), PRI (rows {@code prices}), QTY (rows {@code
 * quantities}), in the currency of its CUX (rows {@code currencies}).
 */
public final class Amounts {
    /** ISO 4217 "no currency": stands where a message names none, so that the agreement's currency may count. */
    public static final String NO_CURRENCY = "XXX";

    /** What is counted when a quantity names no unit, as EANCOM has it: pieces. */
    private static final String PIECES = "PCE";

    /** 5125: net, invoiced, calculated, else gross. */
    private static final String[] PRICES = {"AAA", "INV", "CAL", "NTP", "AAB", "AAE", "AAF"};

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private final MappingReport report;
    private final String currency;

    private Amounts(MappingReport report, String currency) {
        this.report = report;
        this.currency = currency;
    }

    /**
     * Of a message that should name its currency: CUX, else that of an amount; without either it says so and takes
     * {@link #NO_CURRENCY}.
     */
    public static Amounts of(Row message, MappingReport report) {
        Row stated = stated(message);
        if (stated != null) {
            return inCurrency(stated, report);
        }
        String ofAmount = message.rows("amounts").stream()
                .map(row -> String.valueOf(row.text("currency")))
                .filter(CURRENCIES::contains)
                .findFirst()
                .orElse(NO_CURRENCY);
        if (ofAmount.equals(NO_CURRENCY)) {
            report.add(MappingError.CURRENCY_MISSING, message.position(), null, "CUX+2:EUR:9");
        }
        return new Amounts(report, ofAmount);
    }

    /** Of a message that may well name no currency. */
    public static Amounts optional(Row message, MappingReport report) {
        Row stated = stated(message);
        return stated == null ? new Amounts(report, NO_CURRENCY) : inCurrency(stated, report);
    }

    /** The reference currency (CUX 6347 code 2), else the first that is named. */
    private static @Nullable Row stated(Row message) {
        Row first = null;
        for (Row row = message.first("currencies"); row != null; row = row.next()) {
            if (row.text("code") != null) {
                if ("2".equals(row.text("kind"))) {
                    return row;
                }
                first = first == null ? row : first;
            }
        }
        return first;
    }

    private static Amounts inCurrency(Row stated, MappingReport report) {
        String code = String.valueOf(stated.text("code"));
        if (CURRENCIES.contains(code)) {
            return new Amounts(report, code);
        }
        report.add(MappingError.CURRENCY_UNKNOWN, stated.position(), code, null);
        return new Amounts(report, kept(code));
    }

    /** A code that is none stays in the document: the partner may have a meaning for it. */
    public static String kept(String unknown) {
        return CurrencyCode.isPossible(unknown) ? unknown : NO_CURRENCY;
    }

    public String currency() {
        return currency;
    }

    /** Whether the message says which. */
    public boolean currencyKnown() {
        return !currency.equals(NO_CURRENCY);
    }

    /** The first amount of one of these kinds (5025), in the order of the kinds. */
    public @Nullable Money money(Row owner, String... kinds) {
        Row first = owner.first("amounts");
        for (String kind : kinds) {
            for (Row row = first; row != null; row = row.next()) {
                BigDecimal amount = row.decimal("amount");
                if (kind.equals(row.text("kind")) && amount != null) {
                    return new Money(amount, currency(row));
                }
            }
        }
        return null;
    }

    /** The first amount of one of these kinds that names its currency itself, whatever the message says; else of any kind. */
    public static @Nullable Money stated(Row owner, String... kinds) {
        Money any = null;
        for (String kind : kinds) {
            for (Row row = owner.first("amounts"); row != null; row = row.next()) {
                BigDecimal amount = row.decimal("amount");
                String currency = row.text("currency");
                if (amount != null && currency != null && CURRENCIES.contains(currency)) {
                    if (kind.equals(row.text("kind"))) {
                        return new Money(amount, currency);
                    }
                    any = any == null ? new Money(amount, currency) : any;
                }
            }
        }
        return any;
    }

    private String currency(Row amount) {
        String own = amount.text("currency");
        if (own == null || own.equals(currency)) {
            return currency;
        }
        if (!CURRENCIES.contains(own)) {
            report.add(MappingError.CURRENCY_UNKNOWN, amount.position(), own, null);
            return kept(own);
        }
        return own;
    }

    /** The first quantity of one of these kinds (6063), in the order of the kinds. */
    public static @Nullable Quantity quantity(Row line, String... kinds) {
        Row first = line.first("quantities");
        for (String kind : kinds) {
            for (Row row = first; row != null; row = row.next()) {
                BigDecimal value = row.decimal("value");
                if (kind.equals(row.text("kind")) && value != null) {
                    String unit = row.text("unit");
                    return quantity(value, unit);
                }
            }
        }
        return null;
    }

    /** Pieces, where no unit is named. */
    public static Quantity quantity(BigDecimal value, @Nullable String unit) {
        return new Quantity(value, unit == null || unit.isBlank() ? PIECES : unit);
    }

    /** Whether one of these kinds is there at all; when it could not be read, the syntax has said so already. */
    public static boolean isStated(Row owner, String rows, String... kinds) {
        return owner.rows(rows).stream().anyMatch(row -> List.of(kinds).contains(String.valueOf(row.text("kind"))));
    }

    /** The net price (5125 AAA), else another net or invoice price, else the gross one. */
    public @Nullable Price price(Row line, @Nullable Quantity quantity) {
        Row first = line.first("prices");
        for (String kind : PRICES) {
            for (Row row = first; row != null; row = row.next()) {
                BigDecimal amount = row.decimal("amount");
                if (kind.equals(row.text("kind")) && amount != null) {
                    return new Price(new Money(amount, currency), basis(line, row, quantity));
                }
            }
        }
        return null;
    }

    private Quantity basis(Row line, Row price, @Nullable Quantity quantity) {
        BigDecimal basis = price.decimal("basis");
        String unit = price.text("unit");
        if (unit == null || unit.isBlank()) {
            unit = quantity == null ? PIECES : quantity.unit();
        }
        if (basis != null && basis.signum() == 0) {
            report.add(MappingError.BASIS_ZERO, price.position(), line.text("number"), "1");
        }
        return new Quantity(basis == null || basis.signum() == 0 ? BigDecimal.ONE : basis, unit);
    }

    public static void writeCurrency(@Nullable String currency, Row message) {
        if (currency != null && !currency.equals(NO_CURRENCY)) {
            message.add("currencies").set("kind", "2").set("code", currency).set("use", "9");
        }
    }

    public static void write(String kind, @Nullable Money money, Row owner) {
        if (money != null) {
            Row row = owner.add("amounts").set("kind", kind).set("amount", money.amount());
            row.set("currency", money.currency().equals(NO_CURRENCY) ? null : money.currency());
        }
    }

    public static void write(String kind, @Nullable Quantity quantity, Row line) {
        if (quantity != null) {
            line.add("quantities").set("kind", kind).set("value", quantity.value()).set("unit", quantity.unit());
        }
    }

    public static void write(@Nullable Price price, Row line) {
        if (price != null) {
            Row row = line.add("prices").set("kind", "AAA").set("amount", price.amount().amount());
            row.set("basis", price.basis().value()).set("unit", price.basis().unit());
        }
    }
}
