package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InventoryReportDocument.Kind;
import io.tradelane.trading.document.InventoryReportDocument.Line;
import io.tradelane.trading.document.InventoryReportDocument.Stock;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** X12 846 and {@link InventoryReportDocument}. */
public final class X12InventoryMapping implements X12Mapping<InventoryReportDocument> {
    /** 673. */
    private static final Map<String, Kind> KINDS = Map.of(
            "17", Kind.ON_HAND, "33", Kind.AVAILABLE, "02", Kind.ACTUAL, "QC", Kind.RESERVED, "IT", Kind.IN_TRANSIT, "29", Kind.ON_ORDER,
            "QH", Kind.BLOCKED, "27", Kind.MINIMUM, "28", Kind.MAXIMUM, "63", Kind.ON_ORDER);

    @Override
    public String set() {
        return "846";
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVENTORY_REPORT;
    }

    @Override
    public @Nullable InventoryReportDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "BIA03");
        List<Line> lines = new ArrayList<>();
        for (Row row : set.rows("lines")) {
            lines.add(line(row, lines.size() + 1, report));
        }
        Heads.needLines(lines, set, report, "LIN");
        Heads.checkCount(set, lines.size(), report);
        if (number == null) {
            return null;
        }
        OffsetDateTime asOf = Dates.instant(set, "007", "097", "150", "179");
        return new InventoryReportDocument(number, Heads.issueDate(set, "issueDate", report, "BIA04"), asOf, Names.read(set), List.copyOf(lines));
    }

    private static Line line(Row row, int place, MappingReport report) {
        String number = row.text("number") == null ? Integer.toString(place) : row.text("number");
        List<Stock> stocks = new ArrayList<>();
        for (Row stock : row.rows("stocks")) {
            Quantity quantity = Values.quantity(stock, "quantity", "unit");
            if (quantity != null) {
                stocks.add(new Stock(KINDS.getOrDefault(String.valueOf(stock.text("kind")), Kind.OTHER), quantity));
            }
        }
        if (stocks.isEmpty()) {
            report.add(MappingError.QUANTITY_MISSING, row.position(), number, "QTY02");
        }
        String location = row.rows("places").stream().map(p -> p.text("id")).filter(id -> id != null).findFirst().orElse(null);
        return new Line(number, Items.read(row, report), location, Dates.instant(row, "007", "097", "179"), List.copyOf(stocks));
    }

    @Override
    public void write(InventoryReportDocument inventory, Row set, String version) {
        set.set("purpose", "00").set("kind", "DD").set("number", inventory.number()).set("issueDate", inventory.issueDate());
        Dates.write(set, "007", inventory.asOf());
        Names.write(inventory.parties(), set);
        for (Line line : inventory.lines()) {
            Row row = set.add("lines").set("number", line.lineNumber());
            Items.write(line.item(), null, row);
            Dates.write(row, "007", line.asOf());
            for (Stock stock : line.stocks()) {
                Row quantity = row.add("stocks").set("kind", code(stock.kind()));
                Values.write(stock.quantity(), quantity, "quantity", "unit");
            }
            if (line.location() != null) {
                row.add("places").set("role", "WH").set("scheme", "92").set("id", line.location());
            }
        }
        set.set("lineCount", BigDecimal.valueOf(inventory.lines().size()));
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case ACTUAL -> "02";
            case ON_HAND -> "17";
            case AVAILABLE -> "33";
            case RESERVED -> "QC";
            case IN_TRANSIT -> "IT";
            case ON_ORDER -> "29";
            case BLOCKED -> "QH";
            case MINIMUM -> "27";
            case MAXIMUM -> "28";
            case OTHER -> "99";
        };
    }
}
