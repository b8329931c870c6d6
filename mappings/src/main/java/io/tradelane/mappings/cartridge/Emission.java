package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.SegmentValues;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a row makes: a segment, the segments of a group, or those of its child rows. */
sealed interface Emission {

    /** The segment, or the one that leads. */
    Node node();

    void emit(Row row, Output out);

    /** Whether it makes any segment of this row. */
    boolean isThere(Row row);

    /** Where segments go. @param values of the segment that is being made */
    record Output(SegmentValues values, BiConsumer<Node, SegmentValues> writer) {

        void send(Node node) {
            writer.accept(node, values);
            values.clear();
        }
    }

    final class Segment implements Emission {

        private final Node node;
        private final Setting[] settings;
        /** Has nothing but constants, and is written for them. */
        private final boolean constant;

        /** @param conditional written only beside a value, even though it has constants */
        Segment(Node node, List<Setting> settings, boolean conditional) {
            this.node = node;
            this.settings = settings.toArray(Setting[]::new);
            this.constant = !conditional && !settings.isEmpty() && settings.stream().allMatch(Setting.Constant.class::isInstance);
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void emit(Row row, Output out) {
            write(row, out, constant);
        }

        @Override
        public boolean isThere(Row row) {
            for (Setting setting : settings) {
                if (setting.isThere(row)) {
                    return true;
                }
            }
            return constant;
        }

        /** @param anyway even when the row has nothing for it @return whether it was written */
        boolean write(Row row, Output out, boolean anyway) {
            int times = anyway ? 1 : 0;
            for (Setting setting : settings) {
                times = Math.max(times, setting.put(row, out.values()));
            }
            if (times == 0) {
                out.values().clear();
                return false;
            }
            out.send(node);
            if (times > 1) {
                repeat(times, row, out);
            }
            return true;
        }

        /** Further segments of the kind, with the constants and with what is left of texts. */
        private void repeat(int times, Row row, Output out) {
            List<Setting.Spread> spreads = new ArrayList<>();
            for (Setting setting : settings) {
                if (setting instanceof Setting.Spread spread) {
                    spreads.add(spread);
                }
            }
            List<List<String>> pieces = spreads.stream().map(spread -> spread.pieces(row)).toList();
            for (int copy = 1; copy < times; copy++) {
                for (Setting setting : settings) {
                    if (setting instanceof Setting.Constant constantValue) {
                        constantValue.put(row, out.values());
                    }
                }
                for (int i = 0; i < spreads.size(); i++) {
                    spreads.get(i).put(pieces.get(i), out.values(), copy);
                }
                out.send(node);
            }
        }
    }

    final class Group implements Emission {

        private final Node group;
        /** The segment without which none of the group is written; {@code null} where it is not declared. */
        private final @Nullable Segment leader;
        /** All others, in the order of the message. */
        private final Emission[] content;

        Group(Node group, List<Emission> all) {
            Segment leads = null;
            List<Emission> others = new ArrayList<>();
            for (Emission emission : all) {
                if (emission instanceof Segment segment && segment.node().isLeader() && segment.node().parent == group) {
                    leads = segment;
                } else {
                    others.add(emission);
                }
            }
            this.group = group;
            this.leader = leads;
            this.content = others.toArray(Emission[]::new);
        }

        @Override
        public Node node() {
            return leader != null ? leader.node()
                    : content.length == 0 ? group : content[0].node();
        }

        @Override
        public void emit(Row row, Output out) {
            emit(row, out, leader != null && leader.constant);
        }

        /** @param forced the leader is written whether or not there is anything */
        void emit(Row row, Output out, boolean forced) {
            if (leader != null && !leader.write(row, out, forced) && !(isAnyThere(row) && leader.write(row, out, true))) {
                return;
            }
            for (Emission emission : content) {
                emission.emit(row, out);
            }
        }

        @Override
        public boolean isThere(Row row) {
            return leader != null && leader.isThere(row) || isAnyThere(row);
        }

        /** Of what the leader leads. */
        private boolean isAnyThere(Row row) {
            for (Emission emission : content) {
                if (emission.isThere(row)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param leads the rows are instances of a group, whose leader is always written */
    record Rows(Node node, int child, Group content, boolean leads) implements Emission {

        @Override
        public void emit(Row row, Output out) {
            for (Row below = row.first(child); below != null; below = below.next()) {
                content.emit(below, out, leads);
            }
        }

        @Override
        public boolean isThere(Row row) {
            for (Row below = row.first(child); below != null; below = below.next()) {
                if (leads && content.leader != null || content.isThere(below)) {
                    return true;
                }
            }
            return false;
        }
    }
}
