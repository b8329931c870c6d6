package io.tradelane.mappings.shared;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of one UN/EDIFACT code list that a document can have. */
public final class Codes<E> {
    private final Map<String, E> byCode = new HashMap<>();
    private final String list;

    private Codes(E[] values, Function<E, String> code) {
        Set<String> codes = new LinkedHashSet<>();
        for (E value : values) {
            byCode.put(code.apply(value), value);
            codes.add(code.apply(value));
        }
        this.list = String.join(", ", codes);
    }

    public static <E> Codes<E> of(E[] values, Function<E, String> code) {
        return new Codes<>(values, code);
    }

    /** The value with this code, {@code null} when there is none. */
    public @Nullable E find(@Nullable String code) {
        return code == null ? null : byCode.get(code);
    }

    /** All codes, for a message that says what was expected. */
    public String list() {
        return list;
    }
}
