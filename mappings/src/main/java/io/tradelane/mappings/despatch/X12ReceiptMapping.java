package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.ReceiptAdviceDocument.Discrepancy;
import io.tradelane.trading.document.ReceiptAdviceDocument.DiscrepancyKind;
import io.tradelane.trading.document.ReceiptAdviceDocument.Line;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** X12 861 and {@link ReceiptAdviceDocument}. */
public final class X12ReceiptMapping implements X12Mapping<ReceiptAdviceDocument> {
    private static final int QUESTIONS = 5;
    /** 412. */
    private static final Map<String, DiscrepancyKind> KINDS = Map.of(
            "01", DiscrepancyKind.DAMAGED, "02", DiscrepancyKind.SHORT, "03", DiscrepancyKind.OVER, "07", DiscrepancyKind.OTHER, "08", DiscrepancyKind.OTHER);

    @Override
    public String set() {
        return "861";
    }

    @Override
    public DocumentType type() {
        return DocumentType.RECEIPT_ADVICE;
    }

    @Override
    public @Nullable ReceiptAdviceDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "BRA01");
        List<Line> lines = new ArrayList<>();
        for (Row row : set.rows("lines")) {
            Line line = line(row, lines.size() + 1, report);
            if (line != null) {
                lines.add(line);
            }
        }
        Heads.checkCount(set, set.rows("lines").size(), report);
        if (number == null) {
            return null;
        }
        String order = set.rows("orders").stream().map(row -> row.text("number")).filter(n -> n != null).findFirst().orElse(null);
        return new ReceiptAdviceDocument(
                number, Heads.issueDate(set, "issueDate", report, "BRA02"), Dates.instant(set, "050", "035"),
                order == null ? Refs.number(set, "PO") : order, Refs.number(set, "SI", "MA", "BM"), Refs.number(set, "PK", "DJ"), Names.read(set), null,
                List.copyOf(lines));
    }

    private static @Nullable Line line(Row row, int place, MappingReport report) {
        String number = row.text("number") != null ? row.text("number") : Heads.lineNumber(row, "itemNumber", place, report);
        Quantity returned = Values.quantity(row, "returned", "returnedUnit");
        Quantity received = Values.quantity(row, "received", "unit");
        Quantity questioned = Values.quantity(row, "question1", "questionUnit1");
        if (received == null && returned == null && questioned == null) {
            report.add(MappingError.QUANTITY_MISSING, row.position(), number, "RCD02");
            return null;
        }
        List<Discrepancy> discrepancies = new ArrayList<>();
        if (returned != null) {
            discrepancies.add(new Discrepancy(DiscrepancyKind.RETURNED, returned, null));
        }
        for (int i = 1; i <= QUESTIONS; i++) {
            Quantity question = Values.quantity(row, "question" + i, "questionUnit" + i);
            if (question != null) {
                String code = row.text("condition" + i);
                DiscrepancyKind kind = KINDS.getOrDefault(String.valueOf(code), DiscrepancyKind.OTHER);
                discrepancies.add(new Discrepancy(kind, question, kind == DiscrepancyKind.OTHER ? code : null));
            }
        }
        String sscc = row.rows("marks").stream().filter(m -> "GM".equals(m.text("kind"))).map(m -> m.text("mark")).filter(mark -> mark != null).findFirst().orElse(null);
        Quantity all = received != null ? received : Quantity.of(0, (returned == null ? questioned : returned).unit());
        return new Line(
                number, row.text("order"), row.text("orderLine"), sscc, Items.read(row, report), all, null,
                Values.quantity(row, "shipped", "shippedUnit"), Items.other(row, "LT"), List.copyOf(discrepancies));
    }

    @Override
    public void write(ReceiptAdviceDocument receipt, Row set, String version) {
        set.set("number", receipt.number()).set("issueDate", receipt.issueDate()).set("purpose", "00").set("kind", "1");
        Refs.add(set, "PO", receipt.orderNumber());
        Refs.add(set, "SI", receipt.despatchAdviceNumber());
        Refs.add(set, "PK", receipt.deliveryNoteNumber());
        if (receipt.receivedAt() == null) {
            Dates.write(set, "050", receipt.issueDate());
        } else {
            Dates.write(set, "050", receipt.receivedAt());
        }
        Names.write(receipt.parties(), set);
        receipt.lines().forEach(line -> write(line, set.add("lines")));
        set.set("lineCount", BigDecimal.valueOf(receipt.lines().size()));
    }

    private static void write(Line line, Row row) {
        row.set("number", line.lineNumber());
        Values.write(line.received(), row, "received", "unit");
        int question = 0;
        for (Discrepancy discrepancy : line.discrepancies()) {
            if (discrepancy.kind() == DiscrepancyKind.RETURNED) {
                Values.write(discrepancy.quantity(), row, "returned", "returnedUnit");
            } else if (++question <= QUESTIONS) {
                Values.write(discrepancy.quantity(), row, "question" + question, "questionUnit" + question);
                row.set("condition" + question, code(discrepancy));
            }
        }
        Values.write(line.despatched(), row, "shipped", "shippedUnit");
        Items.write(line.item(), line.batch(), row);
        if (line.orderNumber() != null) {
            row.set("order", line.orderNumber()).set("orderLine", line.orderLineNumber());
        }
        if (line.sscc() != null) {
            row.add("marks").set("kind", "GM").set("mark", line.sscc());
        }
    }

    private static String code(Discrepancy discrepancy) {
        String reason = discrepancy.reason();
        return switch (discrepancy.kind()) {
            case DAMAGED -> "01";
            case SHORT -> "02";
            case OVER -> "03";
            default -> reason != null && reason.length() == 2 ? reason : "08";
        };
    }
}
