package io.tradelane.portal.sourcing;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A moment as a form has it: date and time by the clock of a zone. */
public final class Deadline {
    /** The zones to choose from; any other that a request has stays. */
    public static final List<String> ZONES = List.of("Asia/Shanghai", "Asia/Tokyo", "Asia/Kolkata", "Europe/Berlin", "Europe/London", "America/New_York",
            "America/Chicago", "America/Los_Angeles", "UTC");

    private Deadline() {}

    public static Optional<OffsetDateTime> read(String moment, String zone) {
        try {
            return Optional.of(LocalDateTime.parse(moment.strip()).atZone(ZoneId.of(zone.strip())).toOffsetDateTime());
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    static String write(OffsetDateTime moment) {
        return moment.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
