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
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.Line;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** IDoc ORDRSP. SAP does not say what is decided of the whole; where no one does, the lines tell. */
public final class IdocOrderResponseMapping implements IdocMapping<OrderResponseDocument> {
    private static final int WIDTH = 70;
    private static final int REASON = 40;
    private static final Map<String, Decision> DECISIONS = Map.of(
            "012", Decision.ACKNOWLEDGED, "029", Decision.ACCEPTED, "004", Decision.ACCEPTED_WITH_CHANGES, "027", Decision.REJECTED);
    private static final Map<String, LineDecision> LINE_DECISIONS = Map.of(
            "001", LineDecision.ADDED, "002", LineDecision.CHANGED, "003", LineDecision.NOT_ACCEPTED, "006", LineDecision.ACCEPTED_WITH_AMENDMENT);

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }

    @Override
    public String messageType() {
        return "ORDRSP";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("ORDERS05", "ORDERS04", "ORDERS03", "ORDERS02", "ORDERS01");
    }

    @Override
    public @Nullable OrderResponseDocument read(Idoc idoc) {
        IdocSegment header = idoc.segment("E1EDK01");
        if (header == null) {
            return null;
        }
        IdocSegment reference = idoc.segment("E1EDK02", "QUALF", References.ORDER);
        String order = IdocOrderMapping.number(idoc, header, reference);
        String supplier = References.number(idoc.segment("E1EDK02", "QUALF", References.SUPPLIER_ORDER));
        String own = header.key("BELNR");
        Values values = Values.of(idoc, header);
        List<Line> lines = new ArrayList<>();
        Items.Numbers numbers = new Items.Numbers(idoc);
        for (IdocSegment line : idoc.segments("E1EDP01")) {
            lines.add(line(line, numbers.next(line, "POSEX", lines.size() + 1), values, idoc));
        }
        LocalDate issued = Values.issueDate(IdocOrderMapping.issued(idoc.segments("E1EDK03"), null), idoc, header);
        if (order == null) {
            return null;
        }
        Decision told = DECISIONS.get(header.value("ACTION"));
        return new OrderResponseDocument(
                own == null ? order : own, issued, order,
                supplier == null && own != null && !own.equals(order) ? own : supplier, told == null ? decision(lines) : told, values.stated(),
                Partners.read(idoc, header, false), Texts.read(idoc.segments(), IdocOrderMapping.NOTE, IdocOrderMapping.NOTE_LINE), List.copyOf(lines));
    }

    private static Decision decision(List<Line> lines) {
        if (!lines.isEmpty() && lines.stream().allMatch(line -> line.decision() == LineDecision.NOT_ACCEPTED)) {
            return Decision.REJECTED;
        }
        return lines.stream().allMatch(line -> line.decision() == LineDecision.ACCEPTED) ? Decision.ACCEPTED : Decision.ACCEPTED_WITH_CHANGES;
    }

    private static Line line(IdocSegment line, String number, Values values, Idoc idoc) {
        Quantity quantity = IdocOrderLines.quantity(line);
        LineDecision decision = line.has("ABGRU") ? LineDecision.NOT_ACCEPTED : LINE_DECISIONS.getOrDefault(line.value("ACTION"), LineDecision.ACCEPTED);
        String reason = line.text("ABGRT");
        return new Line(
                number, decision, Items.read(line, idoc), quantity, values.price(line, quantity), IdocOrderLines.delivery(line),
                reason == null ? IdocOrderLines.note(line) : reason);
    }

    @Override
    public void write(OrderResponseDocument response, IdocSegment root) {
        IdocSegment header = root.append("E1EDK01").set("CURCY", Values.written(response.currency())).set("BELNR", response.number());
        DECISIONS.forEach((code, decision) -> header.set("ACTION", decision == response.decision() ? code : null));
        Values.date(root, "E1EDK03", "012", response.issueDate());
        Partners.write(response.parties(), root, header, false);
        References.write(References.ORDER, response.orderNumber(), null, root, "E1EDK02");
        References.writeIf(References.SUPPLIER_ORDER, response.supplierOrderNumber(), null, root, "E1EDK02");
        Texts.write(response.note(), root, IdocOrderMapping.NOTE, IdocOrderMapping.NOTE_LINE, WIDTH);
        for (Line line : response.lines()) {
            String code = LINE_DECISIONS.entrySet().stream().filter(entry -> entry.getValue() == line.decision()).map(Map.Entry::getKey).findFirst().orElse(null);
            IdocSegment item = IdocOrderLines.write(
                    root, line.lineNumber(), code, line.item(), line.quantity(), line.price(), null, line.promisedDelivery());
            boolean brief = line.reason() == null || line.reason().length() <= REASON;
            item.set("ABGRT", brief ? line.reason() : null);
            Texts.write(brief ? null : line.reason(), item, "E1EDPT1", "E1EDPT2", WIDTH);
        }
    }
}
