package io.tradelane.mappings.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one segment on its way out, by element and component from 1; cleared, it is used for the next. */
public final class SegmentValues {

    private static final int USUAL = 8;

    private @Nullable String[][] values = new String[USUAL][];
    /** By element, up to which component there are values. */
    private int[] filled = new int[USUAL];
    private int elements;

    /** @param elements by element and component; {@code null} and "" are not sent */
    public static SegmentValues of(@Nullable String[]... elements) {
        SegmentValues made = new SegmentValues();
        for (int element = 1; element <= elements.length; element++) {
            for (int component = 1; component <= elements[element - 1].length; component++) {
                made.put(element, component, elements[element - 1][component - 1]);
            }
        }
        return made;
    }

    /** A later value stands for an earlier one; {@code null} and "" change nothing. */
    public void put(int element, int component, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        if (element > filled.length) {
            int length = Math.max(element, 2 * filled.length);
            values = Arrays.copyOf(values, length);
            filled = Arrays.copyOf(filled, length);
        }
        @Nullable String[] components = values[element - 1];
        if (components == null || component > components.length) {
            int length = Math.max(component, USUAL);
            components = values[element - 1] = components == null ? new String[length] : Arrays.copyOf(components, length);
        }
        components[component - 1] = value;
        filled[element - 1] = Math.max(component, filled[element - 1]);
        elements = Math.max(element, elements);
    }

    /** Up to which component of an element there are values; 0 when it is not sent. */
    public int components(int element) {
        return element > elements ? 0 : filled[element - 1];
    }

    /** @param component one of the {@link #components} */
    public @Nullable String value(int element, int component) {
        return values[element - 1][component - 1];
    }

    public void clear() {
        for (int i = 0; i < elements; i++) {
            if (filled[i] > 0) {
                Arrays.fill(values[i], 0, filled[i], null);
                filled[i] = 0;
            }
        }
        elements = 0;
    }
}
