package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.DespatchAdviceDocument;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes HL loops as shipment, order, pack, item (1005 code 0001). */
final class HierarchyWriter {
    private final Row set;
    private int levels;

    HierarchyWriter(Row set) {
        this.set = set;
    }

    int levels() {
        return levels;
    }

    Row level(String code, @Nullable Row parent) {
        Row level = set.add("levels").set("id", Integer.toString(++levels)).set("level", code);
        return level.set("parent", parent == null ? null : parent.text("id"));
    }

    void packages(DespatchAdviceDocument advice, Row shipment) {
        Row order = null;
        String last = null;
        for (Package unit : advice.packages()) {
            String number = unit.lines().isEmpty() || unit.lines().getFirst().orderNumber() == null
                    ? advice.orderNumber() : unit.lines().getFirst().orderNumber();
            if (order == null || !Objects.equals(number, last)) {
                order = level("O", shipment).set("order", number);
                last = number;
            }
            write(unit, order, number);
        }
    }

    private void write(Package unit, Row order, @Nullable String number) {
        boolean labelled = unit.sscc() != null || unit.packageType() != null;
        Row above = order;
        if (labelled) {
            above = level("P", order);
            above.set("packaging", unit.packageType()).set("packages", unit.packageType() == null ? null : BigDecimal.ONE);
            if (unit.sscc() != null) {
                above.add("marks").set("kind", "GM").set("mark", unit.sscc());
            }
        }
        for (Line line : unit.lines()) {
            write(line, level("I", above), number);
        }
    }

    private static void write(Line line, Row row, @Nullable String order) {
        row.set("number", line.lineNumber());
        Items.write(line.item(), line.batch(), row);
        Values.write(line.shipped(), row, "shipped", "unit");
        String number = line.orderNumber() == null ? order : line.orderNumber();
        if (number != null && line.orderLineNumber() != null) {
            row.set("order", number).set("orderLine", line.orderLineNumber());
        } else {
            Refs.add(row, "LI", line.orderLineNumber());
        }
        Dates.write(row, "036", line.bestBefore());
    }
}
