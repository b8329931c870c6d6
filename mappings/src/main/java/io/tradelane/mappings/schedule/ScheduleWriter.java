package io.tradelane.mappings.schedule;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Quantity;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What DELFOR and DELJIT have in common when they are written. */
final class ScheduleWriter {
    /** 6063: quantity to be delivered, cumulative quantity received. */
    private static final String TO_DELIVER = "113";
    private static final String CUMULATIVE = "70";

    private ScheduleWriter() {}

    static void header(DeliveryScheduleDocument schedule, Row message) {
        message.set("kind", schedule.kind().code()).set("number", schedule.number()).set("function", "9");
        message.set("issueDate", schedule.issueDate());
        message.set("horizonStart", schedule.horizonStart()).set("horizonEnd", schedule.horizonEnd());
        TextRows.writeNote(schedule.note(), message);
        reference(message, "AAN", schedule.release());
        reference(message, "AIF", schedule.previousRelease());
        PartyRows.write(schedule.parties(), message);
    }

    private static void reference(Row owner, String kind, @Nullable String number) {
        if (number != null) {
            owner.add("references").set("kind", kind).set("number", number);
        }
    }

    /** @param below whether the status of a delivery stands above it (SCC, rows {@code schedules}), or in its own row */
    static void line(Line line, Row row, String directory, boolean below) {
        row.set("number", line.lineNumber());
        ItemRows.write(line.item(), null, row, directory);
        ReferenceRows.add(row, Reference.Kind.ORDER, line.orderNumber(), line.orderLineNumber());
        cumulative(line, row);
        Row schedule = null;
        Commitment before = null;
        for (Delivery delivery : line.deliveries()) {
            if (below && delivery.commitment() != before) {
                schedule = row.add("schedules").set("status", delivery.commitment().code());
            }
            before = delivery.commitment();
            Row at = schedule == null ? row : schedule;
            Row written = quantity(at, TO_DELIVER, delivery.quantity());
            if (!below) {
                written.set("status", delivery.commitment().code());
            }
            DeliveryDates.write(delivery, written);
        }
    }

    private static void cumulative(Line line, Row row) {
        if (line.cumulativeReceived() != null) {
            Row written = quantity(row, CUMULATIVE, line.cumulativeReceived()).set("receipt", line.lastReceipt());
            if (line.cumulativeSince() != null) {
                String day = DateTimeFormatter.BASIC_ISO_DATE.format(line.cumulativeSince());
                written.add("dates").set("kind", "51").set("text", day).set("format", "102");
            }
        }
    }

    private static Row quantity(Row at, String kind, Quantity quantity) {
        return at.add("deliveries").set("kind", kind).set("value", quantity.value()).set("unit", quantity.unit());
    }
}
