package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SalesReportDocument.Line;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** X12 867 and {@link SalesReportDocument}. */
public final class X12ResaleMapping implements X12Mapping<SalesReportDocument> {

    @Override
    public String set() {
        return "867";
    }

    @Override
    public DocumentType type() {
        return DocumentType.SALES_REPORT;
    }

    /** An 852 says the same and is the usual one; money only an 867 has. */
    @Override
    public boolean fits(SalesReportDocument document, String version) {
        return document.lines().stream().anyMatch(line -> line.revenue() != null);
    }

    @Override
    public @Nullable SalesReportDocument read(Row set, MappingReport report) {
        String number = set.text("number") == null ? report.reference() : set.text("number");
        LocalDate issued = Heads.issueDate(set, "issueDate", report, "BPT03");
        Values values = Values.optional(set, report);
        List<Line> lines = new ArrayList<>();
        int place = 0;
        for (Row transfer : set.rows("transfers")) {
            boolean back = "RV".equals(transfer.text("movement")) || "RT".equals(transfer.text("movement"));
            String location = transfer.rows("parties").stream().map(p -> p.text("id")).filter(id -> id != null).findFirst().orElse(null);
            LocalDate day = Dates.date(transfer, "090", "003", "011", "007");
            for (Row row : transfer.rows("lines")) {
                line(row, ++place, back, location, day, values, lines, report);
            }
        }
        LocalDate from = Dates.date(set, "090", "193", "007", "434");
        LocalDate to = Dates.date(set, "091", "194", "036");
        return new SalesReportDocument(
                number, issued, from == null ? issued : from, to == null ? from == null ? issued : from : to, values.stated(), Names.read(set),
                List.copyOf(lines));
    }

    private static void line(
            Row row, int place, boolean back, @Nullable String location, @Nullable LocalDate day, Values values, List<Line> lines, MappingReport report) {
        String number = row.text("number") == null ? Integer.toString(place) : row.text("number");
        Quantity quantity = Values.quantity(row, "quantity", "unit");
        if (quantity == null) {
            report.add(MappingError.QUANTITY_MISSING, row.position(), number, "QTY02");
            return;
        }
        boolean returned = back || "76".equals(row.text("kind"));
        Money revenue = values.firstAmount(row);
        lines.add(new Line(
                number, Items.read(row, report), location, day, returned ? Quantity.of(0, quantity.unit()) : quantity, returned ? quantity : null, null, revenue));
    }

    @Override
    public void write(SalesReportDocument sales, Row set, String version) {
        set.set("purpose", "00").set("number", sales.number()).set("issueDate", sales.issueDate()).set("kind", "02");
        if (sales.currency() != null) {
            set.set("currencyOf", "SE").set("currency", sales.currency());
        }
        Dates.write(set, "090", sales.periodStart());
        Dates.write(set, "091", sales.periodEnd());
        Names.write(sales.parties(), set);
        for (Line line : sales.lines()) {
            boolean returned = line.returned() != null && line.sold().isZero();
            Row transfer = set.add("transfers").set("movement", returned ? "RV" : "SS");
            Dates.write(transfer, "090", line.day());
            if (line.location() != null) {
                transfer.add("parties").set("role", "ST").set("scheme", "92").set("id", line.location());
            }
            Row row = transfer.add("lines").set("kind", returned ? "76" : "32").set("number", line.lineNumber());
            Values.write(returned ? line.returned() : line.sold(), row, "quantity", "unit");
            Items.write(line.item(), null, row);
            if (line.revenue() != null) {
                row.add("amounts").set("kind", "1").set("amount", line.revenue().amount());
            }
        }
        set.set("lineCount", BigDecimal.valueOf(sales.lines().size()));
    }
}
