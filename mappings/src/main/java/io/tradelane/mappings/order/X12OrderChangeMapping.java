package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UsedNumbers;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.document.OrderChangeDocument.Line;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** X12 860 and {@link OrderChangeDocument}. */
public final class X12OrderChangeMapping implements X12Mapping<OrderChangeDocument> {
    private static final Map<String, Action> ACTIONS = Map.of(
            "01", Action.CANCEL, "03", Action.CANCEL, "04", Action.CHANGE, "02", Action.CHANGE, "05", Action.REPLACE, "00", Action.CHANGE);
    private static final Map<String, LineAction> LINES = Map.ofEntries(
            Map.entry("AI", LineAction.ADD), Map.entry("DI", LineAction.DELETE), Map.entry("NC", LineAction.NO_CHANGE), Map.entry("OA", LineAction.ADD));
    /** 670: changes of one thing or another. */
    private static final String CHANGES = "C[A-Z]|P[CRQ]|Q[DI]|R[A-Z]|MU|TI|OC";

    @Override
    public String set() {
        return "860";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CHANGE;
    }

    @Override
    public @Nullable OrderChangeDocument read(Row set, MappingReport report) {
        String order = set.text("orderNumber");
        String number = Heads.number(set.text("number") == null ? order : set.text("number"), set, report, "BCH03");
        Action action = ACTIONS.get(String.valueOf(set.text("function")));
        if (action == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, set.position(), set.text("function"), "01, 04, 05");
        }
        Values values = Values.optional(set, report);
        List<Line> lines = lines(set, values, report);
        Heads.checkCount(set, set.rows("lines").size(), report);
        if (number == null || order == null || action == null) {
            return null;
        }
        LocalDate issued = set.date("issueDate") == null ? Heads.issueDate(set, "orderDate", report, "BCH11") : set.date("issueDate");
        return new OrderChangeDocument(
                number, issued, order, sequence(set), action, Dates.date(set, X12OrderMapping.DELIVERY), values.stated(), Names.read(set),
                Refs.read(set), null, set.text("note"), lines);
    }

    private static @Nullable Integer sequence(Row set) {
        String sequence = set.text("sequence");
        return sequence == null || !sequence.matches("\\d{1,8}") ? null : Integer.valueOf(sequence);
    }

    private static List<Line> lines(Row set, Values values, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        UsedNumbers used = new UsedNumbers();
        for (Row row : set.rows("lines")) {
            String number = Heads.ownNumber(row, "number", lines.size() + 1, used, report);
            String code = String.valueOf(row.text("action"));
            LineAction action = code.matches(CHANGES) ? LineAction.CHANGE : LINES.get(code);
            if (action == null) {
                report.add(MappingError.CODE_NOT_SUPPORTED, row.position(), code, "AI, CA, DI, NC, PC, QD, QI");
                continue;
            }
            Quantity quantity = Values.quantity(row, "quantity", "unit");
            lines.add(new Line(
                    number, action, Items.read(row, report), quantity, values.price(row, quantity),
                    values.firstAmount(row),
                    Dates.date(row, X12OrderMapping.DELIVERY), row.text("note")));
        }
        return List.copyOf(lines);
    }

    @Override
    public void write(OrderChangeDocument change, Row set, String version) {
        set.set("function", code(change.action())).set("kind", "SA").set("orderNumber", change.orderNumber());
        set.set("sequence", change.sequence() == null ? null : change.sequence().toString()).set("number", change.number());
        set.set("orderDate", change.issueDate()).set("issueDate", change.issueDate());
        Values.writeCurrency(change.currency(), set);
        Refs.write(change.references(), set);
        Dates.write(set, "002", change.requestedDelivery());
        set.set("note", change.reason() == null ? change.note() : change.note() == null ? change.reason() : change.reason() + " " + change.note());
        Names.write(change.parties(), set);
        for (Line line : change.lines()) {
            Row row = set.add("lines").set("number", line.lineNumber()).set("action", code(line.action())).set("note", line.note());
            Values.write(line.quantity(), row, "quantity", "unit");
            row.set("left", line.quantity() == null ? null : line.quantity().value());
            Values.write(line.price(), row);
            Items.write(line.item(), null, row);
            Dates.write(row, "002", line.requestedDelivery());
            if (line.amount() != null) {
                row.add("amounts").set("kind", "1").set("amount", line.amount().amount());
            }
        }
        set.set("lineCount", BigDecimal.valueOf(change.lines().size()));
    }

    private static String code(Action action) {
        return switch (action) {
            case CANCEL -> "01";
            case CHANGE -> "04";
            case REPLACE -> "05";
        };
    }

    private static String code(LineAction action) {
        return switch (action) {
            case ADD -> "AI";
            case DELETE -> "DI";
            case CHANGE -> "CA";
            case NO_CHANGE -> "NC";
        };
    }
}
