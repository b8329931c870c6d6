package io.tradelane.trading.shared;

import org.jspecify.annotations.Nullable;

/** U+0000, which no text of PostgreSQL can hold. What a partner's system says may have it. */
public final class Nul {

    private Nul() {}

    public static @Nullable String replaced(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
