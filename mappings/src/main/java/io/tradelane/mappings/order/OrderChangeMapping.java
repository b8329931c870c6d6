package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.document.OrderChangeDocument.Line;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ORDCHG and {@link OrderChangeDocument}. */
public final class OrderChangeMapping implements EdifactMapping<OrderChangeDocument> {
    private static final Codes<LineAction> LINE_ACTIONS = Codes.of(LineAction.values(), LineAction::code);
    /** 4451: change information. */
    private static final String REASON = "CHG";

    @Override
    public String message() {
        return "ORDCHG";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CHANGE;
    }

    @Override
    public @Nullable OrderChangeDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        Action action = action(message, report);
        Amounts amounts = Amounts.optional(message, report);
        List<Line> lines = lines(message, amounts, report);
        String orderNumber = ReferenceRows.number(message, "ON", "CO");
        if (orderNumber == null) {
            report.add(MappingError.REFERENCE_MISSING, message.position(), null, "RFF+ON");
        }
        if (number == null || orderNumber == null || action == null) {
            return null;
        }
        return new OrderChangeDocument(
                number,
                Headers.issueDate(message, report),
                orderNumber,
                sequence(message),
                action,
                message.date("requestedDelivery"),
                amounts.currencyKnown() ? amounts.currency() : null,
                PartyRows.read(message),
                ReferenceRows.read(message).stream().filter(OrderChangeMapping::isFurther).toList(),
                TextRows.of(message, REASON),
                TextRows.of(message, TextRows.NOTE),
                lines);
    }

    private static boolean isFurther(Reference reference) {
        return reference.kind() != Reference.Kind.ORDER && reference.kind() != Reference.Kind.ORDER_CHANGE;
    }

    /** RFF+PP, where it is a count. */
    private static @Nullable Integer sequence(Row message) {
        String number = ReferenceRows.number(message, Reference.Kind.ORDER_CHANGE.code());
        return number != null && number.matches("\\d{1,6}") ? Integer.valueOf(number) : null;
    }

    /** Whether an order is withdrawn is not to be guessed. */
    private static @Nullable Action action(Row message, MappingReport report) {
        String code = message.text("function");
        if (code == null) {
            report.add(MappingError.CODE_ASSUMED, message.position(), "", Action.CHANGE.code());
            return Action.CHANGE;
        }
        return switch (code) {
            case "1", "17", "3", "40", "50" -> Action.CANCEL;
            case "5", "18", "20", "21" -> Action.REPLACE;
            case "2", "4", "9", "33", "36" -> Action.CHANGE;
            default -> {
                report.add(MappingError.CODE_NOT_SUPPORTED, message.position(), code, "1, 4, 5");
                yield null;
            }
        };
    }

    private static List<Line> lines(Row message, Amounts amounts, MappingReport report) {
        List<Row> rows = message.rows("lines");
        Headers.checkLines(message, rows, report);
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            LineAction action = lineAction(row, report);
            Quantity quantity = Amounts.quantity(row, "21", "1", "61", "192", "113");
            Item item = ItemRows.read(row, report);
            if (action == LineAction.ADD && quantity == null) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), row.text("number"), "QTY+21");
            }
            if (action != null && row.text("number") != null) {
                lines.add(new Line(
                        row.text("number"),
                        action,
                        item,
                        quantity,
                        amounts.price(row, quantity),
                        amounts.money(row, "203", "66", "128"),
                        row.date("requestedDelivery"),
                        TextRows.note(row)));
            }
        }
        return List.copyOf(lines);
    }

    /** A line without an action is one that changes. */
    private static @Nullable LineAction lineAction(Row row, MappingReport report) {
        String code = row.text("action");
        LineAction action = code == null ? LineAction.CHANGE : switch (code) {
            case "37", "21" -> LineAction.DELETE;
            case "38", "9", "23", "111", "112" -> LineAction.CHANGE;
            case "39" -> LineAction.ADD;
            case "5", "11" -> LineAction.NO_CHANGE;
            default -> LINE_ACTIONS.find(code);
        };
        if (action == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, row.position(), code, LINE_ACTIONS.list());
        }
        return action;
    }

    @Override
    public void write(OrderChangeDocument change, Row message, String directory) {
        message.set("kind", "230").set("number", change.number()).set("function", change.action().code());
        message.set("issueDate", change.issueDate()).set("requestedDelivery", change.requestedDelivery());
        TextRows.write(REASON, change.reason(), message);
        TextRows.writeNote(change.note(), message);
        ReferenceRows.add(message, Reference.Kind.ORDER, change.orderNumber(), null);
        String sequence = change.sequence() == null ? null : change.sequence().toString();
        ReferenceRows.add(message, Reference.Kind.ORDER_CHANGE, sequence, null);
        ReferenceRows.write(change.references(), message);
        PartyRows.write(change.parties(), message);
        Amounts.writeCurrency(change.currency(), message);
        for (Line line : change.lines()) {
            Row row = message.add("lines").set("number", line.lineNumber()).set("action", line.action().code());
            row.set("requestedDelivery", line.requestedDelivery());
            ItemRows.write(line.item(), null, row, directory);
            Amounts.write("21", line.quantity(), row);
            Amounts.write("203", line.amount(), row);
            TextRows.writeNote(line.note(), row);
            Amounts.write(line.price(), row);
        }
        Headers.writeLineCount(change.lines().size(), message);
    }
}
