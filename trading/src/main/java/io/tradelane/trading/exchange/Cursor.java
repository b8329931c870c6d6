package io.tradelane.trading.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the id of its last row, for ids grow with time. */
final class Cursor {
    private Cursor() {}

    /** @throws IllegalArgumentException if it is not one of ours */
    static @Nullable UUID read(@Nullable String cursor) {
        return cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
    }
}
