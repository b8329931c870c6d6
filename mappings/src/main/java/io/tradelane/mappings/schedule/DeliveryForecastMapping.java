package io.tradelane.mappings.schedule;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Directory;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.CheckDigit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * DELFOR and {@link DeliveryScheduleDocument}. Before D96B the message is another one: lines stand below the party they go
 * to, and the status of a delivery below its quantity.
 */
public final class DeliveryForecastMapping implements EdifactMapping<DeliveryScheduleDocument> {

    @Override
    public String message() {
        return "DELFOR";
    }

    @Override
    public DocumentType type() {
        return DocumentType.DELIVERY_SCHEDULE;
    }

    @Override
    public boolean writes(DeliveryScheduleDocument document) {
        return document.kind() == Kind.FORECAST;
    }

    @Override
    public @Nullable DeliveryScheduleDocument read(Row message, MappingReport report) {
        boolean justInTime = Kind.JUST_IN_TIME.code().equals(message.text("kind"));
        return ScheduleReader.read(message, justInTime ? Kind.JUST_IN_TIME : Kind.FORECAST, report);
    }

    @Override
    public void write(DeliveryScheduleDocument schedule, Row message, String directory) {
        ScheduleWriter.header(schedule, message);
        boolean old = Directory.BY_AGE.compare(directory, "D96B") < 0;
        Row section = null;
        Line before = null;
        for (Line line : schedule.lines()) {
            if (section == null || !Objects.equals(line.shipTo(), before.shipTo())) {
                section = message.add("sections");
                if (old || line.shipTo() != null) {
                    section.set("role", PartyRole.SHIP_TO.code()).set("shipTo", line.shipTo());
                    section.set("agency", line.shipTo() != null && CheckDigit.isGln(line.shipTo()) ? "9" : null);
                }
            }
            before = line;
            ScheduleWriter.line(line, section.add("lines"), directory, !old);
        }
    }
}
