package io.tradelane.portal.despatch;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a shipment is spoken of, in templates {@code #shipmentWords}. */
@Component("shipmentWords")
class ShipmentWords implements Vocabulary {
    private final Formats formats;

    ShipmentWords(Formats formats) {
        this.formats = formats;
    }

    /** By the clock of the place where it happened: {@code 2026-11-27 08:15 +08:00}. */
    public String moment(@Nullable OffsetDateTime at) {
        return at == null ? "" : formats.date(at.toLocalDate()) + " " + "%02d:%02d".formatted(at.getHour(), at.getMinute()) + " " + at.getOffset();
    }
}
