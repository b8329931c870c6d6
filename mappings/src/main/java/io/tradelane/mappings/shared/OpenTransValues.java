package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of openTRANS, by the fragments {@code opentrans-item} and {@code opentrans-price}; all amounts are in the currency of the document. */
public final class OpenTransValues {
    /** UN/ECE Recommendation 20: one. */
    private static final String ONE = "C62";
    /** A reference to an order has to name a line: lines are counted from 1. */
    private static final String NO_LINE = "0";

    private OpenTransValues() {}

    /** Lines have numbers of their own, and TOTAL_ITEM_NUM fits. */
    public static void checkLines(Row document, MappingReport report) {
        List<Row> lines = document.rows("lines");
        LineNumbers.check(lines, report);
        BigDecimal count = document.decimal("count");
        if (count != null && count.compareTo(BigDecimal.valueOf(lines.size())) != 0) {
            report.add(MappingError.LINE_COUNT_WRONG, document, "count", count.toPlainString(), Integer.toString(lines.size()));
        }
    }

    /** Left out where none is known. */
    public static @Nullable String currency(@Nullable String currency) {
        return Amounts.NO_CURRENCY.equals(currency) ? null : currency;
    }

    public static Item item(Row line, MappingReport report) {
        return UblValues.item(line, report);
    }

    public static @Nullable Quantity quantity(Row line) {
        BigDecimal value = line.decimal("quantity");
        String unit = line.text("quantityUnit");
        return value == null ? null : new Quantity(value, unit == null ? ONE : unit);
    }

    /** PRICE_AMOUNT is for PRICE_QUANTITY order units. */
    public static @Nullable Price price(Row line, @Nullable Quantity quantity, String currency, MappingReport report) {
        BigDecimal amount = line.decimal("price") != null ? line.decimal("price") : line.decimal("oldPrice");
        if (amount == null) {
            return null;
        }
        String unit = quantity == null ? ONE : quantity.unit();
        BigDecimal basis = line.decimal("basis") != null ? line.decimal("basis") : line.decimal("oldBasis");
        if (basis != null && basis.signum() == 0) {
            report.add(MappingError.BASIS_ZERO, line, "basis", line.text("number"), "1");
            basis = null;
        }
        return new Price(new Money(amount, currency), new Quantity(basis == null ? BigDecimal.ONE : basis, unit));
    }

    public static @Nullable Money amount(Row line, String currency) {
        BigDecimal amount = line.decimal("amount") != null ? line.decimal("amount") : line.decimal("oldAmount");
        return amount == null ? null : new Money(amount, currency);
    }

    public static void write(String number, Item item, @Nullable Quantity quantity, Row line) {
        line.set("number", number).set("product", "").set("supplierArticle", item.supplierArticle()).set("buyerArticle", item.buyerArticle());
        line.set("description", item.description());
        if (item.gtin() != null) {
            line.set("gtin", item.gtin()).set("gtinScheme", "gtin");
        }
        if (quantity != null) {
            line.set("quantity", quantity.value()).set("quantityUnit", BmecatUnits.written(quantity.unit()));
        }
    }

    public static @Nullable String orderLine(Row line) {
        return NO_LINE.equals(line.text("orderLine")) ? null : line.text("orderLine");
    }

    public static void writeOrder(@Nullable String number, @Nullable String orderLine, Row line) {
        line.set("orderNumber", number).set("orderLine", number != null && orderLine == null ? NO_LINE : orderLine);
    }

    public static void write(@Nullable Price price, @Nullable Money amount, Row line) {
        if (price != null) {
            line.set("price", price.amount().amount()).set("basis", price.basis().value());
        }
        line.set("amount", amount == null ? null : amount.amount());
    }
}
