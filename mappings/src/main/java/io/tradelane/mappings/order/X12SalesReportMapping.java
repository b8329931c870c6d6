package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Units;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.SalesReportDocument.Line;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** X12 852 and {@link SalesReportDocument}. An 852 has no number of its own but its control number. */
public final class X12SalesReportMapping implements X12Mapping<SalesReportDocument> {
    private static final int PLACES = 10;

    @Override
    public String set() {
        return "852";
    }

    @Override
    public DocumentType type() {
        return DocumentType.SALES_REPORT;
    }

    /** Sold, returned and on hand, of one place on one day. */
    private static final class Figures {
        private @Nullable Quantity sold;
        private @Nullable Quantity returned;
        private @Nullable Quantity stock;

        void take(String activity, Quantity quantity) {
            switch (activity) {
                case "QS", "QU" -> sold = quantity;
                case "QR", "QC" -> returned = quantity;
                case "QA", "QH", "QE" -> stock = quantity;
                default -> { }
            }
        }
    }

    private record Key(@Nullable String place, @Nullable LocalDate day) {}

    @Override
    public @Nullable SalesReportDocument read(Row set, MappingReport report) {
        String number = Refs.number(set, "IX", "ZZ", "IV");
        LocalDate from = set.date("from");
        LocalDate to = set.date("to") == null ? from : set.date("to");
        List<Line> lines = new ArrayList<>();
        int place = 0;
        for (Row row : set.rows("lines")) {
            line(row, ++place, lines, report);
        }
        Heads.checkCount(set, place, report);
        if (from == null) {
            report.add(MappingError.REFERENCE_MISSING, set.position(), null, "XQ02");
            return null;
        }
        return new SalesReportDocument(
                number == null ? report.reference() : number, Headers.envelopeDate(report), from, to, null, Names.read(set),
                List.copyOf(lines));
    }

    private static void line(Row row, int place, List<Line> lines, MappingReport report) {
        String number = row.text("number") == null ? Integer.toString(place) : row.text("number");
        Item item = Items.read(row, report);
        Map<Key, Figures> figures = new LinkedHashMap<>();
        for (Row activity : row.rows("activities")) {
            String kind = String.valueOf(activity.text("kind"));
            Quantity total = Values.quantity(activity, "quantity", "unit");
            if (total != null && activity.rows("places").isEmpty()) {
                figures.computeIfAbsent(new Key(null, activity.date("date")), absent -> new Figures()).take(kind, total);
            }
            for (Row places : activity.rows("places")) {
                String unit = Units.rec20(places.text("unit"));
                for (int i = 1; i <= PLACES; i++) {
                    BigDecimal quantity = places.decimal("quantity" + i);
                    if (places.text("place" + i) != null && quantity != null) {
                        figures.computeIfAbsent(new Key(places.text("place" + i), activity.date("date")), absent -> new Figures())
                                .take(kind, new Quantity(quantity, unit));
                    }
                }
            }
        }
        figures.forEach((key, value) -> {
            Quantity other = value.stock == null ? value.returned : value.stock;
            Quantity sold = value.sold != null ? value.sold : other == null ? null : Quantity.of(0, other.unit());
            if (sold != null) {
                lines.add(new Line(number, item, key.place(), key.day(), sold, value.returned, value.stock, null));
            }
        });
    }

    @Override
    public void write(SalesReportDocument sales, Row set, String version) {
        set.set("handling", "H").set("from", sales.periodStart()).set("to", sales.periodEnd());
        set.add("references").set("kind", "IX").set("number", sales.number());
        Names.write(sales.parties(), set);
        for (Line line : sales.lines()) {
            Row row = set.add("lines").set("number", line.lineNumber());
            Items.write(line.item(), null, row);
            activity("QS", line.sold(), line, row);
            activity("QR", line.returned(), line, row);
            activity("QA", line.stock(), line, row);
        }
        set.set("lineCount", BigDecimal.valueOf(sales.lines().size()));
    }

    private static void activity(String kind, @Nullable Quantity quantity, Line line, Row row) {
        if (quantity == null) {
            return;
        }
        Row activity = row.add("activities").set("kind", kind);
        if (line.day() != null) {
            activity.set("dateKind", "090").set("date", line.day());
        }
        if (line.location() == null) {
            Values.write(quantity, activity, "quantity", "unit");
        } else {
            activity.add("places").set("unit", Units.x12(quantity.unit())).set("scheme", "92").set("place1", line.location()).set("quantity1", quantity.value());
        }
    }
}
