package io.tradelane.mappings.despatch;

import io.tradelane.mappings.shared.idoc.DeliveryPartners;
import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocValues;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** IDoc DESADV as a delivery, DELVRY01 to DELVRY07; DESADV01 is read too. */
public final class IdocDespatchAdviceMapping implements IdocMapping<DespatchAdviceDocument> {
    private static final String DEADLINE = "E1EDT13";
    private static final String GOODS_ISSUE = "006";
    private static final String DELIVERY = "007";
    private static final String CREATED = "019";
    /** Of VBELN; longer numbers are external ones. */
    private static final int NUMBER = 10;
    private static final int BATCH = 10;
    private static final int MATERIAL = 18;

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }

    @Override
    public String messageType() {
        return "DESADV";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("DELVRY07", "DELVRY03");
    }

    @Override
    public @Nullable DespatchAdviceDocument read(Idoc idoc) {
        IdocSegment delivery = idoc.segment("E1EDL20");
        if (delivery == null) {
            return IdocShippingNotice.read(idoc);
        }
        String number = Values.number(delivery.has("VBELN") ? delivery.key("VBELN") : delivery.text("LIFEX"), idoc, delivery, "VBELN");
        List<Package> packages = new IdocPackages(idoc).read();
        String order = packages.stream().flatMap(one -> one.lines().stream()).map(Line::orderNumber).filter(told -> told != null).findFirst().orElse(null);
        IdocSegment created = delivery.child(DEADLINE, "QUALF", CREATED);
        IdocSegment arrival = delivery.child(DEADLINE, "QUALF", DELIVERY);
        LocalDate issued = created == null || created.date("ISDD") == null ? Values.sent(idoc) : created.date("ISDD");
        return number == null ? null : new DespatchAdviceDocument(
                number, issued, despatched(delivery), arrival == null ? null : first(arrival, "NTANF", "NTEND", "IEDD"), order,
                delivery.text("BOLNR"), DeliveryPartners.read(delivery, "E1ADRM1", "E1ADRE1"), packages);
    }

    private static @Nullable LocalDate first(IdocSegment segment, String... fields) {
        for (String field : fields) {
            if (segment.date(field) != null) {
                return segment.date(field);
            }
        }
        return null;
    }

    /** When it left, else when it should. */
    private static @Nullable OffsetDateTime despatched(IdocSegment delivery) {
        IdocSegment deadline = delivery.child(DEADLINE, "QUALF", GOODS_ISSUE);
        if (deadline == null) {
            return null;
        }
        LocalDateTime actual = Values.time(deadline, "ISDD", "ISDZ");
        LocalDateTime at = actual == null ? Values.time(deadline, "NTANF", "NTANZ") : actual;
        return at == null ? null : at.atZone(zone(deadline.value("TZONE_BEG"))).toOffsetDateTime();
    }

    private static ZoneId zone(String told) {
        try {
            return told.isEmpty() || told.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(told);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    @Override
    public void write(DespatchAdviceDocument advice, IdocSegment root) {
        boolean fits = advice.number().length() <= NUMBER;
        IdocSegment delivery = root.append("E1EDL20").set(fits ? "VBELN" : "LIFEX", advice.number()).set("BOLNR", advice.carrierReference());
        DeliveryPartners.write(advice.parties(), delivery, "E1ADRM1", "E1ADRE1");
        delivery.append(DEADLINE).set("QUALF", CREATED).set("ISDD", advice.issueDate());
        if (advice.despatchedAt() != null) {
            OffsetDateTime at = advice.despatchedAt().withOffsetSameInstant(ZoneOffset.UTC);
            delivery.append(DEADLINE).set("QUALF", GOODS_ISSUE).set("ISDD", at.toLocalDate()).set("ISDZ", IdocValues.text(at.toLocalTime()))
                    .set("TZONE_BEG", "UTC");
        }
        if (advice.estimatedArrival() != null) {
            delivery.append(DEADLINE).set("QUALF", DELIVERY).set("NTANF", advice.estimatedArrival());
        }
        Map<String, Quantity> shipped = new LinkedHashMap<>();
        advice.packages().forEach(one -> one.lines().forEach(line -> shipped.merge(line.lineNumber(), line.shipped(), Quantity::plus)));
        for (Package one : advice.packages()) {
            for (Line line : one.lines()) {
                Quantity quantity = shipped.remove(line.lineNumber());
                if (quantity != null) {
                    line(line, quantity, advice.orderNumber(), delivery);
                }
            }
            if (one.sscc() != null || one.packageType() != null) {
                pack(one, advice.number(), delivery);
            }
        }
    }

    private static void line(Line line, Quantity shipped, @Nullable String order, IdocSegment delivery) {
        Item item = line.item();
        IdocSegment segment = delivery.append("E1EDL24").set("POSNR", Items.padded(line.lineNumber())).set("ARKTX", item.description())
                .set("KDMAT35", item.buyerArticle()).set("EAN11", item.gtin()).set("VFDAT", line.bestBefore());
        boolean brief = item.supplierArticle() == null || item.supplierArticle().length() <= MATERIAL;
        segment.set(brief ? "MATNR" : "MATNR_EXTERNAL", item.supplierArticle());
        segment.set(line.batch() == null || line.batch().length() <= BATCH ? "CHARG" : "LICHN", line.batch());
        Values.write(shipped, segment, "LFIMG", "VRKME");
        String number = line.orderNumber() == null ? order : line.orderNumber();
        if (number != null) {
            segment.append("E1EDL41").set("QUALI", "001").set("BSTNR", number).set("POSEX", Items.padded(line.orderLineNumber()));
        }
    }

    private static void pack(Package one, String number, IdocSegment delivery) {
        IdocSegment unit = delivery.append("E1EDL37").set("EXIDV", one.sscc()).set("VHART", one.packageType());
        for (Line line : one.lines()) {
            IdocSegment content = unit.append("E1EDL44").set("VELIN", "1").set("VBELN", number.length() <= NUMBER ? number : null)
                    .set("POSNR", Items.padded(line.lineNumber()));
            Values.write(line.shipped(), content, "VEMNG", "VEMEH");
        }
    }
}
