package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.CxmlLines;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.PunchOutCartDocument.Line;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;

/** What lies in a cart: ItemIn and ItemOut of cXML PunchOut. */
final class CxmlCartRows {
    private CxmlCartRows() {}

    static List<Line> read(Row document, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        for (Row row : document.rows("lines")) {
            Quantity quantity = UblValues.quantity(row, "quantity");
            if (quantity != null) {
                String number = row.text("number") == null ? Integer.toString(lines.size() + 1) : row.text("number");
                lines.add(new Line(
                        number, CxmlLines.item(row, report), row.text("auxiliaryId"), quantity,
                        row.text("priceCurrency") == null ? null : CxmlLines.price(row, quantity, row.text("priceCurrency"), report),
                        row.text("category"), row.text("note")));
            }
        }
        return List.copyOf(lines);
    }

    static void write(List<Line> lines, Row document) {
        for (Line line : lines) {
            Row row = document.add("lines").set("number", line.lineNumber()).set("auxiliaryId", line.auxiliaryId()).set("note", line.note());
            CxmlLines.item(row, line.item());
            row.set("description", UblValues.name(line.item())).set("category", line.category() == null ? "0" : line.category()).set("categoryDomain", "UNSPSC");
            CxmlLines.quantity(row, line.quantity());
            CxmlLines.price(row, line.price());
        }
    }
}
