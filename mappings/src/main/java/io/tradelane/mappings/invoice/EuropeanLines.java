package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of EN 16931 BG-25. */
final class EuropeanLines {
    private static final Quantity ONE = Quantity.of(1, "C62");

    private EuropeanLines() {}

    static List<Line> read(List<Row> rows, String currency, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        UblValues.reviewLines(rows, report);
        for (Row row : rows) {
            Money net = UblValues.money(row, "amount", currency, report);
            if (net == null) {
                report.add(MappingError.AMOUNT_MISSING, row, "amount", row.text("number"), "LineExtensionAmount, LineTotalAmount");
            } else if (row.text("number") != null) {
                lines.add(line(row, net, currency, report));
            }
        }
        return List.copyOf(lines);
    }

    private static Line line(Row row, Money net, String currency, MappingReport report) {
        Quantity quantity = UblValues.quantity(row, "quantity");
        if (quantity == null) {
            report.add(MappingError.QUANTITY_ASSUMED, row, "quantity", row.text("number"), "1");
        }
        return new Line(
                row.text("number"), row.text("orderNumber"), row.text("orderLine"), UblValues.item(row, report), quantity == null ? ONE : quantity,
                UblValues.price(row, quantity, currency, report), net, row.decimal("taxRate"), row.text("taxCategory"),
                EuropeanCharges.read(row, currency, report));
    }

    static void write(InvoiceDocument invoice, Row row) {
        for (Line line : invoice.lines()) {
            Row target = row.add("lines").set("number", line.lineNumber()).set("orderLine", line.orderLineNumber());
            boolean elsewhere = line.orderNumber() != null && !line.orderNumber().equals(invoice.orderNumber());
            target.set("orderNumber", elsewhere ? line.orderNumber() : null);
            UblValues.quantity(target, "quantity", line.quantity());
            UblValues.money(target, "amount", line.net());
            UblValues.price(target, line.price() == null && !line.quantity().isZero() ? new Price(line.net(), line.quantity()) : line.price());
            UblValues.item(target, line.item());
            line.allowances().forEach(charge -> EuropeanCharges.write(charge, target));
            Tax tax = tax(line, invoice);
            EuropeanCharges.category(target, tax == null ? line.taxCategory() : tax.category(), tax == null ? line.taxRate() : tax.rate());
        }
    }

    /** What the line is taxed with; where it does not say all of it, the breakdown's entry that fits, if there is one only. */
    private static @Nullable Tax tax(Line line, InvoiceDocument invoice) {
        BigDecimal rate = line.taxRate();
        if (line.taxCategory() != null && (rate != null || EuropeanTaxes.OUTSIDE.equals(line.taxCategory()))) {
            return null;
        }
        List<Tax> fitting = invoice.taxes().stream()
                .filter(tax -> rate == null || tax.rate().compareTo(rate) == 0)
                .filter(tax -> line.taxCategory() == null || tax.category().equals(line.taxCategory()))
                .toList();
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }
}
