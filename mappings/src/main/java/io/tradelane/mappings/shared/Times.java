package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times are taken and written as UTC: the formats of DTM that are in use have no zone. */
public final class Times {
    private Times() {}

    /** Of a field of type {@code dateTime}. */
    public static @Nullable OffsetDateTime read(Row row, String field) {
        LocalDateTime time = row.dateTime(field);
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    public static void write(Row row, String field, @Nullable OffsetDateTime time) {
        row.set(field, time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }
}
