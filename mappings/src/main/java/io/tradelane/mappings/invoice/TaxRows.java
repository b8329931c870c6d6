package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** TAX groups: those of the summary, else the rates of the header; and the rate of a line. */
final class TaxRows {
    private static final String STANDARD = "S";
    private static final String ZERO = "Z";
    /** 5305 that need no reason. */
    private static final Set<String> TAXED = Set.of(STANDARD, ZERO, "A", "B", "H");

    private TaxRows() {}

    static List<Tax> read(Row message, Amounts amounts) {
        List<String> reasons = TextRows.each(message, TextRows.TAX);
        List<Tax> taxes = read(message.rows("taxes"), row -> amounts.money(row, "125"), row -> amounts.money(row, "124", "150", "176"), reasons);
        return taxes.isEmpty() ? read(message.rows("headerTaxes"), row -> null, row -> null, reasons) : taxes;
    }

    /** @param reasons for the categories without tax, in their order; a single one is for all of them */
    private static List<Tax> read(
            List<Row> rows, Function<Row, @Nullable Money> base, Function<Row, @Nullable Money> amount, List<String> reasons) {
        List<Tax> taxes = new ArrayList<>();
        int exempt = 0;
        for (Row row : rows) {
            BigDecimal rate = row.decimal("rate");
            String category = row.text("category");
            boolean untaxed = category != null && !category.equals(STANDARD);
            if (rate != null || untaxed) {
                BigDecimal known = rate == null ? BigDecimal.ZERO : rate;
                String assumed = category != null ? category : known.signum() == 0 ? ZERO : STANDARD;
                String reason = TAXED.contains(assumed) || reasons.isEmpty() ? null : reasons.get(Math.min(exempt++, reasons.size() - 1));
                taxes.add(new Tax(assumed, known, base.apply(row), amount.apply(row), reason));
            }
        }
        return List.copyOf(taxes);
    }

    static @Nullable BigDecimal rate(Row owner) {
        return owner.rows("taxes").stream().map(row -> row.decimal("rate")).filter(Objects::nonNull).findFirst().orElse(null);
    }

    static @Nullable String category(Row owner) {
        return owner.rows("taxes").stream().map(row -> row.text("category")).filter(Objects::nonNull).findFirst().orElse(null);
    }

    static void write(List<Tax> taxes, Row message) {
        for (Tax tax : taxes) {
            Row row = write(tax.rate(), tax.category(), message);
            Amounts.write("125", tax.base(), row);
            Amounts.write("124", tax.amount(), row);
        }
    }

    static Row write(@Nullable BigDecimal rate, @Nullable String category, Row owner) {
        return owner.add("taxes").set("function", "7").set("kind", "VAT").set("rate", rate).set("category", category);
    }

    static void writeExemptions(List<Tax> taxes, Row message) {
        taxes.forEach(tax -> TextRows.write(TextRows.TAX, tax.exemptionReason(), message));
    }
}
