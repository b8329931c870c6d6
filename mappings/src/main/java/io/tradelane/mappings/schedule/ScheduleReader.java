package io.tradelane.mappings.schedule;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What DELFOR and DELJIT have in common when they are read; where a delivery's status stands, the resources say. */
final class ScheduleReader {
    /** 6063: received or called off in all since a day. */
    private static final Set<String> CUMULATIVE = Set.of("70", "3");
    /** 6063: what the buyer says of the past, or of the place, and not of a delivery. */
    private static final Set<String> NO_DELIVERY = Set.of("48", "71", "72", "73", "74", "78", "79", "17", "145", "194", "52", "12");
    /** 6063: received last. */
    private static final String RECEIVED = "48";

    private final MappingReport report;
    private final List<Line> lines = new ArrayList<>();

    private ScheduleReader(MappingReport report) {
        this.report = report;
    }

    static @Nullable DeliveryScheduleDocument read(Row message, Kind kind, MappingReport report) {
        String number = Headers.number(message, report);
        ScheduleReader reader = new ScheduleReader(report);
        for (Row section : message.rows("sections")) {
            String shipTo = section.layout().hasField("shipTo") ? section.text("shipTo") : null;
            section.rows("lines").forEach(line -> reader.line(line, shipTo));
        }
        if (message.layout().hasRows("lines")) {
            message.rows("lines").forEach(line -> reader.line(line, null));
        }
        if (reader.lines.isEmpty()) {
            report.add(MappingError.LINES_MISSING, message.position(), null, "LIN");
        }
        return number == null ? null : new DeliveryScheduleDocument(
                number,
                kind,
                Headers.issueDate(message, report),
                ReferenceRows.number(message, "AAN"),
                ReferenceRows.number(message, "AIF", "AIE"),
                message.date("horizonStart"),
                message.date("horizonEnd"),
                PartyRows.readPlain(message),
                TextRows.note(message),
                List.copyOf(reader.lines));
    }

    /** Deliveries to several places make a line for each. */
    private void line(Row row, @Nullable String section) {
        String place = row.layout().hasField("place") && row.text("place") != null ? row.text("place") : section;
        List<Row> places = row.layout().hasRows("places") ? row.rows("places") : List.of();
        if (places.isEmpty() || !row.rows("deliveries").isEmpty()) {
            add(row, row, place);
        }
        places.forEach(below -> add(row, below, below.text("shipTo")));
    }

    private void add(Row line, Row at, @Nullable String shipTo) {
        String number = Headers.lineNumber(line, lines.size() + 1, report);
        Item item = ItemRows.read(line, report);
        Row cumulative = at.rows("deliveries").stream().filter(row -> CUMULATIVE.contains(String.valueOf(row.text("kind")))).findFirst().orElse(null);
        Row order = ReferenceRows.find(line, "ON", "BO", "CT");
        lines.add(new Line(
                number,
                item,
                order == null ? null : order.text("number"),
                order == null ? null : order.text("line"),
                shipTo,
                cumulative == null ? null : quantity(cumulative),
                cumulative == null ? null : DeliveryDates.day(cumulative, "51"),
                lastReceipt(at),
                deliveries(number, at)));
    }

    private static @Nullable String lastReceipt(Row at) {
        return at.rows("deliveries").stream()
                .filter(row -> RECEIVED.equals(row.text("kind")) || CUMULATIVE.contains(String.valueOf(row.text("kind"))))
                .map(row -> row.text("receipt")).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private List<Delivery> deliveries(String line, Row at) {
        List<Delivery> deliveries = new ArrayList<>();
        at.rows("deliveries").forEach(row -> delivery(line, row, row.layout().hasField("status") ? row.text("status") : null, deliveries));
        if (at.layout().hasRows("schedules")) {
            for (Row schedule : at.rows("schedules")) {
                schedule.rows("deliveries").forEach(row -> delivery(line, row, schedule.text("status"), deliveries));
            }
        }
        return List.copyOf(deliveries);
    }

    private void delivery(String line, Row row, @Nullable String status, List<Delivery> deliveries) {
        String kind = String.valueOf(row.text("kind"));
        Quantity quantity = quantity(row);
        if (quantity == null || CUMULATIVE.contains(kind) || NO_DELIVERY.contains(kind)) {
            return;
        }
        DeliveryDates dates = DeliveryDates.of(row);
        if (dates == null) {
            report.add(MappingError.DATE_MISSING, row.position(), line, "DTM+2");
        } else {
            deliveries.add(new Delivery(commitment(status), quantity, dates.from(), dates.to(), dates.at()));
        }
    }

    /** What nobody calls firm or anything else is planned. */
    private static Commitment commitment(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "1", "10", "15", "22", "5", "23" -> Commitment.FIRM;
            case "2" -> Commitment.PRODUCTION;
            case "3" -> Commitment.MATERIAL;
            default -> Commitment.FORECAST;
        };
    }

    private static @Nullable Quantity quantity(Row row) {
        BigDecimal value = row.decimal("value");
        String unit = row.text("unit");
        return value == null ? null : Amounts.quantity(value, unit);
    }
}
