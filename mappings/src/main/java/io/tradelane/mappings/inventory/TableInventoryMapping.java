package io.tradelane.mappings.inventory;

import io.tradelane.mappings.table.TableContent;
import io.tradelane.mappings.table.TableField;
import io.tradelane.mappings.table.TableLine;
import io.tradelane.mappings.table.TableOutput;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.InventoryReportDocument.Line;
import io.tradelane.trading.document.InventoryReportDocument.Stock;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of stock; a plain quantity is what is on hand. */
public final class TableInventoryMapping {
    private static final Map<TableField, Kind> STOCKS = new EnumMap<>(Map.of(
            TableField.ON_HAND, Kind.ON_HAND, TableField.AVAILABLE, Kind.AVAILABLE, TableField.RESERVED, Kind.RESERVED,
            TableField.IN_TRANSIT, Kind.IN_TRANSIT, TableField.ON_ORDER, Kind.ON_ORDER, TableField.BLOCKED, Kind.BLOCKED,
            TableField.MINIMUM_STOCK, Kind.MINIMUM, TableField.MAXIMUM_STOCK, Kind.MAXIMUM, TableField.QUANTITY, Kind.ON_HAND));

    private TableInventoryMapping() {}

    public static List<InventoryReportDocument> read(TableContent table) {
        List<InventoryReportDocument> reports = new ArrayList<>();
        table.documents(TableField.DOCUMENT_NUMBER).forEach((number, rows) -> reports.add(report(table, number, rows)));
        return reports;
    }

    private static InventoryReportDocument report(TableContent table, String named, List<TableLine> rows) {
        TableLine first = rows.getFirst();
        String number = first.documentNumber(named, DocumentType.INVENTORY_REPORT);
        LocalDate asOf = first.date(TableField.AS_OF);
        LocalDate issued = first.issueDate(asOf);
        List<Line> lines = new ArrayList<>();
        for (TableLine row : rows) {
            Line line = line(row, lines.size() + 1, asOf);
            if (line != null) {
                lines.add(line);
            }
        }
        Party supplier = first.party(TableField.SUPPLIER, PartyRole.SUPPLIER);
        return new InventoryReportDocument(
                number, issued, time(asOf), supplier == null ? List.of() : List.of(supplier), List.copyOf(lines));
    }

    private static @Nullable OffsetDateTime time(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Line line(TableLine row, int place, @Nullable LocalDate asOf) {
        Item item = row.item();
        String unit = row.unit();
        List<Stock> stocks = new ArrayList<>();
        STOCKS.forEach((field, kind) -> {
            Quantity quantity = row.quantity(field, unit);
            if (quantity != null) {
                stocks.add(new Stock(kind, quantity));
            }
        });
        if (item == null) {
            return null;
        }
        String number = row.text(TableField.LINE_NUMBER);
        LocalDate own = row.date(TableField.AS_OF);
        return new Line(
                number == null ? Integer.toString(place) : number, item, row.text(TableField.LOCATION),
                own == null || own.equals(asOf) ? null : time(own), List.copyOf(stocks));
    }

    public static TableOutput write(List<InventoryReportDocument> reports) {
        TableOutput table = new TableOutput();
        for (InventoryReportDocument report : reports) {
            for (Line line : report.lines()) {
                OffsetDateTime asOf = line.asOf() == null ? report.asOf() : line.asOf();
                TableOutput.Row row = table.row().set(TableField.DOCUMENT_NUMBER, report.number()).set(TableField.ISSUE_DATE, report.issueDate())
                        .set(TableField.AS_OF, asOf == null ? null : asOf.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
                        .party(TableField.SUPPLIER, report.party(PartyRole.SUPPLIER)).set(TableField.LINE_NUMBER, line.lineNumber())
                        .item(line.item()).set(TableField.NAME, line.item().description()).set(TableField.LOCATION, line.location());
                line.stocks().forEach(stock -> row.set(field(stock.kind()), stock.quantity().value()).set(TableField.UNIT, stock.quantity().unit()));
            }
        }
        return table;
    }

    private static TableField field(Kind kind) {
        for (Map.Entry<TableField, Kind> stock : STOCKS.entrySet()) {
            if (stock.getValue() == kind && stock.getKey() != TableField.QUANTITY) {
                return stock.getKey();
            }
        }
        return TableField.ON_HAND;
    }
}
