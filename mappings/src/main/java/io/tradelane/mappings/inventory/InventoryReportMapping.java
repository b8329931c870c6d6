package io.tradelane.mappings.inventory;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.Times;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.InventoryReportDocument.Line;
import io.tradelane.trading.document.InventoryReportDocument.Stock;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** INVRPT and {@link InventoryReportDocument}. */
public final class InventoryReportMapping implements EdifactMapping<InventoryReportDocument> {

    @Override
    public String message() {
        return "INVRPT";
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVENTORY_REPORT;
    }

    @Override
    public @Nullable InventoryReportDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        List<Row> rows = message.rows("lines");
        if (rows.isEmpty()) {
            report.add(MappingError.LINES_MISSING, message.position(), null, "LIN");
        }
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            List<Stock> stocks = stocks(row);
            String line = Headers.lineNumber(row, lines.size() + 1, report);
            if (stocks.isEmpty()) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), line, "QTY+145");
            }
            lines.add(new Line(line, ItemRows.read(row, report), row.text("location"), Times.read(row, "asOf"), stocks));
        }
        if (number == null) {
            return null;
        }
        return new InventoryReportDocument(
                number, Headers.issueDate(message, report), Times.read(message, "asOf"), PartyRows.read(message), List.copyOf(lines));
    }

    private static List<Stock> stocks(Row line) {
        List<Stock> stocks = new ArrayList<>();
        for (Row row : line.rows("stocks")) {
            BigDecimal value = row.decimal("value");
            if (value != null) {
                stocks.add(new Stock(kind(String.valueOf(row.text("kind"))), Amounts.quantity(value, row.text("unit"))));
            }
        }
        return List.copyOf(stocks);
    }

    private static Kind kind(String code) {
        return switch (code) {
            case "145", "257", "158" -> Kind.ACTUAL;
            case "17" -> Kind.ON_HAND;
            case "60", "515" -> Kind.AVAILABLE;
            case "248", "216", "243", "244" -> Kind.RESERVED;
            case "57", "505", "506" -> Kind.IN_TRANSIT;
            case "21" -> Kind.ON_ORDER;
            case "27", "255", "514", "467" -> Kind.BLOCKED;
            case "97" -> Kind.MINIMUM;
            case "98" -> Kind.MAXIMUM;
            default -> Kind.OTHER;
        };
    }

    @Override
    public void write(InventoryReportDocument inventory, Row message, String directory) {
        message.set("kind", "35").set("number", inventory.number()).set("function", "9").set("issueDate", inventory.issueDate());
        Times.write(message, "asOf", inventory.asOf());
        PartyRows.write(inventory.parties(), message);
        for (Line line : inventory.lines()) {
            Row row = message.add("lines").set("number", line.lineNumber()).set("location", line.location());
            Times.write(row, "asOf", line.asOf());
            ItemRows.write(line.item(), null, row, directory);
            for (Stock stock : line.stocks()) {
                Quantity quantity = stock.quantity();
                row.add("stocks").set("kind", stock.kind().code()).set("value", quantity.value()).set("unit", quantity.unit());
            }
        }
    }
}
