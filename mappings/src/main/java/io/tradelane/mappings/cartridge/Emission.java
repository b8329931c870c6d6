package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import java.util.ArrayList;
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

        @Override
        public void emit(Row row, List<Written> out) {
            emit(row, out, false);
        }

        /** @param forced because something below it is written */
        void emit(Row row, List<Written> out, boolean forced) {
            List<@Nullable String[][]> copies = new ArrayList<>();
            copies.add(blank());
            boolean valued = false;
            boolean constant = false;
            for (Setting setting : settings) {
                boolean set = setting.set(row, this, copies);
                valued |= set && !(setting instanceof Setting.Constant);
                constant |= setting instanceof Setting.Constant;
            }
            boolean only = settings.stream().allMatch(Setting.Constant.class::isInstance);
            if (valued || forced || constant && only && !conditional) {
                copies.forEach(values -> out.add(new Written(node, values)));
            }
        }

        @Nullable String[][] blank() {
            Layout layout = node.segment.expanded();
            @Nullable String[][] values = new String[layout.size][];
            for (int element = 1; element <= layout.size; element++) {
                values[element - 1] = new String[layout.components(element)];
            }
            return values;
        }

        /** A further segment of the kind, with the constants. */
        @Nullable String[][] another(Row row) {
            @Nullable String[][] values = blank();
            List<@Nullable String[][]> alone = new ArrayList<>(List.<@Nullable String[][]>of(values));
            settings.stream().filter(Setting.Constant.class::isInstance).forEach(constant -> constant.set(row, this, alone));
            return values;
        }
    }

    /** @param content in the order of the message */
    record Group(Node group, List<Emission> content) implements Emission {

        @Override
        public Node node() {
            return content.isEmpty() ? group : content.getFirst().node();
        }

        @Override
        public void emit(Row row, List<Written> out) {
            emit(row, out, false);
        }

        void emit(Row row, List<Written> out, boolean forced) {
            List<Written> below = new ArrayList<>();
            Segment leader = null;
            for (Emission emission : content) {
                if (emission instanceof Segment segment && segment.node().isLeader() && segment.node().parent == group) {
                    leader = segment;
                } else {
                    emission.emit(row, below);
                }
            }
            if (leader != null) {
                leader.emit(row, out, forced || !below.isEmpty());
            }
            out.addAll(below);
        }
    }

    /** @param leads the rows are instances of a group, whose leader is always written */
    record Rows(Node node, int child, Group content, boolean leads) implements Emission {

        @Override
        public void emit(Row row, List<Written> out) {
            for (Row below : row.rows(child)) {
                content.emit(below, out, leads);
            }
        }
    }

    /** Puts something into a segment. */
    sealed interface Setting {

        /** @return whether there was something to put */
        boolean set(Row row, Segment segment, List<@Nullable String[][]> copies);

        record Constant(Place.Address at, String value) implements Setting {

            @Override
            public boolean set(Row row, Segment segment, List<@Nullable String[][]> copies) {
                put(copies.getFirst(), at, value);
                return true;
            }
        }

        record Count(Place.Address at, int child) implements Setting {

            @Override
            public boolean set(Row row, Segment segment, List<@Nullable String[][]> copies) {
                put(copies.getFirst(), at, String.valueOf(row.rows(child).size()));
                return true;
            }
        }

        /** @param format where the format of a date is said, {@code null} for what is no date */
        record Value(Place.Address at, int slot, Place.@Nullable Address format) implements Setting {

            @Override
            public boolean set(Row row, Segment segment, List<@Nullable String[][]> copies) {
                Object value = row.value(slot);
                if (value == null || value.toString().isEmpty()) {
                    return false;
                }
                put(copies.getFirst(), at, ValueWriter.text(value));
                if (format != null) {
                    put(copies.getFirst(), format, ValueWriter.format(value));
                }
                return true;
            }
        }

        /** Cuts a text into the occurrences of an element, and into further segments. */
        record Spread(List<Place.Address> at, int slot, String between) implements Setting {

            @Override
            public boolean set(Row row, Segment segment, List<@Nullable String[][]> copies) {
                Object value = row.value(slot);
                if (value == null || value.toString().isEmpty()) {
                    return false;
                }
                Place.Address first = at.getFirst();
                int length = segment.node().segment.expanded().max(first.element(), first.component());
                List<String> pieces = ValueWriter.cut(value.toString(), between, length);
                for (int i = 0; i < pieces.size(); i++) {
                    int copy = i / at.size();
                    if (copy == copies.size()) {
                        copies.add(segment.another(row));
                    }
                    put(copies.get(copy), at.get(i % at.size()), pieces.get(i));
                }
                return true;
            }
        }

        private static void put(@Nullable String[][] values, Place.Address at, String value) {
            values[at.element() - 1][at.component() - 1] = value;
        }
    }
}
