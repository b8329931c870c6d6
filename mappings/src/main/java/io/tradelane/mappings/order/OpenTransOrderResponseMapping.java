package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.OpenTransValues;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.Line;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * openTRANS ORDERRESPONSE and {@link OrderResponseDocument}. It says how the order will be delivered, without a word of
 * yes or no: a line of quantity 0 is not accepted. Its number is the supplier's of the order.
 */
public final class OpenTransOrderResponseMapping implements XmlMapping<OrderResponseDocument> {
    @Override
    public String name() {
        return "opentrans-order-response";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/order/opentrans-order.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }

    @Override
    public @Nullable OrderResponseDocument read(Row row, MappingReport report) {
        String order = row.text("orderNumber");
        if (order == null || row.date("issueDate") == null) {
            return null;
        }
        String supplierNumber = row.text("supplierOrderNumber");
        String currency = row.text("currency") == null && row.decimal("total") == null ? null : UblValues.currency(row, report);
        List<Line> lines = lines(row, currency, report);
        long refused = lines.stream().filter(line -> line.decision() == LineDecision.NOT_ACCEPTED).count();
        Decision decision = refused == 0 ? Decision.ACCEPTED : refused == lines.size() ? Decision.REJECTED : Decision.ACCEPTED_WITH_CHANGES;
        return new OrderResponseDocument(
                supplierNumber == null ? order : supplierNumber, row.date("issueDate"), order, supplierNumber, decision, currency,
                BmecatParties.read(row, OpenTransOrders.PARTIES), row.text("note"), lines);
    }

    private static List<Line> lines(Row row, @Nullable String currency, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        OpenTransValues.checkLines(row, report);
        for (Row line : row.rows("lines")) {
            Quantity quantity = OpenTransValues.quantity(line);
            if (quantity != null && line.text("number") != null) {
                lines.add(new Line(
                        line.text("number"), quantity.isZero() ? LineDecision.NOT_ACCEPTED : LineDecision.ACCEPTED,
                        OpenTransValues.item(line, report), quantity.isZero() ? null : quantity,
                        currency == null ? null : OpenTransValues.price(line, quantity, currency, report),
                        line.date("latest") == null ? row.date("latest") : line.date("latest"), line.text("reason")));
            }
        }
        return List.copyOf(lines);
    }

    /** A line of which only the decision is known cannot be said: it has to have a quantity. */
    @Override
    public void write(OrderResponseDocument response, Row row) {
        row.set("orderNumber", response.orderNumber()).set("issueDate", response.issueDate()).set("currency", OpenTransValues.currency(response.currency()));
        row.set("supplierOrderNumber", response.supplierOrderNumber() == null ? response.number() : response.supplierOrderNumber());
        BmecatParties.write(response.parties(), row, OpenTransOrders.PARTIES);
        row.set("note", response.note());
        for (Line line : response.lines()) {
            Row target = row.add("lines");
            boolean out = line.decision() == LineDecision.NOT_ACCEPTED;
            OpenTransValues.write(line.lineNumber(), line.item(), out ? Quantity.of(0, "C62") : line.quantity(), target);
            OpenTransValues.write(line.price(), null, target);
            target.set("delivery", line.promisedDelivery()).set("latest", line.promisedDelivery()).set("reason", line.reason());
        }
        row.set("count", BigDecimal.valueOf(response.lines().size()));
    }
}
