package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.BmecatUnits;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.OpenTransValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** openTRANS DISPATCHNOTIFICATION and {@link DespatchAdviceDocument}: there each line names its package, here each package its lines. */
public final class OpenTransDispatchMapping implements XmlMapping<DespatchAdviceDocument> {
    private static final String[] REFERENCES = {"supplierRef", "buyerRef", "deliveryRef"};
    private static final int SSCC = 18;

    private record Unit(@Nullable String sscc, @Nullable String type) {}

    @Override
    public String name() {
        return "opentrans-dispatchnotification";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }

    @Override
    public @Nullable DespatchAdviceDocument read(Row row, MappingReport report) {
        if (row.text("number") == null) {
            return null;
        }
        LocalDate issued = row.date("issueDate");
        if (issued == null) {
            report.add(MappingError.ISSUE_DATE_MISSING, row, "issueDate", null, "DISPATCHNOTIFICATION_DATE");
            issued = Headers.envelopeDate(report);
        }
        List<Package> packages = packages(row, report);
        List<String> orders = packages.stream().flatMap(unit -> unit.lines().stream()).map(Line::orderNumber).distinct().toList();
        return new DespatchAdviceDocument(
                row.text("number"), issued, null, row.date("delivery"), orders.size() == 1 ? orders.getFirst() : null,
                row.text("shipment"), BmecatParties.read(row, REFERENCES), packages);
    }

    /** The one package of the whole delivery counts for every line that names none. */
    private static List<Package> packages(Row row, MappingReport report) {
        Map<Unit, List<Line>> packages = new LinkedHashMap<>();
        Unit all = row.rows("packages").size() == 1 ? unit(row.rows("packages").getFirst()) : new Unit(null, null);
        OpenTransValues.checkLines(row, report);
        for (Row line : row.rows("lines")) {
            List<Unit> units = line.rows("packages").stream().map(OpenTransDispatchMapping::unit).toList();
            units.forEach(unit -> packages.computeIfAbsent(unit, absent -> new ArrayList<>()));
            Quantity shipped = OpenTransValues.quantity(line);
            if (shipped != null && line.text("number") != null) {
                packages.computeIfAbsent(units.isEmpty() ? all : units.getFirst(), absent -> new ArrayList<>()).add(new Line(
                        line.text("number"), line.text("orderNumber"), OpenTransValues.orderLine(line), OpenTransValues.item(line, report),
                        shipped, line.text("batch"), null));
            }
        }
        List<Package> found = new ArrayList<>();
        packages.forEach((unit, lines) -> found.add(new Package(unit.sscc(), unit.type(), List.copyOf(lines))));
        return List.copyOf(found);
    }

    /** An SSCC may stand behind its application identifier 00. */
    private static Unit unit(Row row) {
        String id = row.text("id");
        return new Unit(id != null && id.length() == SSCC + 2 && id.startsWith("00") ? id.substring(2) : id, row.text("type"));
    }

    @Override
    public void write(DespatchAdviceDocument advice, Row row) {
        row.set("number", advice.number()).set("issueDate", advice.issueDate()).set("shipment", advice.carrierReference());
        row.set("delivery", advice.estimatedArrival()).set("latest", advice.estimatedArrival());
        BmecatParties.write(advice.parties(), row, REFERENCES);
        int count = 0;
        for (Package unit : advice.packages()) {
            for (Line line : unit.lines()) {
                count++;
                write(line, unit, advice, row.add("lines"));
            }
        }
        row.set("count", BigDecimal.valueOf(count));
    }

    /** The place of delivery has to be named, once and in each line: the buyer's where there is no other. */
    public static void deliver(Row row) {
        if (row.text("deliveryRef") == null) {
            row.set("deliveryRef", row.text("buyerRef")).set("deliveryRefType", row.text("buyerRefType"));
        }
        row.rows("lines").forEach(line -> line.set("delivery", row.text("deliveryRef")).set("deliveryType", row.text("deliveryRefType")));
    }

    private static void write(Line line, Package unit, DespatchAdviceDocument advice, Row row) {
        OpenTransValues.write(line.lineNumber(), line.item(), line.shipped(), row);
        OpenTransValues.writeOrder(line.orderNumber() == null ? advice.orderNumber() : line.orderNumber(), line.orderLineNumber(), row);
        row.set("batch", line.batch());
        if (unit.sscc() != null || unit.packageType() != null) {
            boolean listed = BmecatUnits.isListed(unit.packageType());
            row.add("packages").set("id", unit.sscc()).set("idType", unit.sscc() == null ? null : "sscc")
                    .set("unit", listed ? unit.packageType() : null).set("type", listed ? null : unit.packageType());
        }
    }
}
