package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.Gs1Form;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.syntax.PartyAddress;
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
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GS1 XML 3 despatch advice and {@link DespatchAdviceDocument}; its parties have GLNs. */
public final class Gs1DespatchAdviceMapping implements XmlMapping<DespatchAdviceDocument> {
    private static final Codes<PartyRole> ROLES = Codes.of(PartyRole.values(), PartyRole::code);
    private static final List<PartyRole> WRITTEN =
            List.of(PartyRole.BUYER, PartyRole.SUPPLIER, PartyRole.SHIP_TO, PartyRole.SHIP_FROM, PartyRole.CARRIER);
    private static final String RECEIVER = "receiver";
    private static final String SHIPPER = "shipper";
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
        parties.sort(Comparator.comparingInt(party -> WRITTEN.indexOf(party.role())));
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
        row.set("orderNumber", advice.orderNumber()).set("despatch", "");
        row.set("consignment", Gs1Form.GINC.fitting(advice.carrierReference(), "consignmentIdentification/ginc"));
        advice.party(PartyRole.SHIP_TO).or(() -> advice.party(PartyRole.BUYER)).ifPresent(party -> write(party, RECEIVER, row));
        advice.party(PartyRole.SUPPLIER).or(() -> advice.party(PartyRole.SHIP_FROM)).ifPresent(party -> write(party, SHIPPER, row));
        WRITTEN.forEach(role -> advice.party(role).ifPresent(party -> write(party, role.code(), row)));
        for (Package unit : advice.packages()) {
            Row owner = row.add("units").set("sscc", Gs1Form.SSCC.fitting(unit.sscc(), "sscc")).set("type", unit.packageType());
            unit.lines().forEach(line -> write(line, advice, owner.add("lines")));
        }
    }

    /** Shipper and receiver as the envelope says, where the document itself does not; what is to go to no other place goes to the receiver. */
    public static void complete(Row row, PartyAddress sender, PartyAddress recipient) {
        name(row, RECEIVER, recipient);
        name(row, SHIPPER, sender);
        Row to = row.rows("parties").stream().filter(party -> party.text("role").equals(RECEIVER)).findFirst().orElseThrow();
        if (row.rows("parties").stream().noneMatch(party -> party.text("role").equals(PartyRole.SHIP_TO.code()))) {
            row.add("parties").set("role", PartyRole.SHIP_TO.code()).set("gln", to.text("gln")).set("name", to.text("name"));
        }
    }

    private static void name(Row row, String role, PartyAddress address) {
        if (row.rows("parties").stream().noneMatch(party -> party.text("role").equals(role))) {
            row.add("parties").set("role", role).set("gln", Gs1Form.GLN.fitting(address.id(), "/despatchAdviceMessage/despatchAdvice/" + role + "/gln"));
        }
    }

    private static void write(Party party, String role, Row row) {
        row.add("parties").set("role", role).set("gln", Gs1Form.GLN.fitting(party.identifier(Scheme.GLN).orElse(null), "gln")).set("name", party.name());
    }

    private static void write(Line line, DespatchAdviceDocument advice, Row row) {
        Item item = line.item();
        row.set("number", Gs1Form.COUNTED.fitting(line.lineNumber(), "lineItemNumber"));
        row.set("quantity", line.shipped().value()).set("quantityUnit", line.shipped().unit());
        row.set("item", "").set("gtin", Gs1Form.gtin(item.gtin(), "gtin"));
        row.set("buyerArticle", item.buyerArticle()).set("supplierArticle", item.supplierArticle());
        row.set("description", item.description()).set("batch", line.batch()).set("bestBefore", line.bestBefore());
        String order = line.orderNumber() == null && line.orderLineNumber() != null ? advice.orderNumber() : line.orderNumber();
        row.set("orderNumber", order).set("orderLine", order == null ? null : Gs1Form.COUNTED.fitting(line.orderLineNumber(), "purchaseOrder/lineItemNumber"));
    }
}
