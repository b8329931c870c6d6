package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The VAT breakdown of EN 16931 BG-23. */
final class EuropeanTaxes {
    /** UNCL 5305: outside the scope of VAT, which has no rate. */
    static final String OUTSIDE = "O";

    private EuropeanTaxes() {}

    /** The total in the invoice's currency: there may be one in that of the accounts too. */
    static @Nullable Money total(Row row, String currency, MappingReport report) {
        Money first = null;
        for (Row total : row.rows("taxTotals")) {
            Money tax = UblValues.money(total, "tax", currency, report);
            if (tax != null && tax.currency().equals(currency)) {
                return tax;
            }
            first = first == null ? tax : first;
        }
        return first;
    }

    static List<Tax> read(List<Row> rows, String currency, MappingReport report) {
        List<Tax> taxes = new ArrayList<>();
        for (Row row : rows) {
            BigDecimal rate = row.decimal("rate");
            if (rate == null && row.layout().hasField("subtotalRate")) {
                rate = row.decimal("subtotalRate");
            }
            rate = rate == null ? BigDecimal.ZERO : rate;
            taxes.add(new Tax(
                    category(row, rate, report), rate, UblValues.money(row, "base", currency, report),
                    UblValues.money(row, "amount", currency, report), row.text("exemption")));
        }
        return List.copyOf(taxes);
    }

    private static String category(Row row, BigDecimal rate, MappingReport report) {
        String category = row.text("category");
        if (category == null) {
            category = rate.signum() == 0 ? "Z" : "S";
            report.add(MappingError.CODE_ASSUMED, row, "category", null, category);
        }
        return category;
    }

    static void write(Tax tax, Row row) {
        row.set("category", tax.category()).set("exemption", tax.exemptionReason());
        row.set("rate", OUTSIDE.equals(tax.category()) ? null : tax.rate());
        UblValues.money(row, "base", tax.base());
        UblValues.money(row, "amount", tax.amount());
    }
}
