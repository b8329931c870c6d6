package io.tradelane.mappings.schedule;

import io.tradelane.mappings.cartridge.DateReader;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery shall come: the DTM segments behind its QTY (rows {@code dates}).
 *
 * @param to the last day of a period, inclusive
 * @param at the time of day, as UTC
 */
record DeliveryDates(LocalDate from, @Nullable LocalDate to, @Nullable OffsetDateTime at) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
    /** 2005 of one day, best first: delivery requested, estimated, promised; shipment requested; despatch. */
    private static final List<String> DAYS = List.of("2", "17", "69", "10", "11", "35", "358", "200", "191", "76");
    /** 2005 of the first and of the last day: earliest, start; latest, end. */
    private static final List<String> FIRST = List.of("64", "194", "158");
    private static final List<String> LAST = List.of("63", "206", "159");
    private static final int DAY_DIGITS = 8;

    static @Nullable DeliveryDates of(Row delivery) {
        Row one = find(delivery, DAYS);
        Row first = find(delivery, FIRST);
        Row last = find(delivery, LAST);
        Row start = one != null ? one : first != null ? first : last;
        Temporal from = start == null ? null : read(start);
        if (start == null || from == null) {
            return null;
        }
        LocalDate day = day(from);
        LocalDate end = start == last || last == null ? end(start, day) : day(read(last));
        OffsetDateTime at = from instanceof LocalDateTime time && end == null ? time.atOffset(ZoneOffset.UTC) : null;
        return new DeliveryDates(day, end == null || end.equals(day) ? null : end, at);
    }

    static @Nullable LocalDate day(Row owner, String kind) {
        Row row = find(owner, List.of(kind));
        return row == null ? null : day(read(row));
    }

    private static @Nullable Row find(Row owner, List<String> kinds) {
        for (String kind : kinds) {
            for (Row row : owner.rows("dates")) {
                if (kind.equals(row.text("kind")) && read(row) != null) {
                    return row;
                }
            }
        }
        return null;
    }

    private static @Nullable Temporal read(Row date) {
        String text = date.text("text");
        return text == null ? null : DateReader.read(text, date.text("format"));
    }

    private static @Nullable LocalDate day(@Nullable Temporal date) {
        return date instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) date;
    }

    /** The last day of what one DTM says: of a week, a month, or a period of two dates. */
    private static @Nullable LocalDate end(Row date, LocalDate first) {
        String text = String.valueOf(date.text("text"));
        String format = date.text("format");
        return switch (format == null ? "" : format) {
            case "616" -> first.plusDays(6);
            case "609", "610" -> first.plusMonths(1).minusDays(1);
            case "711", "718" -> text.length() == 2 * DAY_DIGITS ? day(DateReader.read(text.substring(DAY_DIGITS), "102")) : null;
            case "719" -> text.length() == 24 ? day(DateReader.read(text.substring(12), "203")) : null;
            case "717" -> text.length() == 12 ? day(DateReader.read(text.substring(6), "101")) : null;
            default -> null;
        };
    }

    /** 718 for a period, 203 for a time, 102 for a day. */
    static void write(Delivery delivery, Row row) {
        Row date = row.add("dates").set("kind", DAYS.getFirst());
        OffsetDateTime at = delivery.at();
        if (at != null) {
            date.set("text", MINUTE.format(at.withOffsetSameInstant(ZoneOffset.UTC))).set("format", "203");
        } else if (delivery.to() != null) {
            date.set("text", DAY.format(delivery.from()) + DAY.format(delivery.to())).set("format", "718");
        } else {
            date.set("text", DAY.format(delivery.from())).set("format", "102");
        }
    }
}
