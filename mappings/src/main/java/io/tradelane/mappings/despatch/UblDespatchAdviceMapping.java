package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UBL DespatchAdvice and {@link DespatchAdviceDocument}: there each line names its handling unit, here each package its lines. */
public final class UblDespatchAdviceMapping implements UblMapping<DespatchAdviceDocument> {
    /** What Peppol writes where a shipment has no number. */
    private static final String NOT_APPLICABLE = "NA";
    private static final Profile PEPPOL =
            new Profile("urn:fdc:peppol.eu:poacc:trns:despatch_advice:3", "urn:fdc:peppol.eu:poacc:bis:despatch_advice:3");

    private record Unit(@Nullable String sscc, @Nullable String type) {}

    @Override
    public String name() {
        return "ubl-despatch-advice";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }

    @Override
    public Optional<Profile> profile(DespatchAdviceDocument advice) {
        return Optional.of(PEPPOL);
    }

    @Override
    public @Nullable DespatchAdviceDocument read(Row row, MappingReport report) {
        if (row.text("number") == null || row.date("issueDate") == null) {
            return null;
        }
        String consignment = row.text("consignment");
        return new DespatchAdviceDocument(
                row.text("number"), row.date("issueDate"), UblValues.moment(row, "despatchDate", "despatchTime"), row.date("arrival"),
                row.text("orderNumber"), NOT_APPLICABLE.equals(consignment) ? null : consignment, UblDespatchParties.read(row),
                packages(row, report));
    }

    private static List<Package> packages(Row row, MappingReport report) {
        Map<Unit, List<Line>> packages = new LinkedHashMap<>();
        UblValues.checkLines(row.rows("lines"), report);
        for (Row line : row.rows("lines")) {
            List<Unit> units = line.rows("units").stream().map(unit -> new Unit(unit.text("sscc"), unit.text("type"))).toList();
            units.forEach(unit -> packages.computeIfAbsent(unit, absent -> new ArrayList<>()));
            Unit first = units.isEmpty() ? new Unit(null, null) : units.getFirst();
            Line read = line(line, row, report);
            if (read != null) {
                packages.computeIfAbsent(first, absent -> new ArrayList<>()).add(read);
            }
        }
        List<Package> all = new ArrayList<>();
        packages.forEach((unit, lines) -> all.add(new Package(unit.sscc(), unit.type(), List.copyOf(lines))));
        return List.copyOf(all);
    }

    private static @Nullable Line line(Row line, Row row, MappingReport report) {
        Quantity shipped = UblValues.quantity(line, "quantity");
        if (shipped == null) {
            report.add(MappingError.QUANTITY_MISSING, line, "quantity", line.text("number"), "DeliveredQuantity");
        }
        if (shipped == null || line.text("number") == null) {
            return null;
        }
        String orderLine = line.text("orderLine");
        return new Line(
                line.text("number"), line.text("orderNumber"), NOT_APPLICABLE.equals(orderLine) ? null : orderLine,
                UblValues.item(line, report), shipped, line.text("batch"), line.date("bestBefore"));
    }

    @Override
    public void write(DespatchAdviceDocument advice, Row row, boolean peppol) {
        row.set("number", advice.number()).set("issueDate", advice.issueDate()).set("orderNumber", advice.orderNumber());
        UblDespatchParties.write(advice, row, peppol);
        row.set("shipment", NOT_APPLICABLE).set("arrival", advice.estimatedArrival());
        UblValues.moment(row, "despatchDate", "despatchTime", advice.despatchedAt());
        boolean carrier = advice.party(PartyRole.CARRIER).isPresent();
        row.set("consignment", advice.carrierReference() == null && carrier ? NOT_APPLICABLE : advice.carrierReference());
        for (Package unit : advice.packages()) {
            unit.lines().forEach(line -> write(line, unit, row.add("lines")));
        }
    }

    private static void write(Line line, Package unit, Row row) {
        row.set("number", line.lineNumber()).set("orderNumber", line.orderNumber());
        row.set("orderLine", line.orderLineNumber() == null ? NOT_APPLICABLE : line.orderLineNumber());
        UblValues.quantity(row, "quantity", line.shipped());
        UblValues.item(row, line.item());
        row.set("batch", line.batch()).set("bestBefore", line.bestBefore());
        if (unit.sscc() != null || unit.packageType() != null) {
            row.set("shipment", NOT_APPLICABLE);
            row.add("units").set("sscc", unit.sscc()).set("type", unit.packageType());
        }
    }
}
