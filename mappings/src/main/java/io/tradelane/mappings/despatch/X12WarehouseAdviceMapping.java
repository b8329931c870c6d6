package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** X12 945, what a warehouse has shipped, and {@link DespatchAdviceDocument}. */
public final class X12WarehouseAdviceMapping implements X12Mapping<DespatchAdviceDocument> {

    @Override
    public String set() {
        return "945";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }

    @Override
    public @Nullable DespatchAdviceDocument read(Row set, MappingReport report) {
        String own = set.text("shipment") == null ? set.text("number") : set.text("shipment");
        String number = Heads.number(own, set, report, "W0604");
        String order = set.text("order") == null ? Refs.number(set, "PO") : set.text("order");
        List<Package> packages = new ArrayList<>();
        int lines = 0;
        for (Row group : set.rows("groups")) {
            List<String> labels = Labels.read(group);
            List<Line> content = new ArrayList<>();
            for (Row row : group.rows("goods")) {
                Line line = line(row, ++lines, order, report);
                if (line != null) {
                    content.add(line);
                }
            }
            packages.add(new Package(labels.isEmpty() ? null : labels.getFirst(), null, List.copyOf(content)));
            labels.stream().skip(1).forEach(label -> packages.add(new Package(label, null, List.of())));
        }
        if (number == null) {
            return null;
        }
        return new DespatchAdviceDocument(
                number, Heads.issueDate(set, "issueDate", report, "W0603"), Dates.instant(set, "11", "07"), Dates.date(set, "17", "67", "02"), order,
                Refs.number(set, "CN", "BM", "2I"), Names.read(set), List.copyOf(packages));
    }

    private static @Nullable Line line(Row row, int place, @Nullable String order, MappingReport report) {
        Quantity shipped = Values.quantity(row, "shipped", "unit");
        if (shipped == null) {
            report.add(MappingError.QUANTITY_MISSING, row.position(), Integer.toString(place), "W1203");
            return null;
        }
        String line = Refs.number(row, "LI");
        Item read = Items.read(row, report);
        Item item = new Item(read.gtin(), read.buyerArticle(), read.supplierArticle(), read.description() == null ? row.text("text") : read.description());
        return new Line(line == null ? Integer.toString(place) : line, order, line, item, shipped, row.text("lot"), Dates.date(row, "36"));
    }

    @Override
    public void write(DespatchAdviceDocument advice, Row set, String version) {
        set.set("reporting", "F").set("number", advice.number()).set("issueDate", advice.issueDate()).set("shipment", advice.number()).set("order", advice.orderNumber());
        Names.write(advice.parties(), set);
        if (advice.carrierReference() != null) {
            set.add("references").set("kind", "CN").set("number", advice.carrierReference());
        }
        Dates.write(set, "11", advice.despatchedAt());
        Dates.write(set, "17", advice.estimatedArrival());
        BigDecimal total = BigDecimal.ZERO;
        int number = 0;
        for (Package unit : advice.packages()) {
            Row group = set.add("groups").set("number", Integer.toString(++number));
            Labels.write(unit.sscc() == null ? List.of() : List.of(unit.sscc()), group);
            for (Line line : unit.lines()) {
                Row row = group.add("goods").set("status", "CC").set("lot", line.batch()).set("text", line.item().description());
                Values.write(line.shipped(), row, "shipped", "unit");
                Items.write(new Item(
                        line.item().gtin(), line.item().buyerArticle(), line.item().supplierArticle(), null), null, row);
                Refs.add(row, "LI", line.orderLineNumber() == null ? line.lineNumber() : line.orderLineNumber());
                Dates.write(row, "36", line.bestBefore());
                total = total.add(line.shipped().value());
            }
        }
        set.set("totalQuantity", total);
    }
}
