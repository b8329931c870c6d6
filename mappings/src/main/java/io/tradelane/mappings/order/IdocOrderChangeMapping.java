package io.tradelane.mappings.order;

import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.Partners;
import io.tradelane.mappings.shared.idoc.References;
import io.tradelane.mappings.shared.idoc.Texts;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.document.OrderChangeDocument.Line;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** IDoc ORDCHG. A change has the order's own number in SAP; then the number of the IDoc tells it from others. */
public final class IdocOrderChangeMapping implements IdocMapping<OrderChangeDocument> {
    private static final int WIDTH = 70;
    private static final Map<String, Action> ACTIONS = Map.of("003", Action.CANCEL, "002", Action.CHANGE, "005", Action.REPLACE);
    private static final Map<String, LineAction> LINE_ACTIONS = Map.of(
            "001", LineAction.ADD, "002", LineAction.CHANGE, "003", LineAction.DELETE, "004", LineAction.NO_CHANGE);

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CHANGE;
    }

    @Override
    public String messageType() {
        return "ORDCHG";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("ORDERS05", "ORDERS04", "ORDERS03", "ORDERS02", "ORDERS01");
    }

    @Override
    public @Nullable OrderChangeDocument read(Idoc idoc) {
        IdocSegment header = idoc.segment("E1EDK01");
        if (header == null) {
            return null;
        }
        IdocSegment reference = idoc.segment("E1EDK02", "QUALF", References.ORDER);
        String order = IdocOrderMapping.number(idoc, header, reference);
        String own = header.key("BELNR");
        Values values = Values.of(idoc, header);
        List<IdocSegment> dates = idoc.segments("E1EDK03");
        LocalDate issued = Values.issueDate(IdocOrderMapping.issued(dates, reference), idoc, header);
        List<Line> lines = new ArrayList<>();
        Items.Numbers numbers = new Items.Numbers(idoc);
        for (IdocSegment line : idoc.segments("E1EDP01")) {
            lines.add(line(line, numbers.next(line, "POSEX", lines.size() + 1), values, idoc));
        }
        if (order == null) {
            return null;
        }
        String number = own == null || own.equals(order) ? order + (idoc.number().isEmpty() ? "" : "-" + idoc.number()) : own;
        String sequence = header.text("BSTZD");
        boolean counted = sequence != null && sequence.length() <= 4 && sequence.chars().allMatch(c -> c >= '0' && c <= '9');
        return new OrderChangeDocument(
                number, issued, order, counted ? Integer.valueOf(sequence) : null, ACTIONS.getOrDefault(header.value("ACTION"), Action.CHANGE),
                Values.date(dates, "002"), values.stated(), Partners.read(idoc, header, true),
                References.read(idoc.segments(), "E1EDK02", References.ORDER), header.text("AUGRU_BEZ"),
                Texts.read(idoc.segments(), IdocOrderMapping.NOTE, IdocOrderMapping.NOTE_LINE), List.copyOf(lines));
    }

    private static Line line(IdocSegment line, String number, Values values, Idoc idoc) {
        Quantity quantity = IdocOrderLines.quantity(line);
        LineAction action = line.has("ABGRU") ? LineAction.DELETE : LINE_ACTIONS.getOrDefault(line.value("ACTION"), LineAction.CHANGE);
        return new Line(
                number, action, Items.read(line, idoc), quantity, values.price(line, quantity), values.money(line.number("NETWR")),
                IdocOrderLines.delivery(line), IdocOrderLines.note(line));
    }

    @Override
    public void write(OrderChangeDocument change, IdocSegment root) {
        IdocSegment header = root.append("E1EDK01").set("CURCY", Values.written(change.currency())).set("BELNR", change.number())
                .set("BSTZD", change.sequence() == null ? null : change.sequence().toString()).set("AUGRU_BEZ", change.reason());
        ACTIONS.forEach((code, action) -> header.set("ACTION", action == change.action() ? code : null));
        Values.date(root, "E1EDK03", "012", change.issueDate());
        Values.date(root, "E1EDK03", "002", change.requestedDelivery());
        Partners.write(change.parties(), root, header, true);
        References.write(References.ORDER, change.orderNumber(), null, root, "E1EDK02");
        References.write(change.references(), root, "E1EDK02");
        Texts.write(change.note(), root, IdocOrderMapping.NOTE, IdocOrderMapping.NOTE_LINE, WIDTH);
        for (Line line : change.lines()) {
            String code = LINE_ACTIONS.entrySet().stream().filter(entry -> entry.getValue() == line.action()).map(Map.Entry::getKey).findFirst().orElse(null);
            IdocSegment item = IdocOrderLines.write(
                    root, line.lineNumber(), code, line.item(), line.quantity(), line.price(), line.amount(), line.requestedDelivery());
            Texts.write(line.note(), item, "E1EDPT1", "E1EDPT2", WIDTH);
        }
    }
}
