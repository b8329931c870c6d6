package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument.Discrepancy;
import io.tradelane.trading.document.ReceiptAdviceDocument.DiscrepancyKind;
import io.tradelane.trading.document.ReceiptAdviceDocument.Line;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UBL ReceiptAdvice and {@link ReceiptAdviceDocument}. */
public final class UblReceiptAdviceMapping implements UblMapping<ReceiptAdviceDocument> {
    private static final Codes<DiscrepancyKind> KINDS = Codes.of(DiscrepancyKind.values(), DiscrepancyKind::code);

    @Override
    public String name() {
        return "ubl-receipt-advice";
    }

    @Override
    public DocumentType type() {
        return DocumentType.RECEIPT_ADVICE;
    }

    @Override
    public @Nullable ReceiptAdviceDocument read(Row row, MappingReport report) {
        if (row.text("number") == null || row.date("issueDate") == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        UblValues.checkLines(row.rows("lines"), report);
        for (Row line : row.rows("lines")) {
            Quantity received = UblValues.quantity(line, "received");
            if (received == null) {
                // Peppol lets a receipt say of a whole delivery that it came, or did not, without counting
                report.add(MappingError.LINE_LEFT_OUT, line, "received", line.text("number"), "ReceivedQuantity");
            } else if (line.text("number") != null) {
                lines.add(line(line, received, report));
            }
        }
        return new ReceiptAdviceDocument(
                row.text("number"), row.date("issueDate"), UblValues.moment(row, "receivedDate", "receivedTime"), row.text("orderNumber"),
                row.text("despatchAdvice"), row.text("deliveryNote"), UblDespatchParties.read(row), row.text("note"), List.copyOf(lines));
    }

    private static Line line(Row line, Quantity received, MappingReport report) {
        Quantity rejected = UblValues.quantity(line, "rejected");
        Quantity accepted = rejected == null || !rejected.unit().equals(received.unit()) ? null : received.minus(rejected);
        return new Line(
                line.text("number"), line.text("orderNumber"), line.text("orderLine"), line.text("sscc"), UblValues.item(line, report),
                received, accepted, UblValues.quantity(line, "despatched"), line.text("batch"), discrepancies(line, rejected));
    }

    private static List<Discrepancy> discrepancies(Row line, @Nullable Quantity rejected) {
        List<Discrepancy> discrepancies = new ArrayList<>();
        Quantity shortage = UblValues.quantity(line, "short");
        Quantity over = UblValues.quantity(line, "over");
        if (shortage != null && !shortage.isZero()) {
            discrepancies.add(new Discrepancy(DiscrepancyKind.SHORT, shortage, null));
        }
        if (rejected != null && !rejected.isZero()) {
            DiscrepancyKind kind = KINDS.find(line.text("rejectCode"));
            String reason = line.text("rejectReason") != null ? line.text("rejectReason") : kind == null ? line.text("rejectCode") : null;
            discrepancies.add(new Discrepancy(kind == null ? DiscrepancyKind.OTHER : kind, rejected, reason));
        }
        if (over != null && !over.isZero()) {
            discrepancies.add(new Discrepancy(DiscrepancyKind.OVER, over, null));
        }
        return List.copyOf(discrepancies);
    }

    @Override
    public void write(ReceiptAdviceDocument advice, Row row, boolean peppol) {
        row.set("number", advice.number()).set("issueDate", advice.issueDate()).set("orderNumber", advice.orderNumber());
        row.set("despatchAdvice", advice.despatchAdviceNumber()).set("deliveryNote", advice.deliveryNoteNumber()).set("note", advice.note());
        UblDespatchParties.write(advice, row, peppol);
        if (advice.receivedAt() != null) {
            row.set("shipment", "NA");
            UblValues.moment(row, "receivedDate", "receivedTime", advice.receivedAt());
        }
        for (Line line : advice.lines()) {
            write(line, row.add("lines"));
        }
    }

    private static void write(Line line, Row row) {
        row.set("number", line.lineNumber()).set("orderNumber", line.orderNumber()).set("orderLine", line.orderLineNumber());
        row.set("batch", line.batch());
        UblValues.item(row, line.item());
        UblValues.quantity(row, "received", line.received());
        if (line.sscc() != null || line.despatched() != null) {
            row.set("shipment", "NA").set("sscc", line.sscc());
            UblValues.quantity(row, "despatched", line.despatched());
        }
        for (Discrepancy discrepancy : line.discrepancies()) {
            switch (discrepancy.kind()) {
                case SHORT -> UblValues.quantity(row, "short", discrepancy.quantity());
                case OVER -> UblValues.quantity(row, "over", discrepancy.quantity());
                case DAMAGED, RETURNED, DESTROYED, OTHER -> {
                    UblValues.quantity(row, "rejected", discrepancy.quantity());
                    row.set("rejectCode", discrepancy.kind().code()).set("rejectReason", discrepancy.reason());
                }
            }
        }
    }
}
