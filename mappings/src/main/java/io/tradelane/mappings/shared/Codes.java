package io.tradelane.mappings.shared;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that carry the code of a UN/EDIFACT code list. */
public final class Codes {
    private Codes() {}

    /** The value with this code, {@code null} when there is none. */
    public static <E extends Enum<E>> @Nullable E find(Class<E> values, Function<E, String> code, @Nullable String wanted) {
        for (E value : values.getEnumConstants()) {
            if (code.apply(value).equals(wanted)) {
                return value;
            }
        }
        return null;
    }

    /** All codes, for a message that says what was expected. */
    public static <E extends Enum<E>> String list(Class<E> values, Function<E, String> code) {
        return Arrays.stream(values.getEnumConstants()).map(code).collect(Collectors.joining(", "));
    }
}
