package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles, quantities, prices and days in the lines of cXML. */
public final class CxmlLines {
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private static final String NO_LINE = "0";

    private CxmlLines() {}

    /** The currency of the first of these amounts that has one; cXML names none for a document. */
    public static String currency(Row row, MappingReport report, String... amounts) {
        for (String amount : amounts) {
            String currency = row.text(amount + "Currency");
            if (currency != null && CURRENCIES.contains(currency)) {
                return currency;
            }
            if (currency != null) {
                report.add(MappingError.CURRENCY_UNKNOWN, row, amount + "Currency", currency, "ISO 4217");
                return Amounts.kept(currency);
            }
        }
        report.add(MappingError.CURRENCY_MISSING, row, null, null, "Money/@currency");
        return Amounts.NO_CURRENCY;
    }

    public static Item item(Row row, MappingReport report) {
        String gtin = row.text("gtin");
        Item item = new Item(
                gtin != null && CheckDigit.isGtin(gtin) ? gtin : null, row.text("buyerArticle"), row.text("supplierArticle"), row.text("description"));
        if (item.gtin() == null && item.buyerArticle() == null && item.supplierArticle() == null && item.description() == null) {
            report.add(MappingError.ITEM_MISSING, row, null, null, "ItemID");
        }
        return item;
    }

    public static void item(Row row, Item item) {
        row.set("supplierArticle", item.supplierArticle() == null ? "" : item.supplierArticle()).set("buyerArticle", item.buyerArticle());
        row.set("gtin", item.gtin());
    }

    /** The number by which the line is spoken of; its place where none is given. */
    public static String number(Row row, int place, MappingReport report) {
        String number = row.text("number");
        if (number == null) {
            report.add(MappingError.LINE_NUMBER_ASSUMED, row, null, Integer.toString(place), "@lineNumber");
            return Integer.toString(place);
        }
        return number;
    }

    /** The line of the order, which has to be named where there is none: lines are counted from 1. */
    public static @Nullable String orderLine(Row row) {
        return NO_LINE.equals(row.text("orderLine")) ? null : row.text("orderLine");
    }

    public static void orderLine(Row row, @Nullable String number) {
        row.set("orderLine", number == null ? NO_LINE : number);
    }

    public static @Nullable Price price(Row row, Quantity quantity, String currency, MappingReport report) {
        Money amount = UblValues.money(row, "price", currency, report);
        BigDecimal basis = row.decimal("basis");
        if (amount == null) {
            return null;
        }
        return basis == null || basis.signum() == 0 ? Price.each(amount, quantity.unit())
                : new Price(amount, new Quantity(basis, row.text("basisUnit") == null ? quantity.unit() : row.text("basisUnit")));
    }

    /** A price of one, in the currency beside it; {@code null} when there is none, or no currency. */
    public static @Nullable Price priceEach(Row row, Quantity quantity, MappingReport report) {
        String currency = row.text("priceCurrency");
        Money amount = currency == null ? null : UblValues.money(row, "price", currency, report);
        return amount == null ? null : Price.each(amount, quantity.unit());
    }

    public static void price(Row row, @Nullable Price price) {
        if (price != null) {
            row.set("price", price.amount().amount()).set("priceCurrency", price.amount().currency());
            if (price.basis().value().compareTo(BigDecimal.ONE) != 0) {
                row.set("basis", price.basis().value()).set("basisFactor", "1").set("basisUnit", price.basis().unit());
            }
        }
    }

    public static void quantity(Row row, Quantity quantity) {
        row.set("quantity", quantity.value()).set("quantityUnit", quantity.unit());
    }

    public static @Nullable LocalDate day(Row row, String field) {
        OffsetDateTime moment = row.dateTime(field, ZoneOffset.UTC);
        return moment == null ? null : moment.toLocalDate();
    }

    public static @Nullable OffsetDateTime moment(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
