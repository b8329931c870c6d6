package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Units;
import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** X12 830, the forecast, and 862, the call; both {@link DeliveryScheduleDocument}. */
public final class X12ScheduleMapping implements X12Mapping<DeliveryScheduleDocument> {
    /** SHP01: received since a date. */
    private static final String CUMULATIVE = "02";

    private final String set;
    private final Kind kind;

    /** @param set 830 or 862 */
    public X12ScheduleMapping(String set) {
        this.set = set;
        this.kind = set.equals("830") ? Kind.FORECAST : Kind.JUST_IN_TIME;
    }

    @Override
    public String set() {
        return set;
    }

    @Override
    public DocumentType type() {
        return DocumentType.DELIVERY_SCHEDULE;
    }

    @Override
    public boolean fits(DeliveryScheduleDocument document, String version) {
        return document.kind() == kind;
    }

    @Override
    public @Nullable DeliveryScheduleDocument read(Row set, MappingReport report) {
        String reference = set.text("reference") == null ? set.text("release") : set.text("reference");
        String number = Heads.number(reference == null ? set.text("order") : reference, set, report, "B" + (kind == Kind.FORECAST ? "FR" : "SS") + "02");
        List<Line> lines = new ArrayList<>();
        for (Row row : set.rows("lines")) {
            lines.add(line(row, lines.size() + 1, set.text("order"), report));
        }
        Heads.needLines(lines, set, report, "LIN");
        Heads.checkCount(set, lines.size(), report);
        if (number == null) {
            return null;
        }
        return new DeliveryScheduleDocument(
                number, kind, Heads.issueDate(set, "issueDate", report, "date"), set.text("release"), null, set.date("from"), set.date("to"),
                Names.read(set), null, List.copyOf(lines));
    }

    private static Line line(Row row, int place, @Nullable String order, MappingReport report) {
        String number = Heads.lineNumber(row, "number", place, report);
        String unit = Units.rec20(row.text("unit"));
        List<Delivery> deliveries = new ArrayList<>();
        for (Row delivery : row.rows("deliveries")) {
            delivery(delivery, unit, number, deliveries, report);
        }
        Row cumulative = row.rows("received").stream().filter(shp -> CUMULATIVE.equals(shp.text("kind"))).findFirst().orElse(null);
        BigDecimal received = cumulative == null ? null : cumulative.decimal("quantity");
        String last = row.rows("received").stream().map(shp -> Refs.number(shp, "SI", "PK", "BM")).filter(n -> n != null).findFirst().orElse(null);
        String lineOrder = Items.other(row, "PO") != null ? Items.other(row, "PO") : Refs.number(row, "PO", "RE");
        return new Line(
                number, Items.read(row, report), lineOrder == null ? order : lineOrder, Items.other(row, "PL"), Refs.number(row, "DK", "LU"),
                received == null ? null : new Quantity(received, unit), cumulative == null ? null : cumulative.date("date"), last, List.copyOf(deliveries));
    }

    private static void delivery(Row row, String unit, String line, List<Delivery> deliveries, MappingReport report) {
        BigDecimal quantity = row.decimal("quantity");
        LocalDate from = row.date("from");
        if (quantity == null || from == null) {
            report.add(MappingError.QUANTITY_MISSING, row.position(), line, "FST01");
            return;
        }
        Commitment commitment = switch (String.valueOf(row.text("certainty"))) {
            case "A", "C", "Z" -> Commitment.FIRM;
            case "B" -> Commitment.MATERIAL;
            case "E" -> Commitment.PRODUCTION;
            default -> Commitment.FORECAST;
        };
        List<Row> times = row.layout().hasRows("times") ? row.rows("times") : List.of();
        for (Row time : times) {
            OffsetDateTime at = Dates.at(from, time.text("time"), null);
            BigDecimal part = time.decimal("quantity");
            deliveries.add(new Delivery(commitment, new Quantity(part == null ? quantity : part, unit), from, row.date("to"), at));
        }
        if (times.isEmpty()) {
            OffsetDateTime at = row.text("time") == null ? null : Dates.at(from, row.text("time"), null);
            deliveries.add(new Delivery(commitment, new Quantity(quantity, unit), from, row.date("to"), at));
        }
    }

    @Override
    public void write(DeliveryScheduleDocument schedule, Row set, String version) {
        LocalDate from = schedule.horizonStart() == null ? schedule.issueDate() : schedule.horizonStart();
        LocalDate to = schedule.horizonEnd() == null ? from : schedule.horizonEnd();
        set.set("purpose", "05").set("reference", schedule.number()).set("release", schedule.release()).set("issueDate", schedule.issueDate());
        set.set("scheduleKind", "DL").set("quantities", "A").set("from", from).set("to", to);
        Names.write(schedule.parties(), set);
        for (Line line : schedule.lines()) {
            write(line, set.add("lines"));
        }
        set.set("lineCount", BigDecimal.valueOf(schedule.lines().size()));
    }

    private void write(Line line, Row row) {
        row.set("number", line.lineNumber()).set("unit", unit(line));
        Items.write(line.item(), null, row);
        Items.add(row, "PO", line.orderNumber());
        Items.add(row, "PL", line.orderLineNumber());
        Refs.add(row, "DK", line.shipTo());
        for (Delivery delivery : line.deliveries()) {
            Row to = row.add("deliveries").set("quantity", delivery.quantity().value()).set("certainty", code(delivery.commitment())).set("timing", "D");
            to.set("from", delivery.from()).set("to", delivery.to());
            if (delivery.at() != null) {
                to.set("timeKind", "002").set("time", Dates.time(delivery.at()));
            }
        }
        if (line.cumulativeReceived() != null || line.lastReceipt() != null) {
            Row received = row.add("received").set("kind", line.cumulativeReceived() == null ? "01" : CUMULATIVE);
            received.set("quantity", line.cumulativeReceived() == null ? BigDecimal.ZERO : line.cumulativeReceived().value());
            received.set("dateKind", line.cumulativeSince() == null ? null : "051").set("date", line.cumulativeSince());
            Refs.add(received, "SI", line.lastReceipt());
        }
    }

    private static String unit(Line line) {
        return line.deliveries().isEmpty() ? "EA" : Units.x12(line.deliveries().getFirst().quantity().unit());
    }

    private static String code(Commitment commitment) {
        return switch (commitment) {
            case FIRM -> "C";
            case PRODUCTION -> "E";
            case MATERIAL -> "B";
            case FORECAST -> "D";
        };
    }
}
