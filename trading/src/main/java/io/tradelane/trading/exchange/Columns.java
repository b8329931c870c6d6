package io.tradelane.trading.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several rows as the arrays of one statement: each column is a parameter, which {@code unnest(cast(:name as type[]), …)} reads. */
final class Columns<R> {
    private final List<R> rows;
    private final Map<String, Object> arrays = new HashMap<>();

    private Columns(List<R> rows) {
        this.rows = rows;
    }

    static <R> Columns<R> of(List<R> rows) {
        return new Columns<>(rows);
    }

    /** Everything that PostgreSQL reads from text. */
    Columns<R> text(String name, Function<R, @Nullable Object> column) {
        String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.apply(rows.get(i));
            values[i] = value == null ? null : value.toString();
        }
        arrays.put(name, values);
        return this;
    }

    Columns<R> bytes(String name, Function<R, byte @Nullable []> column) {
        byte[][] values = new byte[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        arrays.put(name, values);
        return this;
    }

    Map<String, Object> arrays() {
        return arrays;
    }
}
