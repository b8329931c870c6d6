package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinField;
import io.tradelane.mappings.syntax.swift.SwiftError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Field 13D: {@code YYMMDDhhmm+hhmm}; field 13, its form before 1997, has no offset and is taken as UTC. */
record Created(@Nullable OffsetDateTime at) {

    @Nullable LocalDate day() {
        return at == null ? null : at.toLocalDate();
    }

    static Created of(@Nullable FinField field, SwiftValues values) {
        if (field == null) {
            return new Created(null);
        }
        String text = field.first().strip();
        LocalDate date = values.date(field, 1, 0, text.substring(0, Math.min(6, text.length())));
        if (date == null) {
            return new Created(null);
        }
        try {
            String time = text.substring(6);
            if (time.isEmpty()) {
                return new Created(date.atStartOfDay().atOffset(ZoneOffset.UTC));
            }
            LocalTime clock = LocalTime.of(two(time, 0), two(time, 2));
            ZoneOffset zone = time.length() == 4 ? ZoneOffset.UTC
                    : ZoneOffset.ofHoursMinutes(sign(time) * two(time, 5), sign(time) * two(time, 7));
            return new Created(date.atTime(clock).atOffset(zone));
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException wrong) {
            values.report(SwiftError.FORMAT_INVALID, field.place(), text, "YYMMDDhhmm+hhmm");
            return new Created(null);
        }
    }

    private static int sign(String time) {
        return switch (time.charAt(4)) {
            case '+' -> 1;
            case '-' -> -1;
            default -> throw new DateTimeException(time);
        };
    }

    private static int two(String text, int at) {
        return Integer.parseInt(text.substring(at, at + 2));
    }
}
