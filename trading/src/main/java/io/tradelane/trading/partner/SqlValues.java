package io.tradelane.trading.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How values that JDBC has no type for travel to and from PostgreSQL. */
public final class SqlValues {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private SqlValues() {}

    /** For a parameter of type timestamptz. */
    public static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A map of texts as a JSON object, keys sorted; for {@code cast(:x as jsonb)}. */
    public static String json(Map<String, String> texts) {
        return texts.isEmpty() ? "{}" : MAPPER.writeValueAsString(new TreeMap<>(texts));
    }

    public static Map<String, String> texts(@Nullable String json) {
        return json == null || json.equals("{}") ? Map.of() : Map.copyOf(MAPPER.readValue(json, TEXTS));
    }
}
