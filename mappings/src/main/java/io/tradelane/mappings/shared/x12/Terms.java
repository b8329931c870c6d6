package io.tradelane.mappings.shared.x12;

import io.tradelane.mappings.cartridge.Row;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** ITD segments, declared as rows {@code terms}: the words, else the net days. */
public final class Terms {
    private Terms() {}

    public static @Nullable String read(Row set) {
        for (Row row = set.first("terms"); row != null; row = row.next()) {
            BigDecimal days = row.decimal("netDays");
            if (row.text("text") != null || days != null) {
                return row.text("text") != null ? row.text("text") : "Net " + days.toPlainString();
            }
        }
        return null;
    }

    public static void write(@Nullable String terms, Row set) {
        if (terms != null) {
            set.add("terms").set("text", terms);
        }
    }
}
