package io.tradelane.mappings.schedule;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Directory;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.DocumentType;
import org.jspecify.annotations.Nullable;

/** DELJIT and {@link DeliveryScheduleDocument}. */
public final class JustInTimeMapping implements EdifactMapping<DeliveryScheduleDocument> {
    /** The code for a new sequence moved from 1245 (created new) to 1229 (added) with D98B. */
    private static final String CREATED = "3";
    private static final String ADDED = "1";

    @Override
    public String message() {
        return "DELJIT";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DELIVERY_SCHEDULE;
    }

    @Override
    public boolean writes(DeliveryScheduleDocument document) {
        return document.kind() == Kind.JUST_IN_TIME;
    }

    @Override
    public @Nullable DeliveryScheduleDocument read(Row message, MappingReport report) {
        return ScheduleReader.read(message, Kind.JUST_IN_TIME, report);
    }

    @Override
    public void write(DeliveryScheduleDocument schedule, Row message, String directory) {
        ScheduleWriter.header(schedule, message);
        Row section = message.add("sections").set("status", Directory.BY_AGE.compare(directory, "D98B") < 0 ? CREATED : ADDED);
        for (Line line : schedule.lines()) {
            Row row = section.add("lines").set("place", line.shipTo());
            ScheduleWriter.line(line, row, directory, false);
        }
    }
}
