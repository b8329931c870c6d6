package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.TransportStatusDocument.Consignment;
import io.tradelane.trading.document.TransportStatusDocument.Event;
import io.tradelane.trading.document.TransportStatusDocument.Status;
import io.tradelane.trading.document.TransportStatusDocument;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** X12 214 and {@link TransportStatusDocument}. */
public final class X12ShipmentStatusMapping implements X12Mapping<TransportStatusDocument> {
    /** 1650. */
    private static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("AF", Status.DEPARTED), Map.entry("CP", Status.COLLECTED), Map.entry("P1", Status.DEPARTED), Map.entry("X3", Status.ARRIVED),
            Map.entry("X1", Status.ARRIVED), Map.entry("X4", Status.ARRIVED), Map.entry("X6", Status.IN_TRANSIT), Map.entry("AM", Status.COLLECTED),
            Map.entry("D1", Status.DELIVERED), Map.entry("CD", Status.DEPARTED), Map.entry("OD", Status.OUT_FOR_DELIVERY), Map.entry("X5", Status.ARRIVED),
            Map.entry("A7", Status.EXCEPTION), Map.entry("AP", Status.EXCEPTION), Map.entry("SD", Status.EXCEPTION), Map.entry("S1", Status.EXCEPTION),
            Map.entry("CA", Status.EXCEPTION), Map.entry("A3", Status.RETURNED), Map.entry("K1", Status.ARRIVED), Map.entry("I1", Status.IN_TRANSIT),
            Map.entry("J1", Status.DELIVERED), Map.entry("L1", Status.COLLECTED), Map.entry("X8", Status.ARRIVED), Map.entry("R1", Status.COLLECTED));
    private static final int REASON = 2;

    @Override
    public String set() {
        return "214";
    }

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_STATUS;
    }

    @Override
    public @Nullable TransportStatusDocument read(Row set, MappingReport report) {
        String own = set.text("shipment") == null ? set.text("number") : set.text("shipment");
        String shipment = Heads.number(own, set, report, "B1002");
        List<Event> events = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Row group : set.rows("groups")) {
            labels.addAll(Labels.read(group));
            group.rows("events").forEach(row -> events.add(event(row, group.text("signedBy"))));
        }
        if (shipment == null) {
            return null;
        }
        String number = set.text("number") == null ? report.reference() : set.text("number");
        Consignment consignment = new Consignment(shipment, Refs.read(set), List.copyOf(labels), List.copyOf(events));
        return new TransportStatusDocument(number, Headers.envelopeDate(report), Names.read(set), List.of(consignment));
    }

    private static Event event(Row row, @Nullable String signedBy) {
        String code = row.text("code") == null ? row.text("appointment") : row.text("code");
        String reason = row.text("code") == null ? row.text("appointmentReason") : row.text("reason");
        String place = Stream.of(row.text("city"), row.text("state"), row.text("country")).filter(text -> text != null).map(String::valueOf)
                .collect(Collectors.joining(", "));
        String zone = "LT".equals(row.text("zone")) ? null : row.text("zone");
        OffsetDateTime at = Dates.at(row.date("date"), row.text("time"), zone);
        // NS: normal status.
        return new Event(
                STATUSES.getOrDefault(String.valueOf(code), Status.OTHER), String.valueOf(code), at, place.isEmpty() ? null : place,
                "NS".equals(reason) ? null : reason, STATUSES.get(String.valueOf(code)) == Status.DELIVERED ? signedBy : null);
    }

    @Override
    public void write(TransportStatusDocument status, Row set, String version) {
        if (status.consignments().size() != 1) {
            throw new IllegalArgumentException("a 214 tells of one consignment, not of " + status.consignments().size());
        }
        Consignment consignment = status.consignments().getFirst();
        String carrier = status.parties().stream().flatMap(party -> party.identifiers().stream()).map(id -> id.value())
                .filter(id -> id.matches("[A-Z]{2,4}")).findFirst().orElse("ZZZZ");
        set.set("number", status.number()).set("shipment", consignment.number()).set("carrier", carrier);
        Refs.write(consignment.references(), set);
        Names.write(status.parties(), set);
        Row group = set.add("groups").set("number", "1");
        Labels.write(consignment.ssccs(), group);
        consignment.events().forEach(event -> write(event, group));
    }

    private static void write(Event event, Row group) {
        String code = event.code().length() == 2 && STATUSES.get(event.code()) == event.status() ? event.code() : code(event.status());
        String reason = event.reason();
        Row row = group.add("events").set("code", code).set("reason", reason != null && reason.length() == REASON ? reason : "NS");
        if (event.at() != null) {
            OffsetDateTime utc = event.at().withOffsetSameInstant(ZoneOffset.UTC);
            row.set("date", utc.toLocalDate()).set("time", Dates.time(utc)).set("zone", "UT");
        }
        String[] place = event.place() == null ? new String[0] : event.place().split(",\\s*");
        if (place.length >= 2) {
            row.set("city", place[0]).set("state", place[1]).set("country", place.length > 2 ? place[2] : null);
        }
        if (event.signedBy() != null) {
            group.set("signedBy", event.signedBy());
        }
    }

    private static String code(Status status) {
        return switch (status) {
            case COLLECTED -> "CP";
            case DEPARTED -> "AF";
            case IN_TRANSIT -> "X6";
            case ARRIVED -> "X1";
            case OUT_FOR_DELIVERY -> "OD";
            case DELIVERED -> "D1";
            case EXCEPTION -> "SD";
            case RETURNED -> "A3";
            case OTHER -> "ZZ";
        };
    }
}
