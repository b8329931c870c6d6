package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.LabelRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Reference.Kind;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of packing (CPS, rows {@code levels}) and packages. A level with labels gives one package for each; its
 * lines are those of the first. A level with neither label nor line, such as CPS+1 for the shipment, gives none.
 */
final class PackageRows {
    private PackageRows() {}

    static List<Package> read(Row message, MappingReport report) {
        List<Package> packages = new ArrayList<>();
        int before = 0;
        for (Row level : message.rows("levels")) {
            List<Line> lines = lines(level, before, report);
            before += level.rows("lines").size();
            List<Label> labels = labels(level);
            if (labels.isEmpty() && !level.rows("lines").isEmpty()) {
                String type = level.rows("packs").stream().map(pack -> pack.text("type")).filter(t -> t != null).findFirst().orElse(null);
                packages.add(new Package(null, type, lines));
            }
            for (int i = 0; i < labels.size(); i++) {
                packages.add(new Package(labels.get(i).sscc, labels.get(i).type, i == 0 ? lines : List.of()));
            }
        }
        return List.copyOf(packages);
    }

    private record Label(String sscc, @Nullable String type) {}

    private static List<Label> labels(Row level) {
        List<Label> labels = new ArrayList<>();
        for (Row pack : level.rows("packs")) {
            LabelRows.read(pack).forEach(sscc -> labels.add(new Label(sscc, pack.text("type"))));
        }
        return labels;
    }

    private static List<Line> lines(Row level, int before, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        int place = before;
        for (Row row : level.rows("lines")) {
            String number = Headers.lineNumber(row, ++place, report);
            Quantity shipped = Amounts.quantity(row, "12", "11", "46", "21");
            if (shipped == null && !Amounts.isStated(row, "quantities", "12")) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), number, "QTY+12");
            }
            Item item = ItemRows.read(row, report);
            if (shipped != null) {
                Row order = ReferenceRows.find(row, "ON");
                String orderLine = order == null ? null : order.text("line");
                lines.add(new Line(
                        number,
                        order == null ? null : order.text("number"),
                        orderLine == null ? ReferenceRows.number(row, "LI") : orderLine,
                        item,
                        shipped,
                        first(ItemRows.batch(row), row.text("batch"), row.text("markedBatch")),
                        bestBefore(row)));
            }
        }
        return List.copyOf(lines);
    }

    private static @Nullable LocalDate bestBefore(Row row) {
        LocalDate own = row.date("bestBefore");
        return own == null ? row.date("markedBestBefore") : own;
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    static void write(List<Package> packages, Row message, String directory) {
        message.add("levels").set("id", "1");
        int number = 1;
        for (Package unit : packages) {
            Row level = message.add("levels").set("id", Integer.toString(++number)).set("parent", "1");
            if (unit.sscc() != null || unit.packageType() != null) {
                Row pack = level.add("packs").set("count", BigDecimal.ONE).set("type", unit.packageType());
                if (unit.sscc() != null) {
                    LabelRows.write(unit.sscc(), pack, directory);
                }
            }
            unit.lines().forEach(line -> write(line, level.add("lines"), directory));
        }
    }

    private static void write(Line line, Row row, String directory) {
        row.set("number", line.lineNumber()).set("bestBefore", line.bestBefore());
        ItemRows.write(line.item(), line.batch(), row, directory);
        Amounts.write("12", line.shipped(), row);
        if (line.orderNumber() != null) {
            ReferenceRows.add(row, Kind.ORDER, line.orderNumber(), line.orderLineNumber());
        } else if (line.orderLineNumber() != null) {
            row.add("references").set("kind", "LI").set("number", line.orderLineNumber());
        }
    }
}
