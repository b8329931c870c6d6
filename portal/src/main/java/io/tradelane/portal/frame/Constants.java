package io.tradelane.portal.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Constants as an address writes them: lower case. */
public final class Constants {

    private Constants() {}

    /** @return empty for a blank or unknown word */
    public static <E extends Enum<E>> Optional<E> of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    public static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT);
    }
}
