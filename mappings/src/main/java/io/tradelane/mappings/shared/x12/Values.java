package io.tradelane.mappings.shared.x12;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Money, prices and quantities of one set, in the currency of its CUR (field {@code currency}). */
public final class Values {
    private static final String EACH = "EA";
    private static final int UNIT_PRICE_DECIMALS = 6;
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private final String currency;

    private Values(String currency) {
        this.currency = currency;
    }

    /** Without CUR it says so and takes {@link Amounts#NO_CURRENCY}, so that the agreement's currency may count. */
    public static Values of(Row set, MappingReport report) {
        String stated = set.text("currency");
        if (stated == null) {
            report.add(MappingError.CURRENCY_MISSING, set.position(), null, "CUR02");
        }
        return optional(set, report);
    }

    /** Of a set that may well name no currency. */
    public static Values optional(Row set, MappingReport report) {
        String stated = set.text("currency");
        if (stated != null && !CURRENCIES.contains(stated)) {
            report.add(MappingError.CURRENCY_UNKNOWN, set.position(), stated, null);
            return new Values(Amounts.kept(stated));
        }
        return new Values(stated == null ? Amounts.NO_CURRENCY : stated);
    }

    public String currency() {
        return currency;
    }

    /** {@code null} where the set says none. */
    public @Nullable String stated() {
        return currency.equals(Amounts.NO_CURRENCY) ? null : currency;
    }

    public @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount, currency);
    }

    /** The first of the amounts (AMT, rows {@code amounts}) that has one, whatever its kind. */
    public @Nullable Money firstAmount(Row owner) {
        for (Row row = owner.first("amounts"); row != null; row = row.next()) {
            BigDecimal amount = row.decimal("amount");
            if (amount != null) {
                return new Money(amount, currency);
            }
        }
        return null;
    }

    /** Of an element of type N2. */
    public @Nullable Money implied(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount.scale() > 0 ? amount : amount.movePointLeft(2), currency);
    }

    /** For an element of type N2. */
    public static @Nullable BigDecimal implied(@Nullable Money money) {
        return money == null ? null : money.amount().movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    }

    public static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    public static @Nullable Quantity quantity(Row row, String value, String unit) {
        BigDecimal number = row.decimal(value);
        return number == null ? null : new Quantity(number, Units.rec20(row.text(unit)));
    }

    public static void write(@Nullable Quantity quantity, Row row, String value, String unit) {
        if (quantity != null) {
            row.set(value, quantity.value()).set(unit, Units.x12(quantity.unit()));
        }
    }

    /** 212 and 639, fields {@code price} and {@code basis}. */
    public @Nullable Price price(Row row, @Nullable Quantity quantity) {
        BigDecimal amount = row.decimal("price");
        if (amount == null) {
            return null;
        }
        String basis = String.valueOf(row.text("basis"));
        long per = basis.equals("HP") ? 100 : basis.equals("TP") ? 1000 : 1;
        return new Price(new Money(amount, currency), Quantity.of(per, quantity == null ? EACH : quantity.unit()));
    }

    public static void write(@Nullable Price price, Row row) {
        if (price == null) {
            return;
        }
        BigDecimal per = price.basis().value();
        boolean hundred = per.compareTo(BigDecimal.valueOf(100)) == 0;
        boolean thousand = per.compareTo(BigDecimal.valueOf(1000)) == 0;
        boolean plain = per.compareTo(BigDecimal.ONE) == 0 || hundred || thousand;
        BigDecimal amount = plain ? price.amount().amount()
                : price.amount().amount().divide(per, UNIT_PRICE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        row.set("price", amount).set("basis", hundred ? "HP" : thousand ? "TP" : null);
    }

    public static void writeCurrency(@Nullable String currency, Row set) {
        if (currency != null && !currency.equals(Amounts.NO_CURRENCY)) {
            set.set("currency", currency).set("currencyOf", "BY");
        }
    }
}
