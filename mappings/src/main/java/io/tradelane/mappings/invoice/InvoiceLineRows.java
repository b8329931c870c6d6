package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference.Kind;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LIN groups of an invoice. */
final class InvoiceLineRows {
    private InvoiceLineRows() {}

    static List<Line> read(List<Row> rows, Amounts amounts, MappingReport report) {
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String number = Headers.lineNumber(row, lines.size() + 1, report);
            if (row.rows("quantities").isEmpty() && row.rows("amounts").isEmpty() && row.rows("prices").isEmpty()) {
                report.add(MappingError.LINE_LEFT_OUT, row.position(), number, "QTY+47, MOA+203");
                continue;
            }
            Quantity quantity = Amounts.quantity(row, "47", "46", "12", "21", "61", "1");
            Price price = amounts.price(row, quantity);
            Money net = net(row, amounts, price, quantity);
            if (quantity == null && net != null && !Amounts.isStated(row, "quantities", "47")) {
                report.add(MappingError.QUANTITY_ASSUMED, row.position(), number, "QTY+47");
                quantity = Quantity.of(1, "PCE");
            } else if (quantity == null && !Amounts.isStated(row, "quantities", "47")) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), number, "QTY+47");
            }
            if (net == null && !Amounts.isStated(row, "amounts", "203")) {
                report.add(MappingError.AMOUNT_MISSING, row.position(), number, "MOA+203");
            }
            Item item = ItemRows.read(row, report);
            if (quantity != null && net != null) {
                Row order = ReferenceRows.find(row, "ON");
                lines.add(new Line(
                        number,
                        order == null ? null : order.text("number"),
                        order == null ? null : order.text("line"),
                        item,
                        quantity,
                        price,
                        net,
                        TaxRows.rate(row),
                        TaxRows.category(row),
                        AllowanceRows.read(row, amounts)));
            }
        }
        return List.copyOf(lines);
    }

    /** As stated, or what quantity and price make. */
    private static @Nullable Money net(Row row, Amounts amounts, @Nullable Price price, @Nullable Quantity quantity) {
        Money stated = amounts.money(row, "203", "66", "38", "128");
        return stated == null && price != null && quantity != null ? price.of(quantity).rounded() : stated;
    }

    static void write(List<Line> lines, Row message, String directory) {
        for (Line line : lines) {
            Row row = message.add("lines").set("number", line.lineNumber());
            ItemRows.write(line.item(), null, row, directory);
            Amounts.write("47", line.quantity(), row);
            Amounts.write("203", line.net(), row);
            Amounts.write(line.price(), row);
            ReferenceRows.add(row, Kind.ORDER, line.orderNumber(), line.orderLineNumber());
            if (line.taxRate() != null || line.taxCategory() != null) {
                TaxRows.write(line.taxRate(), line.taxCategory(), row);
            }
            AllowanceRows.write(line.allowances(), row);
        }
    }
}
