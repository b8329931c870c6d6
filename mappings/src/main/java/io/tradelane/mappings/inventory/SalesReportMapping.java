package io.tradelane.mappings.inventory;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.document.SalesReportDocument.Line;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SLSRPT and {@link SalesReportDocument}. */
public final class SalesReportMapping implements EdifactMapping<SalesReportDocument> {
    /** 3227: place or location of sale. */
    private static final String PLACE_OF_SALE = "162";
    /** 6063, best first. */
    private static final String[] SOLD = {"153", "25", "55", "1", "21"};
    private static final String[] RETURNED = {"61", "210"};
    private static final String[] STOCK = {"17", "145", "158"};

    @Override
    public String message() {
        return "SLSRPT";
    }

    @Override
    public DocumentType type() {
        return DocumentType.SALES_REPORT;
    }

    @Override
    public @Nullable SalesReportDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        Amounts amounts = Amounts.optional(message, report);
        List<Line> lines = lines(message, amounts, report);
        if (lines.isEmpty()) {
            report.add(MappingError.LINES_MISSING, message.position(), null, "LIN");
        }
        if (number == null) {
            return null;
        }
        LocalDate issued = Headers.issueDate(message, report);
        LocalDate start = first(message, "start");
        LocalDate end = first(message, "end");
        if (start == null) {
            report.add(MappingError.PERIOD_ASSUMED, message.position(), issued.toString(), "DTM+90");
        }
        LocalDate from = start != null ? start : end != null ? end : issued;
        return new SalesReportDocument(
                number,
                issued,
                from,
                end == null ? from : end,
                amounts.currencyKnown() ? amounts.currency() : null,
                PartyRows.readPlain(message),
                lines);
    }

    /** In the header, else with the first place that has it. */
    private static @Nullable LocalDate first(Row message, String field) {
        return Stream.concat(Stream.of(message), message.rows("locations").stream())
                .map(row -> row.date(field)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static List<Line> lines(Row message, Amounts amounts, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        for (Row place : message.rows("locations")) {
            for (Row row : place.rows("lines")) {
                String number = Headers.lineNumber(row, lines.size() + 1, report);
                Item item = ItemRows.read(row, report);
                Quantity sold = Amounts.quantity(row, SOLD);
                if (sold == null) {
                    report.add(MappingError.QUANTITY_MISSING, row.position(), number, "QTY+153");
                } else {
                    LocalDate day = row.date("day");
                    lines.add(new Line(
                            number,
                            item,
                            place.text("location"),
                            day == null ? place.date("day") : day,
                            sold,
                            Amounts.quantity(row, RETURNED),
                            Amounts.quantity(row, STOCK),
                            amounts.money(row, "203", "79", "128", "66")));
                }
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public void write(SalesReportDocument sales, Row message, String directory) {
        message.set("kind", "73").set("number", sales.number()).set("function", "9").set("issueDate", sales.issueDate());
        message.set("start", sales.periodStart()).set("end", sales.periodEnd());
        PartyRows.write(sales.parties(), message);
        Amounts.writeCurrency(sales.currency(), message);
        Row place = null;
        Line before = null;
        for (Line line : sales.lines()) {
            boolean same = before != null && Objects.equals(line.location(), before.location()) && Objects.equals(line.day(), before.day());
            if (place == null || !same) {
                place = message.add("locations").set("kind", PLACE_OF_SALE).set("location", line.location()).set("day", line.day());
            }
            before = line;
            Row row = place.add("lines").set("number", line.lineNumber());
            ItemRows.write(line.item(), null, row, directory);
            Amounts.write("203", line.revenue(), row);
            Amounts.write(SOLD[0], line.sold(), row);
            Amounts.write(RETURNED[0], line.returned(), row);
            Amounts.write(STOCK[0], line.stock(), row);
        }
    }
}
