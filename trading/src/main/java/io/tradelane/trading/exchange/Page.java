package io.tradelane.trading.exchange;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Part of a list, newest first. @param next what to pass for the following part; null at the end */
public record Page<T>(List<T> items, @Nullable String next) {

    /** From one row more than asked for. */
    static <T> Page<T> of(List<T> rows, int size, Function<T, String> cursor) {
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(List.copyOf(rows.subList(0, size)), cursor.apply(rows.get(size - 1)));
    }
}
