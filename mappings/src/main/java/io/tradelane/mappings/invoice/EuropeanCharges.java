package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Allowances and charges of EN 16931 BG-20 and BG-21, of a line BG-27 and BG-28. */
final class EuropeanCharges {
    private EuropeanCharges() {}

    /** Of the document or a line. */
    static List<AllowanceCharge> read(Row owner, String currency, MappingReport report) {
        List<AllowanceCharge> all = new ArrayList<>();
        for (Row row : owner.rows("allowances")) {
            Money amount = UblValues.money(row, "amount", currency, report);
            if (amount == null) {
                report.add(MappingError.AMOUNT_MISSING, row, "amount", null, "Amount, ActualAmount");
                continue;
            }
            boolean taxed = row.layout().hasField("taxCategory");
            all.add(new AllowanceCharge(
                    row.isTrue("charge"), amount, row.decimal("percent"), UblValues.money(row, "base", currency, report),
                    row.text("reasonCode"), row.text("reason"), taxed ? row.text("taxCategory") : null, taxed ? row.decimal("taxRate") : null));
        }
        return List.copyOf(all);
    }

    /** Of the document: each has a tax category, that of the only tax where it says none itself. */
    static void write(InvoiceDocument invoice, Row row) {
        Tax only = invoice.taxes().size() == 1 ? invoice.taxes().getFirst() : null;
        for (AllowanceCharge charge : invoice.allowances()) {
            Row target = write(charge, row);
            String category = charge.taxCategory() == null && only != null ? only.category() : charge.taxCategory();
            BigDecimal rate = charge.taxRate() == null && only != null ? only.rate() : charge.taxRate();
            category(target, category, rate);
        }
    }

    /** Of a line; returns its row. */
    static Row write(AllowanceCharge charge, Row owner) {
        Row row = owner.add("allowances").set("charge", charge.charge()).set("percent", charge.percent());
        row.set("reasonCode", charge.reasonCode()).set("reason", reason(charge));
        UblValues.money(row, "amount", charge.amount());
        UblValues.money(row, "base", charge.base());
        return row;
    }

    /** EN 16931 BR-33 wants a reason or its code. */
    private static @Nullable String reason(AllowanceCharge charge) {
        return charge.reason() == null && charge.reasonCode() == null ? charge.charge() ? "Charge" : "Discount" : charge.reason();
    }

    static void category(Row row, @Nullable String category, @Nullable BigDecimal rate) {
        if (category != null) {
            row.set("taxCategory", category).set("taxRate", EuropeanTaxes.OUTSIDE.equals(category) ? null : rate).set("taxScheme", "VAT");
        }
    }
}
