package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** UBL OrderCancellation: an {@link OrderChangeDocument} that withdraws the order. */
public final class UblOrderCancellationMapping implements UblMapping<OrderChangeDocument> {
    /** The schema wants a reason; nobody gave one. */
    private static final String NO_REASON = "-";
    private static final Profile PEPPOL =
            new Profile("urn:fdc:peppol.eu:poacc:trns:order_cancellation:3", "urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3");

    @Override
    public String name() {
        return "ubl-order-cancellation";
    }

    @Override
    public String resource() {
        return "io/tradelane/mappings/order/ubl-order-change.xml";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CHANGE;
    }

    @Override
    public boolean writes(OrderChangeDocument change) {
        return change.action() == Action.CANCEL;
    }

    @Override
    public Optional<Profile> profile(OrderChangeDocument change) {
        return Optional.of(PEPPOL);
    }

    @Override
    public @Nullable OrderChangeDocument read(Row row, MappingReport report) {
        String number = row.text("number");
        String orderNumber = row.text("orderNumber");
        if (number == null || orderNumber == null || row.date("issueDate") == null) {
            return null;
        }
        String reason = row.text("reason");
        return new OrderChangeDocument(
                number, row.date("issueDate"), orderNumber, null, Action.CANCEL, null, null, List.copyOf(UblParties.read(row)),
                UblOrderRows.references(row), NO_REASON.equals(reason) ? null : reason, row.text("note"), List.of());
    }

    @Override
    public void write(OrderChangeDocument change, Row row, boolean peppol) {
        row.set("number", change.number()).set("issueDate", change.issueDate()).set("orderNumber", change.orderNumber());
        row.set("reason", change.reason() == null ? NO_REASON : change.reason()).set("note", peppol ? null : change.note());
        UblOrderRows.writeReferences(change.references(), row);
        UblOrderRows.writeParties(change, peppol, row);
    }
}
