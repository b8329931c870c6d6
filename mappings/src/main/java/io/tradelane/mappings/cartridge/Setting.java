package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.SegmentValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts something of a row into a segment. */
sealed interface Setting {

    boolean isThere(Row row);

    /** @return how many segments it takes to write it; 0 when it is not there, or alone is no reason to write one */
    int put(Row row, SegmentValues values);

    private static boolean isThere(@Nullable Object value) {
        return value != null && !(value instanceof String text && text.isEmpty());
    }

    private static void put(SegmentValues values, Place.Address at, String value) {
        values.put(at.element(), at.component(), value);
    }

    record Constant(Place.Address at, String value) implements Setting {

        @Override
        public boolean isThere(Row row) {
            return false;
        }

        @Override
        public int put(Row row, SegmentValues values) {
            Setting.put(values, at, value);
            return 0;
        }
    }

    record Count(Place.Address at, int child) implements Setting {

        @Override
        public boolean isThere(Row row) {
            return true;
        }

        @Override
        public int put(Row row, SegmentValues values) {
            Setting.put(values, at, String.valueOf(row.rows(child).size()));
            return 1;
        }
    }

    /** @param format where the format of a date is said, {@code null} for what is no date */
    record Value(Place.Address at, int slot, Place.@Nullable Address format) implements Setting {

        @Override
        public boolean isThere(Row row) {
            return Setting.isThere(row.value(slot));
        }

        @Override
        public int put(Row row, SegmentValues values) {
            Object value = row.value(slot);
            if (value == null || !Setting.isThere(value)) {
                return 0;
            }
            Setting.put(values, at, ValueWriter.text(value));
            if (format != null) {
                Setting.put(values, format, ValueWriter.format(value));
            }
            return 1;
        }
    }

    /** Cuts a text into the occurrences of an element, and into further segments. @param length of the element */
    record Spread(List<Place.Address> at, int slot, String between, int length) implements Setting {

        @Override
        public boolean isThere(Row row) {
            return Setting.isThere(row.value(slot));
        }

        @Override
        public int put(Row row, SegmentValues values) {
            if (!isThere(row)) {
                return 0;
            }
            List<String> pieces = pieces(row);
            put(pieces, values, 0);
            return Math.max(1, Math.ceilDiv(pieces.size(), at.size()));
        }

        List<String> pieces(Row row) {
            return isThere(row) ? ValueWriter.cut(String.valueOf(row.value(slot)), between, length) : List.of();
        }

        /** @param segment of those that the text takes, from 0 */
        void put(List<String> pieces, SegmentValues values, int segment) {
            int first = segment * at.size();
            for (int i = first; i < Math.min(pieces.size(), first + at.size()); i++) {
                Setting.put(values, at.get(i - first), pieces.get(i));
            }
        }
    }
}
