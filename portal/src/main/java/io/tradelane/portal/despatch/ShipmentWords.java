package io.tradelane.portal.despatch;

import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.despatch.Transport;
import io.tradelane.trading.despatch.TransportOrderView;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a shipment is spoken of, in templates {@code #shipmentWords}. */
@Component("shipmentWords")
class ShipmentWords implements Vocabulary {
    private final Formats formats;

    ShipmentWords(Formats formats) {
        this.formats = formats;
    }

    /** A day where no time of it was given, which documents have as its midnight in UTC. */
    public String planned(@Nullable OffsetDateTime at) {
        return at == null ? "–" : at.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? formats.date(at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()) : formats.time(at.toInstant());
    }

    /** Whether a carrier can be asked to move it: none has it, and it is not there yet. */
    public boolean isFree(ShipmentView shipment, @Nullable List<TransportOrderView> transports) {
        return shipment.transport() != Transport.DELIVERED && (transports == null || transports.stream().noneMatch(transport -> transport.status().isOpen()));
    }

    /** {@code 2026-11-27 08:00 – 09:00}; what ends on another day says which. */
    public String span(Instant from, Instant until) {
        String end = formats.time(until);
        String day = formats.time(from).substring(0, 10);
        return formats.time(from) + " – " + (end.startsWith(day) ? end.substring(10).strip() : end);
    }

    /** By the clock of the place where it happened: {@code 2026-11-27 08:15 +08:00}. */
    public String moment(@Nullable OffsetDateTime at) {
        return at == null ? "" : formats.date(at.toLocalDate()) + " " + "%02d:%02d".formatted(at.getHour(), at.getMinute()) + " " + at.getOffset();
    }
}
