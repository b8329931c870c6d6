package io.tradelane.portal.api;

import io.tradelane.portal.frame.Constants;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A part of a list, newest first.
 *
 * @param next give it as {@code cursor} for the following part; null at the end
 */
public record Listing<T>(List<T> items, @Nullable String next) {
    private static final int MOST = 200;

    /**
     * A filter's word.
     *
     * @return null when it is blank
     * @throws Problem 400 for a word that is none of the constants: an answer that leaves the filter out would be wrong
     */
    public static <E extends Enum<E>> @Nullable E filter(Class<E> type, String parameter, String word) {
        if (word.isBlank()) {
            return null;
        }
        return Constants.of(type, word).orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "parameter", parameter + " can be "
                + Arrays.stream(type.getEnumConstants()).map(Constants::word).collect(Collectors.joining(", ")) + "."));
    }

    /** How many items a request gets that asks for {@code limit}: 1 to 200. */
    public static int size(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }
}
