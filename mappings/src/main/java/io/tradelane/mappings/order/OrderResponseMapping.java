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
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.Line;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Reference.Kind;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ORDRSP and {@link OrderResponseDocument}. */
public final class OrderResponseMapping implements EdifactMapping<OrderResponseDocument> {
    private static final Codes<Decision> DECISIONS = Codes.of(Decision.values(), Decision::code);
    private static final Codes<LineDecision> LINE_DECISIONS = Codes.of(LineDecision.values(), LineDecision::code);

    @Override
    public String message() {
        return "ORDRSP";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }

    @Override
    public @Nullable OrderResponseDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        Decision decision = decision(message, report);
        Amounts amounts = Amounts.optional(message, report);
        List<Line> lines = lines(message, decision, amounts, report);
        String orderNumber = orderNumber(message);
        if (orderNumber == null) {
            report.add(MappingError.REFERENCE_MISSING, message.position(), null, "RFF+ON");
        }
        if (number == null || orderNumber == null || decision == null) {
            return null;
        }
        return new OrderResponseDocument(
                number,
                Headers.issueDate(message, report),
                orderNumber,
                ReferenceRows.number(message, "VN"),
                decision,
                amounts.currencyKnown() ? amounts.currency() : null,
                PartyRows.read(message),
                TextRows.note(message),
                lines);
    }

    /** In the header, or the same on the lines. */
    private static @Nullable String orderNumber(Row message) {
        String header = ReferenceRows.number(message, "ON", "CO");
        if (header != null) {
            return header;
        }
        List<String> ofLines = message.rows("lines").stream()
                .map(line -> ReferenceRows.number(line, "ON")).filter(number -> number != null).map(String::valueOf).distinct().toList();
        return ofLines.size() == 1 ? ofLines.getFirst() : null;
    }

    private static @Nullable Decision decision(Row message, MappingReport report) {
        String code = message.text("function");
        Decision decision = code == null ? null : switch (code) {
            case "9", "11" -> Decision.ACKNOWLEDGED;
            case "44" -> Decision.ACCEPTED;
            default -> DECISIONS.find(code);
        };
        if (decision == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, message.position(), code, DECISIONS.list());
        }
        return decision;
    }

    private static List<Line> lines(Row message, @Nullable Decision decision, Amounts amounts, MappingReport report) {
        List<Row> rows = message.rows("lines");
        Headers.checkLines(message, rows, report);
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            LineDecision lineDecision = lineDecision(row, decision, report);
            Quantity quantity = Amounts.quantity(row, "21", "12", "113", "1", "192");
            if (lineDecision != null && row.text("number") != null) {
                lines.add(new Line(
                        lineNumber(row),
                        lineDecision,
                        ItemRows.read(row, report),
                        quantity,
                        amounts.price(row, quantity),
                        row.date("promisedDelivery"),
                        TextRows.note(row)));
            }
        }
        return List.copyOf(lines);
    }

    /** The buyer's: a supplier with numbers of his own repeats it beside the order number. */
    private static String lineNumber(Row row) {
        Row order = ReferenceRows.find(row, "ON");
        String buyers = order == null ? null : order.text("line");
        return buyers == null ? String.valueOf(row.text("number")) : buyers;
    }

    /** Absent, a line shares the answer to the whole. */
    private static @Nullable LineDecision lineDecision(Row row, @Nullable Decision whole, MappingReport report) {
        String code = row.text("action");
        if (code == null) {
            return whole == Decision.REJECTED ? LineDecision.NOT_ACCEPTED
                    : whole == Decision.ACCEPTED_WITH_CHANGES ? LineDecision.CHANGED
                    : LineDecision.ACCEPTED;
        }
        LineDecision decision = code.equals("2") ? LineDecision.NOT_ACCEPTED
                : code.equals("4") ? LineDecision.ACCEPTED
                : LINE_DECISIONS.find(code);
        if (decision == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, row.position(), code, LINE_DECISIONS.list());
        }
        return decision;
    }

    @Override
    public void write(OrderResponseDocument response, Row message, String directory) {
        message.set("kind", "231").set("number", response.number()).set("function", response.decision().code());
        message.set("issueDate", response.issueDate());
        TextRows.writeNote(response.note(), message);
        ReferenceRows.add(message, Kind.ORDER, response.orderNumber(), null);
        ReferenceRows.add(message, Kind.SUPPLIER_ORDER, response.supplierOrderNumber(), null);
        PartyRows.write(response.parties(), message);
        Amounts.writeCurrency(response.currency(), message);
        for (Line line : response.lines()) {
            Row row = message.add("lines").set("number", line.lineNumber()).set("action", line.decision().code());
            ItemRows.write(line.item(), null, row, directory);
            Amounts.write("21", line.quantity(), row);
            row.set("promisedDelivery", line.promisedDelivery());
            TextRows.writeNote(line.reason(), row);
            Amounts.write(line.price(), row);
        }
        Headers.writeLineCount(response.lines().size(), message);
    }
}
