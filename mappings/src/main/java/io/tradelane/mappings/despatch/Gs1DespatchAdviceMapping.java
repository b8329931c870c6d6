package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GS1 XML 3 despatch advice and {@link DespatchAdviceDocument}; its parties have GLNs. */
public final class Gs1DespatchAdviceMapping implements XmlMapping<DespatchAdviceDocument> {
    private static final Codes<PartyRole> ROLES = Codes.of(PartyRole.values(), PartyRole::code);
    private static final Set<PartyRole> WRITTEN =
            Set.of(PartyRole.BUYER, PartyRole.SUPPLIER, PartyRole.SHIP_TO, PartyRole.SHIP_FROM, PartyRole.CARRIER);
    /** UN/ECE Recommendation 20: one, which is what is counted when no unit is named. */
    private static final String ONE = "C62";

    @Override
    public String name() {
        return "gs1-despatch-advice";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }

    @Override
    public @Nullable DespatchAdviceDocument read(Row row, MappingReport report) {
        if (row.text("number") == null || row.date("issueDate") == null) {
            return null;
        }
        List<Package> packages = new ArrayList<>();
        for (Row unit : row.rows("units")) {
            packages.add(new Package(unit.text("sscc"), unit.text("type"), lines(unit, report)));
        }
        if (!row.rows("lines").isEmpty()) {
            packages.add(new Package(null, null, lines(row, report)));
        }
        if (packages.stream().allMatch(unit -> unit.lines().isEmpty())) {
            report.add(MappingError.LINES_MISSING, row, null, null, "despatchAdviceLineItem");
        }
        return new DespatchAdviceDocument(
                row.text("number"), row.date("issueDate"), row.dateTime("despatchedAt", ZoneOffset.UTC), row.date("arrival"),
                row.text("orderNumber"), row.text("consignment"), parties(row), List.copyOf(packages));
    }

    private static List<Line> lines(Row owner, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        for (Row row : owner.rows("lines")) {
            if (row.decimal("quantity") != null && row.text("number") != null) {
                Item item = new Item(row.text("gtin"), row.text("buyerArticle"), row.text("supplierArticle"), row.text("description"));
                if (item.equals(new Item(null, null, null, null))) {
                    report.add(MappingError.ITEM_MISSING, row, null, null, null);
                }
                String unit = row.text("quantityUnit");
                lines.add(new Line(
                        row.text("number"), row.text("orderNumber"), row.text("orderLine"), item,
                        new Quantity(row.decimal("quantity"), unit == null ? ONE : unit), row.text("batch"), row.date("bestBefore")));
            }
        }
        return List.copyOf(lines);
    }

    /** Shipper and receiver stand for supplier and place of delivery where those are not named. */
    private static List<Party> parties(Row row) {
        List<Party> parties = new ArrayList<>();
        for (Row party : row.rows("parties")) {
            PartyRole role = ROLES.find(party.text("role"));
            if (role != null) {
                parties.add(party(party, role));
            }
        }
        for (Row party : row.rows("parties")) {
            PartyRole role = "shipper".equals(party.text("role")) ? PartyRole.SUPPLIER : PartyRole.SHIP_TO;
            if (ROLES.find(party.text("role")) == null && parties.stream().noneMatch(known -> known.role() == role)) {
                parties.add(party(party, role));
            }
        }
        return List.copyOf(parties);
    }

    private static Party party(Row row, PartyRole role) {
        String gln = row.text("gln");
        return new Party(role, gln == null ? List.of() : List.of(new Identifier(Scheme.GLN, gln)), row.text("name"), null, null);
    }

    @Override
    public void write(DespatchAdviceDocument advice, Row row) {
        row.set("message", "despatchAdvice").set("status", "ORIGINAL").set("number", advice.number());
        row.set("issueDate", advice.issueDate().atStartOfDay()).set("despatchedAt", advice.despatchedAt());
        row.set("arrival", advice.estimatedArrival() == null ? null : advice.estimatedArrival().atStartOfDay());
        row.set("orderNumber", advice.orderNumber()).set("consignment", advice.carrierReference());
        advice.party(PartyRole.SHIP_TO).or(() -> advice.party(PartyRole.BUYER)).ifPresent(party -> write(party, "receiver", row));
        advice.party(PartyRole.SUPPLIER).ifPresent(party -> write(party, "shipper", row));
        advice.parties().stream().filter(party -> WRITTEN.contains(party.role())).forEach(party -> write(party, party.role().code(), row));
        for (Package unit : advice.packages()) {
            boolean loose = unit.sscc() == null && unit.packageType() == null;
            Row owner = loose ? row : row.add("units").set("sscc", unit.sscc()).set("type", unit.packageType());
            unit.lines().forEach(line -> write(line, owner.add("lines")));
        }
    }

    private static void write(Party party, String role, Row row) {
        row.add("parties").set("role", role).set("gln", party.identifier(Scheme.GLN).orElse(null)).set("name", party.name());
    }

    private static void write(Line line, Row row) {
        Item item = line.item();
        row.set("number", line.lineNumber()).set("quantity", line.shipped().value()).set("quantityUnit", line.shipped().unit());
        row.set("gtin", item.gtin()).set("buyerArticle", item.buyerArticle()).set("supplierArticle", item.supplierArticle());
        row.set("description", item.description()).set("batch", line.batch()).set("bestBefore", line.bestBefore());
        row.set("orderNumber", line.orderNumber()).set("orderLine", line.orderLineNumber());
    }
}
