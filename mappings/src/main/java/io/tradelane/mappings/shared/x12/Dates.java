package io.tradelane.mappings.shared.x12;

import io.tradelane.mappings.cartridge.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DTM and G62 segments, declared as rows {@code dates} with kind, date, time, zone and, of DTM, format and period. */
public final class Dates {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    /** 623. */
    private static final Map<String, ZoneId> ZONES = Map.ofEntries(
            Map.entry("UT", ZoneOffset.UTC), Map.entry("GM", ZoneOffset.UTC),
            Map.entry("ET", ZoneId.of("America/New_York")), Map.entry("ES", ZoneOffset.ofHours(-5)), Map.entry("ED", ZoneOffset.ofHours(-4)),
            Map.entry("CT", ZoneId.of("America/Chicago")), Map.entry("CS", ZoneOffset.ofHours(-6)), Map.entry("CD", ZoneOffset.ofHours(-5)),
            Map.entry("MT", ZoneId.of("America/Denver")), Map.entry("MS", ZoneOffset.ofHours(-7)), Map.entry("MD", ZoneOffset.ofHours(-6)),
            Map.entry("PT", ZoneId.of("America/Los_Angeles")), Map.entry("PS", ZoneOffset.ofHours(-8)), Map.entry("PD", ZoneOffset.ofHours(-7)),
            Map.entry("AT", ZoneId.of("America/Halifax")), Map.entry("NT", ZoneId.of("America/St_Johns")));

    /** 176 for 432: earliest and latest pick-up and delivery, pick-up scheduled and done; else the time of delivery. */
    private static final Map<String, String> TIME_KINDS =
            Map.of("37", "I", "38", "K", "53", "G", "54", "L", "10", "U", "11", "8");

    private Dates() {}

    /** The first of one of these kinds (374, 432), in the order of the kinds. */
    public static @Nullable Row find(Row owner, String... kinds) {
        Row first = owner.first("dates");
        for (int i = 0; first != null && i < kinds.length; i++) {
            for (Row row = first; row != null; row = row.next()) {
                if (kinds[i].equals(row.text("kind")) && date(row) != null) {
                    return row;
                }
            }
        }
        return null;
    }

    public static @Nullable LocalDate date(Row owner, String... kinds) {
        Row row = find(owner, kinds);
        return row == null ? null : date(row);
    }

    private static @Nullable LocalDate date(Row row) {
        LocalDate date = row.date("date");
        String period = date == null && row.layout().hasField("period") ? row.text("period") : null;
        if (period == null || period.length() < 8) {
            return date;
        }
        try {
            return LocalDate.parse(period.substring(0, 8), DAY);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** With the zone of the segment; without one, in UTC; without a time, at midnight. */
    public static @Nullable OffsetDateTime instant(Row owner, String... kinds) {
        Row row = find(owner, kinds);
        return row == null ? null : at(date(row), row.text("time"), row.text("zone"));
    }

    /** @param time 337, of which seconds count */
    public static @Nullable OffsetDateTime at(@Nullable LocalDate date, @Nullable String time, @Nullable String zone) {
        if (date == null) {
            return null;
        }
        try {
            LocalTime clock = time == null || time.length() < 4 ? LocalTime.MIDNIGHT
                    : LocalTime.of(
                            Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(2, 4)),
                            time.length() < 6 ? 0 : Integer.parseInt(time.substring(4, 6)));
            return LocalDateTime.of(date, clock).atZone(ZONES.getOrDefault(zone == null ? "UT" : zone, ZoneOffset.UTC)).toOffsetDateTime();
        } catch (DateTimeException | NumberFormatException notATime) {
            return date.atStartOfDay().atOffset(ZoneOffset.UTC);
        }
    }

    public static void write(Row owner, String kind, @Nullable LocalDate date) {
        if (date != null) {
            owner.add("dates").set("kind", kind).set("date", date);
        }
    }

    public static void write(Row owner, String kind, @Nullable OffsetDateTime at) {
        if (at != null) {
            OffsetDateTime utc = at.withOffsetSameInstant(ZoneOffset.UTC);
            Row row = owner.add("dates").set("kind", kind).set("date", utc.toLocalDate()).set("time", TIME.format(utc)).set("zone", "UT");
            if (row.layout().hasField("timeKind")) {
                row.set("timeKind", TIME_KINDS.getOrDefault(kind, "X"));
            }
        }
    }

    public static String time(OffsetDateTime at) {
        return TIME.format(at.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
