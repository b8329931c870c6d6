package io.tradelane.trading.exchange;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions that are there only if their value is. */
final class JdbcParameters {
    private final Map<String, Object> values = new HashMap<>();

    void and(StringBuilder sql, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.put(name, value);
        }
    }

    Map<String, Object> values() {
        return values;
    }
}
