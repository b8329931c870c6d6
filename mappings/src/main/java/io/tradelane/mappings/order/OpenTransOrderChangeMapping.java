package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.OpenTransValues;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.document.OrderChangeDocument.Line;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * openTRANS ORDERCHANGE and {@link OrderChangeDocument}. It has no number of its own: that of the order and which change
 * it is make one. A line of quantity 0 is taken out.
 */
public final class OpenTransOrderChangeMapping implements XmlMapping<OrderChangeDocument> {
    @Override
    public String name() {
        return "opentrans-order-change";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/order/opentrans-order.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CHANGE;
    }

    @Override
    public @Nullable OrderChangeDocument read(Row row, MappingReport report) {
        String order = row.text("orderNumber");
        if (order == null || row.date("issueDate") == null) {
            return null;
        }
        Integer sequence = OpenTransOrders.sequence(row);
        String currency = UblValues.currency(row, report);
        String contract = row.text("contract");
        return new OrderChangeDocument(
                sequence == null ? order : order + "-" + sequence, row.date("issueDate"), order, sequence, Action.CHANGE,
                row.date("delivery"), currency, BmecatParties.read(row, OpenTransOrders.PARTIES),
                contract == null ? List.of() : List.of(Reference.to(Reference.Kind.CONTRACT, contract)), row.text("reason"),
                row.text("note"), lines(row, currency, report));
    }

    private static List<Line> lines(Row row, String currency, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        OpenTransValues.checkLines(row, report);
        for (Row line : row.rows("lines")) {
            Quantity quantity = OpenTransValues.quantity(line);
            if (quantity != null && line.text("number") != null) {
                boolean out = quantity.isZero();
                lines.add(new Line(
                        line.text("number"), out ? LineAction.DELETE : LineAction.CHANGE, OpenTransValues.item(line, report),
                        out ? null : quantity, OpenTransValues.price(line, quantity, currency, report),
                        OpenTransValues.amount(line, currency), line.date("delivery"), line.text("note")));
            }
        }
        return List.copyOf(lines);
    }

    /** A change that withdraws the order names no lines, and is not written: openTRANS has no word for it. */
    @Override
    public void write(OrderChangeDocument change, Row row) {
        row.set("orderNumber", change.orderNumber()).set("issueDate", change.issueDate()).set("currency", OpenTransValues.currency(change.currency()));
        row.set("sequence", BigDecimal.valueOf(change.sequence() == null ? 1 : change.sequence()));
        row.set("delivery", change.requestedDelivery()).set("latest", change.requestedDelivery());
        BmecatParties.write(change.parties(), row, OpenTransOrders.PARTIES);
        row.set("reason", change.reason()).set("note", change.note());
        change.references().stream().filter(reference -> reference.kind() == Reference.Kind.CONTRACT).findFirst()
                .ifPresent(contract -> row.set("contract", contract.number()));
        for (Line line : change.lines()) {
            Row target = row.add("lines");
            boolean out = line.action() == LineAction.DELETE || line.quantity() == null;
            OpenTransValues.write(line.lineNumber(), line.item(), out ? Quantity.of(0, unit(line)) : line.quantity(), target);
            OpenTransValues.write(line.price(), line.amount(), target);
            target.set("delivery", line.requestedDelivery()).set("latest", line.requestedDelivery()).set("note", line.note());
        }
        row.set("count", BigDecimal.valueOf(change.lines().size()));
    }

    private static String unit(Line line) {
        return line.quantity() == null ? "C62" : line.quantity().unit();
    }
}
