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
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ORDERS and {@link OrderDocument}. */
public final class OrderMapping implements EdifactMapping<OrderDocument> {
    private static final Codes<Kind> KINDS = Codes.of(Kind.values(), Kind::code);
    private static final Codes<Function> FUNCTIONS = Codes.of(Function.values(), Function::code);
    /** 6063, best first. */
    private static final String[] ORDERED = {"21", "1", "61", "192"};
    /** 5025, best first. */
    private static final String[] LINE_AMOUNT = {"203", "66", "128"};

    @Override
    public String message() {
        return "ORDERS";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public @Nullable OrderDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report, "ON");
        Function function = function(message, report);
        Amounts amounts = Amounts.of(message, report);
        List<Line> lines = lines(message, amounts, report);
        String terms = TextRows.terms(message);
        if (number == null || function == null) {
            return null;
        }
        return new OrderDocument(
                number,
                kind(message, report),
                function,
                Headers.issueDate(message, report),
                message.date("requestedDelivery"),
                amounts.currency(),
                PartyRows.read(message),
                ReferenceRows.read(message),
                terms == null ? message.text("paymentTerms") : terms,
                TextRows.note(message),
                amounts.money(message, "86", "128", "79", "77", "39"),
                lines);
    }

    private static Kind kind(Row message, MappingReport report) {
        String code = message.text("kind");
        Kind kind = KINDS.find(code);
        if (kind == null && code != null) {
            report.add(MappingError.CODE_ASSUMED, message.position(), code, Kind.STANDARD.code());
        }
        return kind == null ? Kind.STANDARD : kind;
    }

    /** What to do with the order is not to be guessed; absent, it is an original. */
    private static @Nullable Function function(Row message, MappingReport report) {
        String code = message.text("function");
        Function function = FUNCTIONS.find(code == null ? Function.ORIGINAL.code() : code);
        if (function == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, message.position(), code, FUNCTIONS.list());
        }
        return function;
    }

    private static List<Line> lines(Row message, Amounts amounts, MappingReport report) {
        List<Row> rows = message.rows("lines");
        if (rows.isEmpty()) {
            report.add(MappingError.LINES_MISSING, message.position(), null, "LIN");
        }
        Headers.checkLines(message, rows, report);
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Quantity quantity = Amounts.quantity(row, ORDERED);
            if (quantity == null && !Amounts.isStated(row, "quantities", "21")) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), row.text("number"), "QTY+21");
            }
            Item item = ItemRows.read(row, report);
            if (quantity != null && row.text("number") != null) {
                lines.add(new Line(
                        row.text("number"),
                        item,
                        quantity,
                        amounts.price(row, quantity),
                        amounts.money(row, LINE_AMOUNT),
                        row.date("requestedDelivery"),
                        TextRows.note(row),
                        ReferenceRows.read(row)));
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public void write(OrderDocument order, Row message, String directory) {
        message.set("kind", order.kind().code()).set("number", order.number()).set("function", order.function().code());
        message.set("issueDate", order.issueDate()).set("requestedDelivery", order.requestedDelivery());
        TextRows.writeNote(order.note(), message);
        TextRows.writeTerms(order.paymentTerms(), message);
        ReferenceRows.write(order.references(), message);
        PartyRows.write(order.parties(), message);
        Amounts.writeCurrency(order.currency(), message);
        for (Line line : order.lines()) {
            Row row = message.add("lines").set("number", line.lineNumber()).set("requestedDelivery", line.requestedDelivery());
            ItemRows.write(line.item(), null, row, directory);
            Amounts.write("21", line.quantity(), row);
            Amounts.write("203", line.amount(), row);
            TextRows.writeNote(line.note(), row);
            Amounts.write(line.price(), row);
            ReferenceRows.write(line.references(), row);
        }
        Amounts.write("86", order.total(), message);
        Headers.writeLineCount(order.lines().size(), message);
    }
}
