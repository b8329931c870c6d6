package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TAX groups: those of the summary, and the rate of a line. */
final class TaxRows {
    private static final String STANDARD = "S";
    private static final String ZERO = "Z";

    private TaxRows() {}

    static List<Tax> read(Row message, Amounts amounts) {
        List<Tax> taxes = new ArrayList<>();
        for (Row row : message.rows("taxes")) {
            BigDecimal rate = row.decimal("rate");
            String category = row.text("category");
            boolean untaxed = category != null && !category.equals(STANDARD);
            if (rate != null || untaxed) {
                BigDecimal known = rate == null ? BigDecimal.ZERO : rate;
                String assumed = known.signum() == 0 ? ZERO : STANDARD;
                taxes.add(new Tax(category == null ? assumed : category, known, amounts.money(row, "125"), amounts.money(row, "124", "150", "176")));
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
