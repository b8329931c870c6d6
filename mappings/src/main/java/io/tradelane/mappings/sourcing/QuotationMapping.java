package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.LeadTimes;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.QuotationDocument.Line;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** QUOTES and {@link QuotationDocument}. */
public final class QuotationMapping implements EdifactMapping<QuotationDocument> {
    /** 6063: least that can be ordered. */
    private static final String MINIMUM = "53";
    private static final int VERSIONS = 10_000;

    @Override
    public String message() {
        return "QUOTES";
    }

    @Override
    public DocumentType type() {
        return DocumentType.QUOTATION;
    }

    @Override
    public @Nullable QuotationDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        Amounts amounts = Amounts.of(message, report);
        List<Line> lines = lines(message, amounts, report);
        String terms = TextRows.terms(message);
        BigDecimal version = message.decimal("version");
        return number == null ? null : new QuotationDocument(
                number,
                Headers.issueDate(message, report),
                ReferenceRows.number(message, "AHU"),
                version == null || version.abs().intValue() > VERSIONS ? null : Integer.valueOf(version.intValue()),
                message.date("validFrom"),
                message.date("validTo"),
                amounts.currency(),
                PartyRows.read(message),
                ReferenceRows.read(message).stream().filter(reference -> reference.kind() != Reference.Kind.REQUEST_FOR_QUOTATION).toList(),
                terms == null ? message.text("paymentTerms") : terms,
                TextRows.note(message),
                amounts.money(message, "86", "128", "79", "77", "39"),
                lines);
    }

    private static List<Line> lines(Row message, Amounts amounts, MappingReport report) {
        List<Row> rows = message.rows("lines");
        Headers.checkLines(message, rows, report);
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Quantity quantity = Amounts.quantity(row, "21", "1", "99", "61", "47");
            Item item = ItemRows.read(row, report);
            if (quantity == null && row.text("number") != null) {
                report.add(MappingError.QUANTITY_ASSUMED, row.position(), row.text("number"), "QTY+21");
                quantity = Quantity.of(1, "PCE");
            }
            if (quantity != null) {
                Row request = ReferenceRows.find(row, "AHU", "LI");
                lines.add(new Line(
                        Headers.lineNumber(row, lines.size() + 1, report),
                        request == null ? null : request.text("line") == null ? request.text("number") : request.text("line"),
                        item,
                        quantity,
                        amounts.price(row, quantity),
                        amounts.money(row, "203", "66", "128"),
                        Amounts.quantity(row, MINIMUM),
                        row.date("promisedDelivery"),
                        LeadTimes.read(row),
                        TextRows.note(row)));
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public void write(QuotationDocument quotation, Row message, String directory) {
        message.set("kind", "310").set("number", quotation.number()).set("function", "9").set("issueDate", quotation.issueDate());
        message.set("version", quotation.version() == null ? null : BigDecimal.valueOf(quotation.version()));
        message.set("validFrom", quotation.validFrom()).set("validTo", quotation.validTo());
        TextRows.writeNote(quotation.note(), message);
        TextRows.writeTerms(quotation.paymentTerms(), message);
        ReferenceRows.add(message, Reference.Kind.REQUEST_FOR_QUOTATION, quotation.requestNumber(), null);
        ReferenceRows.write(quotation.references(), message);
        PartyRows.write(quotation.parties(), message);
        Amounts.writeCurrency(quotation.currency(), message);
        for (Line line : quotation.lines()) {
            Row row = message.add("lines").set("number", line.lineNumber()).set("promisedDelivery", line.promisedDelivery());
            ItemRows.write(line.item(), null, row, directory);
            Amounts.write("21", line.quantity(), row);
            Amounts.write(MINIMUM, line.minimumOrder(), row);
            LeadTimes.write(line.leadTimeDays(), row);
            Amounts.write("203", line.amount(), row);
            Amounts.write(line.price(), row);
            TextRows.writeNote(line.note(), row);
            if (line.requestLineNumber() != null) {
                row.add("references").set("kind", "LI").set("number", line.requestLineNumber());
            }
        }
        Amounts.write("86", quotation.total(), message);
        Headers.writeLineCount(quotation.lines().size(), message);
    }
}
