package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** TAX groups: those of the summary, else the rates of the header; and the rate of a line. */
final class TaxRows {
    private static final String STANDARD = "S";
    private static final String ZERO = "Z";

    private TaxRows() {}

    static List<Tax> read(Row message, Amounts amounts) {
        List<Tax> taxes = read(message.rows("taxes"), row -> amounts.money(row, "125"), row -> amounts.money(row, "124", "150", "176"));
        return taxes.isEmpty() ? read(message.rows("headerTaxes"), row -> null, row -> null) : taxes;
    }

    private static List<Tax> read(List<Row> rows, Function<Row, @Nullable Money> base, Function<Row, @Nullable Money> amount) {
        List<Tax> taxes = new ArrayList<>();
        for (Row row : rows) {
            BigDecimal rate = row.decimal("rate");
            String category = row.text("category");
            boolean untaxed = category != null && !category.equals(STANDARD);
            if (rate != null || untaxed) {
                BigDecimal known = rate == null ? BigDecimal.ZERO : rate;
                String assumed = known.signum() == 0 ? ZERO : STANDARD;
                taxes.add(new Tax(category == null ? assumed : category, known, base.apply(row), amount.apply(row), null));
            }
        }
        return List.copyOf(taxes);
    }

    static @Nullable BigDecimal rate(Row line) {
        return line.rows("taxes").stream().map(row -> row.decimal("rate")).filter(rate -> rate != null).findFirst().orElse(null);
    }

    static void write(List<Tax> taxes, Row message) {
        for (Tax tax : taxes) {
            Row row = message.add("taxes").set("function", "7").set("kind", "VAT").set("rate", tax.rate()).set("category", tax.category());
            Amounts.write("125", tax.base(), row);
            Amounts.write("124", tax.amount(), row);
        }
    }
}
