package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblDeliveries;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.document.OrderChangeDocument.Line;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UBL OrderChange and {@link OrderChangeDocument}; a cancellation has a document of its own. */
public final class UblOrderChangeMapping implements UblMapping<OrderChangeDocument> {
    private static final Codes<LineAction> ACTIONS = Codes.of(LineAction.values(), LineAction::code);
    private static final Quantity NONE = Quantity.of(0, "C62");
    private static final Profile PEPPOL =
            new Profile("urn:fdc:peppol.eu:poacc:trns:order_change:3", "urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3");

    @Override
    public String name() {
        return "ubl-order-change";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CHANGE;
    }

    @Override
    public boolean writes(OrderChangeDocument change) {
        return change.action() != Action.CANCEL;
    }

    @Override
    public Optional<Profile> profile(OrderChangeDocument change) {
        return Optional.of(PEPPOL);
    }

    @Override
    public @Nullable OrderChangeDocument read(Row row, MappingReport report) {
        String orderNumber = row.text("orderNumber");
        if (orderNumber == null || row.date("issueDate") == null) {
            return null;
        }
        String number = row.text("number");
        String currency = UblValues.currency(row, report);
        return new OrderChangeDocument(
                number == null ? orderNumber : number, row.date("issueDate"), orderNumber,
                row.decimal("sequence") == null ? null : row.decimal("sequence").intValue(), Action.CHANGE,
                UblDeliveries.requestedOfDocument(row), currency, UblDeliveries.parties(row), UblOrderRows.references(row), null,
                row.text("note"), lines(row, currency, report));
    }

    private static List<Line> lines(Row row, String currency, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        UblValues.checkLines(row.rows("lines"), report);
        for (Row line : row.rows("lines")) {
            String code = line.text("status");
            LineAction action = ACTIONS.find(code);
            if (action == null) {
                action = LineAction.CHANGE;
                if (code != null) {
                    report.add(MappingError.CODE_ASSUMED, line, "status", code, action.code());
                }
            }
            Quantity quantity = UblValues.quantity(line, "quantity");
            boolean nothing = action == LineAction.DELETE && quantity != null && quantity.isZero();
            if (line.text("number") != null) {
                lines.add(new Line(
                        line.text("number"), action, UblValues.item(line, report), nothing ? null : quantity,
                        UblValues.price(line, quantity, currency, report), UblValues.money(line, "amount", currency, report),
                        UblDeliveries.requested(line), line.text("note")));
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public void write(OrderChangeDocument change, Row row, boolean peppol) {
        row.set("number", change.number()).set("issueDate", change.issueDate()).set("orderNumber", change.orderNumber());
        row.set("sequence", change.sequence() == null ? 1 : change.sequence()).set("currency", change.currency());
        row.set("note", change.note() == null ? change.reason() : change.note());
        UblOrderRows.writeReferences(change.references(), row);
        UblOrderRows.writeParties(change, peppol, row);
        UblParties.write(change.party(PartyRole.INVOICEE).orElse(null), PartyRole.INVOICEE, Extent.of(peppol, Extent.REGISTERED), row);
        UblDeliveries.write(change.parties(), change.requestedDelivery(), row);
        for (Line line : change.lines()) {
            Row target = row.add("lines").set("number", line.lineNumber()).set("status", line.action().code()).set("note", line.note());
            boolean nothing = line.action() == LineAction.DELETE && line.quantity() == null;
            UblOrderRows.write(line.item(), nothing ? NONE : line.quantity(), line.price(), line.amount(), target);
            target.set("from", line.requestedDelivery()).set("to", line.requestedDelivery());
        }
    }
}
