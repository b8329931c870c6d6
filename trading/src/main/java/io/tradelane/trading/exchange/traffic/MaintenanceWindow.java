package io.tradelane.trading.exchange.traffic;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When nothing is sent to a partner; it waits, and goes by itself afterwards.
 *
 * @param channel null: all of the partner's
 * @param reason for people
 * @param zone in which the partner tells the time
 * @param inbound what happens to what the partner sends meanwhile
 */
public record MaintenanceWindow(UUID id, UUID organisation, @Nullable UUID channel, String reason, ZoneId zone, When when, Inbound inbound) {

    public enum Inbound {
        /** It is taken in as always. */
        ACCEPT,
        /** It has to come again: over HTTP 503 with Retry-After; what is fetched stays where it is. */
        REFUSE
    }

    public sealed interface When {}

    /** By the partner's clock, which may be set forward or back within it: it ends when the clock says so. */
    public record Weekly(DayOfWeek day, LocalTime begins, int minutes) implements When {}

    public record Once(Instant starts, Instant ends) implements When {}

    /** @return when it will be over; empty: it is not on */
    public Optional<Instant> closedUntil(Instant now) {
        return switch (when) {
            case Once once -> now.isBefore(once.starts) || !now.isBefore(once.ends) ? Optional.empty() : Optional.of(once.ends);
            case Weekly weekly -> Optional.of(end(weekly, lastBegin(weekly, now))).filter(now::isBefore);
        };
    }

    /** When it is on next, or has been on since; empty: never again. */
    public Optional<Instant> next(Instant now) {
        return switch (when) {
            case Once once -> now.isBefore(once.ends) ? Optional.of(once.starts) : Optional.empty();
            case Weekly weekly -> {
                ZonedDateTime last = lastBegin(weekly, now);
                yield Optional.of(now.isBefore(end(weekly, last)) ? last.toInstant() : last.plusWeeks(1).toInstant());
            }
        };
    }

    private ZonedDateTime lastBegin(Weekly weekly, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime begin = local.toLocalDate().with(TemporalAdjusters.previousOrSame(weekly.day)).atTime(weekly.begins).atZone(zone);
        return begin.isAfter(local) ? begin.minusWeeks(1) : begin;
    }

    private Instant end(Weekly weekly, ZonedDateTime begin) {
        return begin.toLocalDateTime().plusMinutes(weekly.minutes).atZone(zone).toInstant();
    }
}
