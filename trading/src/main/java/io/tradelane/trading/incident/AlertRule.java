package io.tradelane.trading.incident;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when.
 *
 * @param organisation about whose exchange; null: about all, for the operator
 * @param cause of incidents; null: any
 * @param threshold from which figure on
 * @param windowMinutes how far back incidents count, or how far ahead certificates are looked at
 * @param channel over which it goes: a mail channel, whose server is used, or a webhook
 * @param mailTo addresses, separated by commas; for a mail channel
 * @param locale {@code en} or {@code zh-CN}
 * @param quietFrom when nobody wants to be told, by the clock of {@code zone}; null: never
 */
public record AlertRule(
        UUID id, @Nullable UUID organisation, String name, Watch watch, @Nullable String cause, int threshold, int windowMinutes, UUID channel,
        @Nullable String mailTo, String locale, @Nullable LocalTime quietFrom, @Nullable LocalTime quietTo, ZoneId zone, boolean enabled, int version) {

    /** What is counted. */
    public enum Watch {
        /** Incidents raised in the last {@code windowMinutes}. */
        INCIDENTS,
        /** Documents and acknowledgements that are overdue. */
        OVERDUE,
        /** Channels that are switched on and do not work. */
        CHANNEL_DOWN,
        /** Certificates that expire within the next {@code windowMinutes}. */
        CERTIFICATE,
        /** Minutes for which the oldest document has been waiting. */
        QUEUE_AGE
    }

    /** When somebody may be told: now, or when the quiet hours are over. */
    Instant audible(Instant now) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
            return now;
        }
        ZonedDateTime here = now.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = quietTo.isBefore(quietFrom);
        boolean quiet = overMidnight ? !time.isBefore(quietFrom) || time.isBefore(quietTo) : !time.isBefore(quietFrom) && time.isBefore(quietTo);
        if (!quiet) {
            return now;
        }
        ZonedDateTime end = here.toLocalDate().atTime(quietTo).atZone(zone);
        return (end.isAfter(here) ? end : here.toLocalDate().plusDays(1).atTime(quietTo).atZone(zone)).toInstant();
    }
}
