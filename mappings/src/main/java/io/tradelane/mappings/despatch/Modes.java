package io.tradelane.mappings.despatch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Means of transport: X12 data element 91 and UN/ECE Recommendation 19. */
final class Modes {
    private static final Map<String, String> CODES = Map.of(
            "O", "1", "S", "1", "VE", "1", "R", "2", "M", "3", "L", "3", "A", "4", "U", "3", "X", "6", "H", "3");

    private Modes() {}

    static @Nullable String code(@Nullable String x12) {
        return x12 == null ? null : CODES.get(x12);
    }

    static @Nullable String x12(@Nullable String code) {
        return code == null ? null : switch (code) {
            case "1" -> "O";
            case "2" -> "R";
            case "3" -> "M";
            case "4" -> "A";
            case "6" -> "X";
            default -> null;
        };
    }
}
