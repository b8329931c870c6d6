package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Amounts, quantities, prices and articles in the rows of UBL and CII: a value in a field, its currency or unit in the one beside it. */
public final class UblValues {
    /** UN/ECE Recommendation 20: one. */
    private static final String ONE = "C62";
    private static final String GTIN = "0160";
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    /** What other formats write and Recommendation 20 has under another code; packages are X and the code of Recommendation 21. */
    private static final Map<String, String> UNITS = Map.of("PCE", "H87", "PC", "XPC", "CT", "XCT", "BX", "XBX", "PK", "XPK", "CS", "XCS", "PF", "XPF");

    private UblValues() {}

    /** DocumentCurrencyCode, else the currency of the first amount that is asked for. */
    public static String currency(Row document, MappingReport report, String... amounts) {
        String stated = document.text("currency");
        for (int i = 0; stated == null && i < amounts.length; i++) {
            stated = document.text(amounts[i] + "Currency");
        }
        if (stated == null) {
            report.add(MappingError.CURRENCY_MISSING, document, "currency", null, "EUR");
            return Amounts.NO_CURRENCY;
        }
        if (!CURRENCIES.contains(stated)) {
            report.add(MappingError.CURRENCY_UNKNOWN, document, "currency", stated, null);
            return Amounts.kept(stated);
        }
        return stated;
    }

    /** @param currency of an amount that names none */
    public static @Nullable Money money(Row row, String field, String currency, MappingReport report) {
        BigDecimal amount = row.decimal(field);
        if (amount == null) {
            return null;
        }
        String own = row.text(field + "Currency");
        if (own != null && !CURRENCIES.contains(own)) {
            report.add(MappingError.CURRENCY_UNKNOWN, row, field + "Currency", own, currency);
            own = Amounts.kept(own);
        }
        return new Money(amount, own == null ? currency : own);
    }

    public static void money(Row row, String field, @Nullable Money money) {
        if (money != null) {
            row.set(field, money.amount()).set(field + "Currency", money.currency());
        }
    }

    public static @Nullable Quantity quantity(Row row, String field) {
        BigDecimal value = row.decimal(field);
        String unit = row.text(field + "Unit");
        return value == null ? null : new Quantity(value, unit == null || unit.isBlank() ? ONE : unit);
    }

    public static void quantity(Row row, String field, @Nullable Quantity quantity) {
        if (quantity != null) {
            row.set(field, quantity.value()).set(field + "Unit", unit(quantity.unit()));
        }
    }

    static String unit(String unit) {
        return UNITS.getOrDefault(unit, unit);
    }

    /** @param quantity in whose unit the price is when it names none */
    public static @Nullable Price price(Row row, @Nullable Quantity quantity, String currency, MappingReport report) {
        Money amount = money(row, "price", currency, report);
        if (amount == null) {
            return null;
        }
        String unit = quantity == null ? ONE : quantity.unit();
        Quantity basis = quantity(row, "basis");
        if (basis == null) {
            return Price.each(amount, unit);
        }
        if (basis.isZero()) {
            report.add(MappingError.BASIS_ZERO, row, "basis", row.layout().hasField("number") ? row.text("number") : null, "1");
            return Price.each(amount, unit);
        }
        return new Price(amount, row.text("basisUnit") == null ? new Quantity(basis.value(), unit) : basis);
    }

    public static void price(Row row, @Nullable Price price) {
        if (price != null) {
            money(row, "price", price.amount());
            quantity(row, "basis", price.basis());
        }
    }

    public static Item item(Row row, MappingReport report) {
        String number = row.text("gtin");
        String scheme = row.text("gtinScheme");
        boolean gtin = number != null && (GTIN.equals(scheme) || "GTIN".equals(scheme) || CheckDigit.isGtin(number));
        Item item = new Item(gtin ? number : null, row.text("buyerArticle"), row.text("supplierArticle"), row.text("description"));
        if (item.gtin() == null && item.buyerArticle() == null && item.supplierArticle() == null && item.description() == null) {
            report.add(MappingError.ITEM_MISSING, row, null, null, null);
        }
        return item;
    }

    /** An article without a name gets its number as one: the profiles want a name. */
    public static void item(Row row, Item item) {
        row.set("buyerArticle", item.buyerArticle()).set("supplierArticle", item.supplierArticle()).set("description", name(item));
        if (item.gtin() != null) {
            row.set("gtin", item.gtin()).set("gtinScheme", GTIN);
        }
    }

    public static @Nullable String name(Item item) {
        return item.description() != null ? item.description()
                : item.supplierArticle() != null ? item.supplierArticle()
                : item.buyerArticle() != null ? item.buyerArticle() : item.gtin();
    }

    /** A date and the time beside it; midnight, and UTC, where nothing is said. */
    public static @Nullable OffsetDateTime moment(Row row, String date, String time) {
        LocalDate day = row.date(date);
        String clock = row.text(time);
        if (day == null) {
            return null;
        }
        try {
            boolean zone = clock != null && (clock.endsWith("Z") || clock.lastIndexOf('+') > 0 || clock.lastIndexOf('-') > 0);
            return clock == null ? day.atStartOfDay().atOffset(ZoneOffset.UTC)
                    : zone ? day.atTime(OffsetTime.parse(clock)) : day.atTime(LocalTime.parse(clock)).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return day.atStartOfDay().atOffset(ZoneOffset.UTC);
        }
    }

    public static void moment(Row row, String date, String time, @Nullable OffsetDateTime moment) {
        if (moment != null) {
            boolean dayOnly = moment.toLocalTime().equals(LocalTime.MIDNIGHT) && moment.getOffset().equals(ZoneOffset.UTC);
            String clock = moment.toLocalTime().withNano(0).toString();
            String full = clock.length() == 5 ? clock + ":00" : clock;
            row.set(date, moment.toLocalDate()).set(time, dayOnly ? null : full + moment.getOffset().getId());
        }
    }

    /**
     * Lines of a number and a quantity, without which they mean nothing.
     *
     * @param line makes one of its row and its quantity
     */
    public static <L> List<L> lines(Row document, MappingReport report, BiFunction<Row, Quantity, L> line) {
        List<L> lines = new ArrayList<>();
        checkLines(document.rows("lines"), report);
        for (Row row : document.rows("lines")) {
            Quantity quantity = quantity(row, "quantity");
            if (quantity == null) {
                report.add(MappingError.QUANTITY_MISSING, row, "quantity", row.text("number"), "Quantity");
            } else if (row.text("number") != null) {
                lines.add(line.apply(row, quantity));
            }
        }
        return List.copyOf(lines);
    }

    /** Lines that others refer to have numbers of their own. */
    public static void checkLines(List<Row> lines, MappingReport report) {
        LineNumbers.check(lines, report);
    }

    /** Lines that nobody refers to by number, as those of an invoice, should have numbers of their own. */
    public static void reviewLines(List<Row> lines, MappingReport report) {
        LineNumbers.check(lines, MappingError.LINE_NUMBER_DOUBTFUL, report);
    }
}
