package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** X12 856 and {@link DespatchAdviceDocument}. */
public final class X12DespatchAdviceMapping implements X12Mapping<DespatchAdviceDocument> {

    @Override
    public String set() {
        return "856";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }

    @Override
    public @Nullable DespatchAdviceDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "BSN02");
        Hierarchy hierarchy = Hierarchy.of(set.rows("levels"), report);
        List<Package> packages = hierarchy.packages(report);
        Heads.needLines(packages, set, report, "HL*I");
        if (number == null) {
            return null;
        }
        Row shipment = hierarchy.shipment();
        List<Party> parties = set.rows("levels").stream().flatMap(level -> Names.read(level).stream()).distinct().toList();
        return new DespatchAdviceDocument(
                number,
                Heads.issueDate(set, "issueDate", report, "BSN03"),
                shipment == null ? null : Dates.instant(shipment, "011"),
                shipment == null ? null : Dates.date(shipment, "017", "067", "002"),
                hierarchy.order(),
                shipment == null ? null : carrierReference(shipment),
                parties,
                packages);
    }

    private static @Nullable String carrierReference(Row shipment) {
        return Stream.of("CN", "BM", "2I", "MB").map(kind -> Refs.number(shipment, kind)).filter(n -> n != null).findFirst().orElse(null);
    }

    @Override
    public void write(DespatchAdviceDocument advice, Row set, String version) {
        set.set("purpose", "00").set("number", advice.number()).set("issueDate", advice.issueDate()).set("issueTime", "0000").set("structure", "0001");
        HierarchyWriter writer = new HierarchyWriter(set);
        Row shipment = writer.level("S", null);
        Refs.add(shipment, "CN", advice.carrierReference());
        Dates.write(shipment, "011", advice.despatchedAt());
        Dates.write(shipment, "017", advice.estimatedArrival());
        Names.write(advice.parties(), shipment);
        writer.packages(advice, shipment);
        set.set("lineCount", BigDecimal.valueOf(writer.levels()));
    }
}
