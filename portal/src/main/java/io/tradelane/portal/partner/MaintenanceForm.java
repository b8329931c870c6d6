package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Inbound;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Once;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Weekly;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.When;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.Ids;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A maintenance window as it is typed: weekly with day, time and length, or once from a time to a time, by the partner's clock. */
final class MaintenanceForm {
    static final int LONGEST_REASON = 200;
    static final int SHORTEST_MINUTES = 5;
    static final int LONGEST_MINUTES = 7 * 24 * 60;

    private MaintenanceForm() {}

    /** @param channels of the partner @return null: what is wrong stands in {@code problems} */
    static @Nullable MaintenanceWindow read(UUID organisation, Map<String, String> typed, List<Channel> channels, Problems problems, Words words) {
        String reason = typed.getOrDefault("reason", "").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            problems.add("reason", words.text(reason.isEmpty() ? "problem.required" : "problem.tooLong"));
        }
        ZoneId zone = parsed("zone", () -> zone(typed.getOrDefault("zone", "").strip()), problems, words);
        String channel = typed.getOrDefault("channel", "");
        if (!channel.isEmpty() && channels.stream().noneMatch(one -> one.id().toString().equals(channel))) {
            problems.add("channel", words.text("problem.required"));
        }
        When when = typed.getOrDefault("kind", "weekly").equals("once") ? once(typed, zone, problems, words) : weekly(typed, problems, words);
        Inbound inbound = Constants.of(Inbound.class, typed.getOrDefault("inbound", "")).orElse(Inbound.ACCEPT);
        return !problems.isEmpty() || zone == null || when == null ? null
                : new MaintenanceWindow(Ids.next(), organisation, channel.isEmpty() ? null : UUID.fromString(channel), reason, zone, when, inbound);
    }

    private static @Nullable When weekly(Map<String, String> typed, Problems problems, Words words) {
        DayOfWeek day = Constants.of(DayOfWeek.class, typed.getOrDefault("day", "")).orElse(null);
        if (day == null) {
            problems.add("day", words.text("problem.required"));
        }
        LocalTime begins = parsed("begins", () -> LocalTime.parse(typed.getOrDefault("begins", "")), problems, words);
        String minutes = typed.getOrDefault("minutes", "").strip();
        boolean counted = minutes.matches("\\d{1,5}") && Integer.parseInt(minutes) >= SHORTEST_MINUTES && Integer.parseInt(minutes) <= LONGEST_MINUTES;
        if (!counted) {
            problems.add("minutes", words.text("maintenance.problem.minutes"));
        }
        return day == null || begins == null || !counted ? null : new Weekly(day, begins, Integer.parseInt(minutes));
    }

    private static @Nullable When once(Map<String, String> typed, @Nullable ZoneId zone, Problems problems, Words words) {
        LocalDateTime starts = parsed("starts", () -> LocalDateTime.parse(typed.getOrDefault("starts", "")), problems, words);
        LocalDateTime ends = parsed("ends", () -> LocalDateTime.parse(typed.getOrDefault("ends", "")), problems, words);
        if (zone == null || starts == null || ends == null) {
            return null;
        }
        Once once = new Once(starts.atZone(zone).toInstant(), ends.atZone(zone).toInstant());
        if (!lasts(once)) {
            problems.add("ends", words.text("maintenance.problem.minutes"));
            return null;
        }
        return once;
    }

    /** From five minutes to seven days. */
    static boolean lasts(Once once) {
        long minutes = Duration.between(once.starts(), once.ends()).toMinutes();
        return minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES;
    }

    /** A region, whose clock may be set forward and back, or UTC. */
    static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new DateTimeException("unknown zone");
        }
        return ZoneId.of(name);
    }

    private static <T> @Nullable T parsed(String field, Supplier<T> value, Problems problems, Words words) {
        try {
            return value.get();
        } catch (DateTimeException wrong) {
            problems.add(field, words.text("maintenance.problem." + (field.equals("zone") ? "zone" : "time")));
            return null;
        }
    }
}
