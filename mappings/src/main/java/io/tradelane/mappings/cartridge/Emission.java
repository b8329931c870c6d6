package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row makes: a segment, the segments of a group, or those of its child rows. */
sealed interface Emission {

    /** The segment, or the one that leads. */
    Node node();

    void emit(Row row, List<Written> out);

    /** A segment ready to be encoded: values by element and component, from 0. */
    record Written(Node node, @Nullable String[][] values) {}

    /** @param conditional written only beside a value, even though it has constants */
    record Segment(Node node, List<Setting> settings, boolean conditional) implements Emission {

        private static final @Nullable String[] ABSENT = {};

        @Override
        public void emit(Row row, List<Written> out) {
            if (isWanted(row)) {
                write(row, out);
            }
        }

        /** Whether there is something to write, even if nothing below it is written. */
        boolean isWanted(Row row) {
            boolean constant = false;
            boolean only = true;
            for (Setting setting : settings) {
                if (setting instanceof Setting.Constant) {
                    constant = true;
                } else if (setting.isThere(row)) {
                    return true;
                } else {
                    only = false;
                }
            }
            return constant && only && !conditional;
        }

        void write(Row row, List<Written> out) {
            int first = out.size();
            out.add(blank());
            for (Setting setting : settings) {
                setting.set(row, this, first, out);
            }
        }

        private Written blank() {
            @Nullable String[][] values = new String[node.segment.expanded().size][];
            Arrays.fill(values, ABSENT);
            return new Written(node, values);
        }

        /** Further segments of the kind, with the constants, until there are so many. */
        void repeat(int times, Row row, int first, List<Written> out) {
            while (out.size() < first + times) {
                int copy = out.size();
                out.add(blank());
                for (Setting setting : settings) {
                    if (setting instanceof Setting.Constant) {
                        setting.set(row, this, copy, out);
                    }
                }
            }
        }

        void put(Written written, Place.Address at, String value) {
            @Nullable String[][] values = written.values();
            int element = at.element() - 1;
            if (values[element] == ABSENT) {
                values[element] = new String[node.segment.expanded().components(at.element())];
            }
            values[element][at.component() - 1] = value;
        }
    }

    /**
     * @param leader the segment without which none of the group is written; {@code null} where it is not declared
     * @param content all others, in the order of the message
     */
    record Group(Node group, @Nullable Segment leader, List<Emission> content) implements Emission {

        static Group of(Node group, List<Emission> all) {
            Segment leader = null;
            List<Emission> content = new ArrayList<>();
            for (Emission emission : all) {
                if (emission instanceof Segment segment && segment.node().isLeader() && segment.node().parent == group) {
                    leader = segment;
                } else {
                    content.add(emission);
                }
            }
            return new Group(group, leader, List.copyOf(content));
        }

        @Override
        public Node node() {
            return leader != null ? leader.node()
                    : content.isEmpty() ? group : content.getFirst().node();
        }

        @Override
        public void emit(Row row, List<Written> out) {
            emit(row, out, false);
        }

        void emit(Row row, List<Written> out, boolean forced) {
            if (leader == null || forced || leader.isWanted(row)) {
                if (leader != null) {
                    leader.write(row, out);
                }
                below(row, out);
                return;
            }
            List<Written> below = new ArrayList<>();
            below(row, below);
            if (!below.isEmpty()) {
                leader.write(row, out);
                out.addAll(below);
            }
        }

        private void below(Row row, List<Written> out) {
            for (Emission emission : content) {
                emission.emit(row, out);
            }
        }
    }

    /** @param leads the rows are instances of a group, whose leader is always written */
    record Rows(Node node, int child, Group content, boolean leads) implements Emission {

        @Override
        public void emit(Row row, List<Written> out) {
            for (Row below = row.first(child); below != null; below = below.next()) {
                content.emit(below, out, leads);
            }
        }
    }

    /** Puts something into a segment. */
    sealed interface Setting {

        boolean isThere(Row row);

        /** @param first where the segment is in the output; the further ones that a value needs come behind it */
        void set(Row row, Segment segment, int first, List<Written> out);

        private static boolean isThere(@Nullable Object value) {
            return value != null && !(value instanceof String text && text.isEmpty());
        }

        record Constant(Place.Address at, String value) implements Setting {

            @Override
            public boolean isThere(Row row) {
                return true;
            }

            @Override
            public void set(Row row, Segment segment, int first, List<Written> out) {
                segment.put(out.get(first), at, value);
            }
        }

        record Count(Place.Address at, int child) implements Setting {

            @Override
            public boolean isThere(Row row) {
                return true;
            }

            @Override
            public void set(Row row, Segment segment, int first, List<Written> out) {
                segment.put(out.get(first), at, String.valueOf(row.rows(child).size()));
            }
        }

        /** @param format where the format of a date is said, {@code null} for what is no date */
        record Value(Place.Address at, int slot, Place.@Nullable Address format) implements Setting {

            @Override
            public boolean isThere(Row row) {
                return Setting.isThere(row.value(slot));
            }

            @Override
            public void set(Row row, Segment segment, int first, List<Written> out) {
                Object value = row.value(slot);
                if (value != null && isThere(row)) {
                    segment.put(out.get(first), at, ValueWriter.text(value));
                    if (format != null) {
                        segment.put(out.get(first), format, ValueWriter.format(value));
                    }
                }
            }
        }

        /** Cuts a text into the occurrences of an element, and into further segments. */
        record Spread(List<Place.Address> at, int slot, String between) implements Setting {

            @Override
            public boolean isThere(Row row) {
                return Setting.isThere(row.value(slot));
            }

            @Override
            public void set(Row row, Segment segment, int first, List<Written> out) {
                Object value = row.value(slot);
                if (value == null || !isThere(row)) {
                    return;
                }
                Place.Address place = at.getFirst();
                int length = segment.node().segment.expanded().max(place.element(), place.component());
                List<String> pieces = ValueWriter.cut(value.toString(), between, length);
                for (int i = 0; i < pieces.size(); i++) {
                    int copy = i / at.size();
                    segment.repeat(copy + 1, row, first, out);
                    segment.put(out.get(first + copy), at.get(i % at.size()), pieces.get(i));
                }
            }
        }
    }
}
