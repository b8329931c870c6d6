package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.CxmlLines;
import io.tradelane.mappings.shared.CxmlParties;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.Line;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** cXML ConfirmationRequest and {@link OrderResponseDocument}. */
public final class CxmlConfirmationMapping implements XmlMapping<OrderResponseDocument> {

    @Override
    public String name() {
        return "cxml-confirmation";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }

    @Override
    public @Nullable OrderResponseDocument read(Row row, MappingReport report) {
        String number = row.text("number") != null ? row.text("number") : row.text("payloadId");
        LocalDate issued = CxmlLines.day(row, "issued");
        String order = row.text("order");
        if (number == null || issued == null || order == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        for (Row line : row.rows("lines")) {
            line(line, report).ifPresent(lines::add);
        }
        return new OrderResponseDocument(
                number, issued, order, null, decision(row.text("decision")), row.text("totalCurrency"),
                CxmlParties.read(row, PartyRole.SUPPLIER, PartyRole.BUYER), row.text("note"), List.copyOf(lines));
    }

    private static Decision decision(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "accept" -> Decision.ACCEPTED;
            case "reject" -> Decision.REJECTED;
            case "requestToPay" -> Decision.ACKNOWLEDGED;
            default -> Decision.ACCEPTED_WITH_CHANGES;
        };
    }

    /** Of several states of one line the confirmed one counts; what is rejected or comes later makes it a change. */
    private static java.util.Optional<Line> line(Row row, MappingReport report) {
        String number = row.text("number");
        Row first = row.rows("statuses").stream().filter(status -> !"reject".equals(status.text("decision"))).findFirst()
                .orElse(row.rows("statuses").isEmpty() ? null : row.rows("statuses").getFirst());
        if (number == null || first == null) {
            return java.util.Optional.empty();
        }
        Quantity quantity = UblValues.quantity(first, "quantity");
        boolean divided = row.rows("statuses").size() > 1;
        LineDecision decision = switch (first.text("decision") == null ? "" : first.text("decision")) {
            case "accept" -> divided ? LineDecision.CHANGED : LineDecision.ACCEPTED;
            case "reject" -> LineDecision.NOT_ACCEPTED;
            default -> LineDecision.CHANGED;
        };
        Price price = quantity == null ? null : CxmlLines.priceEach(first, quantity, report);
        boolean named = first.text("supplierArticle") != null || first.text("buyerArticle") != null || first.text("gtin") != null;
        return java.util.Optional.of(new Line(
                number, decision,
                named ? new io.tradelane.trading.document.Item(first.text("gtin"), first.text("buyerArticle"), first.text("supplierArticle"), null)
                        : new io.tradelane.trading.document.Item(null, null, null, null),
                decision == LineDecision.NOT_ACCEPTED ? null : quantity, price, CxmlLines.day(first, "delivery"), first.text("reason")));
    }

    @Override
    public void write(OrderResponseDocument response, Row row) {
        row.set("number", response.number()).set("issued", CxmlLines.moment(response.issueDate())).set("order", response.orderNumber());
        row.set("orderPayload", "").set("note", response.note());
        row.set("decision", switch (response.decision()) {
            case ACCEPTED -> "accept";
            case REJECTED -> "reject";
            case ACKNOWLEDGED -> "requestToPay";
            case ACCEPTED_WITH_CHANGES -> "detail";
        });
        CxmlParties.write(response.parties(), PartyRole.SUPPLIER, PartyRole.BUYER, row);
        for (Line line : response.lines()) {
            Quantity quantity = line.quantity() == null ? Quantity.of(0, "EA") : line.quantity();
            Row item = row.add("lines").set("number", line.lineNumber());
            CxmlLines.quantity(item, quantity);
            Row status = item.add("statuses").set("decision", switch (line.decision()) {
                case ACCEPTED -> "accept";
                case NOT_ACCEPTED -> "reject";
                default -> "detail";
            });
            CxmlLines.quantity(status, quantity);
            status.set("delivery", CxmlLines.moment(line.promisedDelivery())).set("reason", line.reason());
            if (line.price() != null) {
                status.set("price", line.price().perUnit()).set("priceCurrency", line.price().amount().currency());
            }
        }
    }
}
