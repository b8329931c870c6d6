package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.LabelRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.ReceiptAdviceDocument.Discrepancy;
import io.tradelane.trading.document.ReceiptAdviceDocument.DiscrepancyKind;
import io.tradelane.trading.document.ReceiptAdviceDocument.Line;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of a receipt: LIN groups below the levels of packing (CPS), with the label of their package. */
final class ReceiptLineRows {
    private static final Codes<DiscrepancyKind> KINDS = Codes.of(DiscrepancyKind.values(), DiscrepancyKind::code);

    private ReceiptLineRows() {}

    static List<Line> read(Row message, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        for (Row level : message.rows("levels")) {
            String sscc = level.rows("packs").stream().flatMap(pack -> LabelRows.read(pack).stream()).findFirst().orElse(null);
            for (Row row : level.rows("lines")) {
                String number = Headers.lineNumber(row, lines.size() + 1, report);
                Quantity accepted = Amounts.quantity(row, "194");
                Quantity received = Amounts.quantity(row, "48", "194", "46", "21", "12");
                Item item = ItemRows.read(row, report);
                if (received == null) {
                    report.add(MappingError.QUANTITY_MISSING, row.position(), number, "QTY+48");
                } else {
                    Row order = ReferenceRows.find(row, "ON");
                    String batch = ItemRows.batch(row);
                    lines.add(new Line(
                            number,
                            order == null ? null : order.text("number"),
                            order == null ? ReferenceRows.number(row, "LI") : order.text("line"),
                            sscc,
                            item,
                            received,
                            accepted,
                            Amounts.quantity(row, "12"),
                            batch == null ? row.text("batch") : batch,
                            discrepancies(row, received)));
                }
            }
        }
        return List.copyOf(lines);
    }

    /** QTY says how much, QVR why; QVR alone says both. */
    private static List<Discrepancy> discrepancies(Row line, Quantity received) {
        List<Discrepancy> discrepancies = new ArrayList<>();
        List<Row> explained = new ArrayList<>();
        for (Row row : line.rows("quantities")) {
            DiscrepancyKind kind = KINDS.find(row.text("kind"));
            BigDecimal value = row.decimal("value");
            if (kind != null && value != null) {
                Row variance = variance(line, kind);
                if (variance != null) {
                    explained.add(variance);
                }
                String unit = row.text("unit");
                discrepancies.add(new Discrepancy(kind, new Quantity(value, unit == null ? received.unit() : unit), reason(variance)));
            }
        }
        for (Row row : line.rows("variances")) {
            BigDecimal value = row.decimal("value");
            if (value != null && value.signum() != 0 && !explained.contains(row)) {
                discrepancies.add(new Discrepancy(kind(row, value), new Quantity(value.abs(), received.unit()), reason(row)));
            }
        }
        return List.copyOf(discrepancies);
    }

    private static @Nullable Row variance(Row line, DiscrepancyKind kind) {
        return line.rows("variances").stream().filter(row -> kind.code().equals(row.text("kind"))).findFirst().orElse(null);
    }

    /** Without a qualifier of ours, the sign tells. */
    private static DiscrepancyKind kind(Row variance, BigDecimal value) {
        DiscrepancyKind kind = KINDS.find(variance.text("kind"));
        return kind != null ? kind : value.signum() < 0 ? DiscrepancyKind.SHORT : DiscrepancyKind.OVER;
    }

    private static @Nullable String reason(@Nullable Row variance) {
        if (variance == null) {
            return null;
        }
        String reason = variance.text("reason");
        return reason == null ? variance.text("code") : reason;
    }

    /** One level for each package; lines of the same package stand together. */
    static void write(List<Line> lines, Row message, String directory) {
        Row level = null;
        Line before = null;
        int levels = 0;
        for (Line line : lines) {
            if (level == null || !Objects.equals(line.sscc(), before.sscc())) {
                level = message.add("levels").set("id", Integer.toString(++levels));
                if (line.sscc() != null) {
                    LabelRows.write(line.sscc(), level.add("packs").set("count", BigDecimal.ONE), directory);
                }
            }
            before = line;
            write(line, level.add("lines"), directory);
        }
    }

    private static void write(Line line, Row row, String directory) {
        row.set("number", line.lineNumber());
        ItemRows.write(line.item(), line.batch(), row, directory);
        Amounts.write("48", line.received(), row);
        Amounts.write("194", line.accepted(), row);
        Amounts.write("12", line.despatched(), row);
        for (Discrepancy discrepancy : line.discrepancies()) {
            Amounts.write(discrepancy.kind().code(), discrepancy.quantity(), row);
            if (discrepancy.reason() != null) {
                row.add("variances").set("value", discrepancy.quantity().value()).set("kind", discrepancy.kind().code())
                        .set("reason", discrepancy.reason());
            }
        }
        if (line.orderNumber() != null) {
            ReferenceRows.add(row, Reference.Kind.ORDER, line.orderNumber(), line.orderLineNumber());
        } else if (line.orderLineNumber() != null) {
            row.add("references").set("kind", "LI").set("number", line.orderLineNumber());
        }
    }
}
