package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.CxmlLines;
import io.tradelane.mappings.shared.CxmlParties;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** cXML ShipNoticeRequest and {@link DespatchAdviceDocument}: a package for each container code, one without for the rest. */
public final class CxmlShipNoticeMapping implements XmlMapping<DespatchAdviceDocument> {

    @Override
    public String name() {
        return "cxml-ship-notice";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DESPATCH_ADVICE;
    }

    @Override
    public @Nullable DespatchAdviceDocument read(Row row, MappingReport report) {
        String number = row.text("number");
        LocalDate issued = CxmlLines.day(row, "issued");
        if (number == null || issued == null) {
            return null;
        }
        Map<String, List<Line>> packages = new LinkedHashMap<>();
        String only = null;
        int lines = 0;
        for (Row order : row.rows("orders")) {
            only = row.rows("orders").size() == 1 ? order.text("order") : null;
            for (Row line : order.rows("lines")) {
                lines++;
                Quantity quantity = UblValues.quantity(line, "quantity");
                if (quantity != null) {
                    String own = line.text("number") == null ? Integer.toString(lines) : line.text("number");
                    packages.computeIfAbsent(line.text("sscc") == null ? "" : line.text("sscc"), sscc -> new ArrayList<>()).add(new Line(
                            own, order.text("order"), CxmlLines.orderLine(line), CxmlLines.item(line, report), quantity, line.text("batch"),
                            CxmlLines.day(line, "bestBefore")));
                }
            }
        }
        return new DespatchAdviceDocument(
                number, issued, row.dateTime("despatched", ZoneOffset.UTC), CxmlLines.day(row, "arrival"), only, row.text("carrierReference"),
                CxmlParties.read(row, PartyRole.SUPPLIER, PartyRole.BUYER),
                packages.entrySet().stream().map(each -> new DespatchAdviceDocument.Package(
                        each.getKey().isEmpty() ? null : each.getKey(), null, List.copyOf(each.getValue()))).toList());
    }

    @Override
    public void write(DespatchAdviceDocument advice, Row row) {
        row.set("number", advice.number()).set("issued", CxmlLines.moment(advice.issueDate())).set("despatched", advice.despatchedAt());
        row.set("arrival", CxmlLines.moment(advice.estimatedArrival()));
        CxmlParties.write(advice.parties(), PartyRole.SUPPLIER, PartyRole.BUYER, row);
        Map<String, Row> orders = new LinkedHashMap<>();
        for (DespatchAdviceDocument.Package unit : advice.packages()) {
            for (Line line : unit.lines()) {
                String number = line.orderNumber() != null ? line.orderNumber() : advice.orderNumber();
                Row order = orders.computeIfAbsent(number, each -> row.add("orders").set("order", each).set("orderPayload", ""));
                Row target = order.add("lines").set("number", line.lineNumber());
                CxmlLines.orderLine(target, line.orderLineNumber());
                if (unit.sscc() != null || unit.packageType() != null) {
                    target.set("sscc", unit.sscc()).set("packageType", unit.packageType() == null ? "" : unit.packageType());
                }
                CxmlLines.item(target, line.item());
                target.set("description", line.item().description()).set("batch", line.batch()).set("bestBefore", CxmlLines.moment(line.bestBefore()));
                CxmlLines.quantity(target, line.shipped());
            }
        }
    }
}
