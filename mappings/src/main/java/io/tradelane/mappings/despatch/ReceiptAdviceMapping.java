package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.mappings.shared.Times;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument.Line;
import io.tradelane.trading.document.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RECADV and {@link ReceiptAdviceDocument}. */
public final class ReceiptAdviceMapping implements EdifactMapping<ReceiptAdviceDocument> {

    @Override
    public String message() {
        return "RECADV";
    }

    @Override
    public DocumentType type() {
        return DocumentType.RECEIPT_ADVICE;
    }

    @Override
    public @Nullable ReceiptAdviceDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        List<Row> rows = message.rows("levels").stream().flatMap(level -> level.rows("lines").stream()).toList();
        if (rows.isEmpty()) {
            report.add(MappingError.LINES_MISSING, message.position(), null, "LIN");
        }
        Headers.checkCount(message, rows.size(), report);
        List<Line> lines = ReceiptLineRows.read(message, report);
        if (number == null) {
            return null;
        }
        return new ReceiptAdviceDocument(
                number,
                Headers.issueDate(message, report),
                Times.read(message, "receivedAt"),
                ReferenceRows.number(message, "ON"),
                ReferenceRows.number(message, "AAK", "AAU"),
                ReferenceRows.number(message, "DQ", "DL"),
                PartyRows.read(message),
                TextRows.note(message),
                lines);
    }

    @Override
    public void write(ReceiptAdviceDocument advice, Row message, String directory) {
        message.set("kind", "632").set("number", advice.number()).set("function", "9").set("issueDate", advice.issueDate());
        Times.write(message, "receivedAt", advice.receivedAt());
        TextRows.writeNote(advice.note(), message);
        ReferenceRows.add(message, Reference.Kind.ORDER, advice.orderNumber(), null);
        ReferenceRows.add(message, Reference.Kind.DESPATCH_ADVICE, advice.despatchAdviceNumber(), null);
        ReferenceRows.add(message, Reference.Kind.DELIVERY_NOTE, advice.deliveryNoteNumber(), null);
        PartyRows.write(advice.parties(), message);
        ReceiptLineRows.write(advice.lines(), message, directory);
        Headers.writeLineCount(advice.lines().size(), message);
    }
}
