package io.tradelane.mappings.transport;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Directory;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.LabelRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.Times;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.document.TransportStatusDocument.Consignment;
import io.tradelane.trading.document.TransportStatusDocument.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** IFTSTA and {@link TransportStatusDocument}. */
public final class TransportStatusMapping implements EdifactMapping<TransportStatusDocument> {
    private static final String TRANSPORT_CATEGORY_SINCE = "D98B";
    /** 3227: location of goods. */
    private static final String PLACE = "14";
    /** 9013, which has to be there: the words beside it say why. */
    private static final String UNKNOWN = "62";
    /** 4233: mark serial shipping container code. */
    private static final String SSCC = "30";

    @Override
    public String message() {
        return "IFTSTA";
    }

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_STATUS;
    }

    @Override
    public @Nullable TransportStatusDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report);
        List<Consignment> consignments = new ArrayList<>();
        for (Row row : message.rows("consignments")) {
            String consignment = consignment(message, row);
            if (consignment == null) {
                report.add(MappingError.REFERENCE_MISSING, row.position(), null, "CNI 1004");
            } else {
                consignments.add(new Consignment(consignment, references(row), ssccs(row), row.rows("events").stream().map(TransportStatusMapping::event).toList()));
            }
        }
        return number == null ? null : new TransportStatusDocument(
                number, Headers.issueDate(message, report), PartyRows.readPlain(message), List.copyOf(consignments));
    }

    /** In CNI, else with an event, else in the header. */
    private static @Nullable String consignment(Row message, Row consignment) {
        String[] kinds = {"CU", "CN", "BM", "AAM", "AWB", "FF", "SRN", "AAS", "DQ", "AAK"};
        return consignment.text("number") != null ? consignment.text("number")
                : Stream.concat(consignment.rows("events").stream(), Stream.of(message))
                        .map(row -> ReferenceRows.number(row, kinds)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static List<Reference> references(Row consignment) {
        return consignment.rows("events").stream().flatMap(event -> ReferenceRows.readPlain(event).stream()).distinct().toList();
    }

    private static List<String> ssccs(Row consignment) {
        return consignment.rows("events").stream()
                .flatMap(event -> Stream.concat(
                        event.rows("marks").stream().filter(mark -> SSCC.equals(mark.text("instructions"))).map(mark -> mark.text("id1")),
                        event.rows("goods").stream().flatMap(goods -> LabelRows.read(goods).stream())))
                .filter(Objects::nonNull).map(String::valueOf).distinct().toList();
    }

    private static Event event(Row row) {
        String old = row.text("event");
        String code = old == null ? row.text("description") : old;
        boolean listed = row.text("list") != null || row.text("agency") != null && !StatusCodes.UNECE.equals(row.text("agency"));
        String place = row.text("place");
        String reason = row.text("reasonText") == null ? row.text("reason") : row.text("reasonText");
        String text = row.text("text");
        return new Event(
                StatusCodes.status(code == null ? "" : code, old != null || listed),
                code == null ? text == null ? "" : text : code,
                Times.read(row, "at"),
                place == null ? row.text("placeName") : place,
                reason,
                row.text("signedBy"));
    }

    @Override
    public void write(TransportStatusDocument status, Row message, String directory) {
        message.set("kind", "23").set("number", status.number()).set("function", "9").set("issueDate", status.issueDate());
        PartyRows.write(status.parties(), message);
        boolean old = Directory.BY_AGE.compare(directory, TRANSPORT_CATEGORY_SINCE) < 0;
        int item = 0;
        for (Consignment consignment : status.consignments()) {
            Row row = message.add("consignments").set("item", Integer.toString(++item)).set("number", consignment.number());
            for (Event event : consignment.events()) {
                Row written = row.add("events");
                if (written == row.rows("events").getFirst()) {
                    ReferenceRows.write(consignment.references(), written);
                    consignment.ssccs().forEach(sscc -> written.add("marks").set("instructions", SSCC).set("id1", sscc));
                }
                write(event, written, old);
            }
        }
    }

    private static void write(Event event, Row row, boolean old) {
        String code = StatusCodes.code(event.status(), event.code());
        if (old) {
            row.set("event", code);
        } else {
            row.set("description", code).set("list", StatusCodes.RECOMMENDATION_24).set("agency", StatusCodes.UNECE);
        }
        Times.write(row, "at", event.at());
        if (event.place() != null) {
            boolean code5 = event.place().matches("[A-Z]{2}[A-Z0-9]{3}");
            row.set("placeKind", PLACE).set(code5 ? "place" : "placeName", event.place());
        }
        row.set("signedBy", event.signedBy());
        if (event.reason() != null) {
            boolean coded = event.reason().matches("\\d{1,3}");
            row.set("reason", coded ? event.reason() : UNKNOWN).set("reasonText", coded ? null : event.reason());
        }
    }
}
