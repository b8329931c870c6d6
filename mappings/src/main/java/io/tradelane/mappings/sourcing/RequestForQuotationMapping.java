package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.mappings.shared.Times;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.document.RequestForQuotationDocument.Line;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REQOTE and {@link RequestForQuotationDocument}. */
public final class RequestForQuotationMapping implements EdifactMapping<RequestForQuotationDocument> {

    @Override
    public String message() {
        return "REQOTE";
    }

    @Override
    public DocumentType type() {
        return DocumentType.REQUEST_FOR_QUOTATION;
    }

    @Override
    public @Nullable RequestForQuotationDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        Amounts amounts = Amounts.optional(message, report);
        List<Row> rows = message.rows("lines");
        Headers.checkLines(message, rows, report);
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Quantity quantity = Amounts.quantity(row, "21", "1", "99", "61");
            Item item = ItemRows.read(row, report);
            if (quantity == null) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), row.text("number"), "QTY+21");
            } else if (row.text("number") != null) {
                lines.add(new Line(
                        row.text("number"), item, quantity, amounts.price(row, quantity), row.date("requestedDelivery"), TextRows.note(row)));
            }
        }
        String terms = TextRows.terms(message);
        return number == null ? null : new RequestForQuotationDocument(
                number,
                Headers.issueDate(message, report),
                Times.read(message, "answerUntil"),
                message.date("requestedDelivery"),
                amounts.currencyKnown() ? amounts.currency() : null,
                PartyRows.read(message),
                ReferenceRows.read(message),
                terms == null ? message.text("paymentTerms") : terms,
                TextRows.note(message),
                List.copyOf(lines));
    }

    @Override
    public void write(RequestForQuotationDocument request, Row message, String directory) {
        message.set("kind", "311").set("number", request.number()).set("function", "9").set("issueDate", request.issueDate());
        Times.write(message, "answerUntil", request.answerUntil());
        message.set("requestedDelivery", request.requestedDelivery());
        TextRows.writeNote(request.note(), message);
        TextRows.writeTerms(request.paymentTerms(), message);
        ReferenceRows.write(request.references(), message);
        PartyRows.write(request.parties(), message);
        Amounts.writeCurrency(request.currency(), message);
        for (Line line : request.lines()) {
            Row row = message.add("lines").set("number", line.lineNumber()).set("requestedDelivery", line.requestedDelivery());
            ItemRows.write(line.item(), null, row, directory);
            Amounts.write("21", line.quantity(), row);
            Amounts.write(line.targetPrice(), row);
            TextRows.writeNote(line.note(), row);
        }
        Headers.writeLineCount(request.lines().size(), message);
    }
}
