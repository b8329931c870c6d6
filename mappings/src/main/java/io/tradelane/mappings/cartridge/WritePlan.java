package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.SegmentValues;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A declaration compiled for writing: which segments a document makes, in the order of the message. */
final class WritePlan {

    private final Emission.Group root;
    private final List<String> skipped;

    private WritePlan(Emission.Group root, List<String> skipped) {
        this.root = root;
        this.skipped = List.copyOf(skipped);
    }

    /** What the grammar does not have is passed over and {@link #skipped() told}. */
    static WritePlan compile(Declaration.Message declaration, RowLayout layout, MessageGrammar grammar) {
        Compiler compiler = new Compiler(grammar);
        Level level = new Level(grammar.root());
        compiler.rows(declaration.content(), layout, level);
        return new WritePlan(level.finish(), compiler.skipped);
    }

    List<String> skipped() {
        return skipped;
    }

    /** @param writer gets one segment after the other; its values are gone when it returns */
    void write(Row document, BiConsumer<Node, SegmentValues> writer) {
        root.emit(document, new Emission.Output(new SegmentValues(), writer));
    }

    /** Segments and groups of one group while they are gathered. */
    private static final class Level {

        private record Key(Node node, List<Path.Condition> conditions) {}

        private final Node group;
        private final Map<Key, List<Setting>> segments = new LinkedHashMap<>();
        private final Map<Key, Level> groups = new LinkedHashMap<>();
        private final List<Emission.Rows> rows = new ArrayList<>();

        Level(Node group) {
            this.group = group;
        }

        /** What is put into a segment, to which more may be added. */
        List<Setting> segment(Place place, Node node, List<Path.Condition> conditions) {
            return segments.computeIfAbsent(new Key(node, conditions), key -> {
                List<Setting> settings = new ArrayList<>();
                for (Path.Condition condition : conditions) {
                    Place.Address at = place.addresses(node, condition.element(), false).getFirst();
                    settings.add(new Setting.Constant(at, condition.values().getFirst()));
                }
                return settings;
            });
        }

        Level below(Node leader, List<Path.Condition> conditions) {
            return groups.computeIfAbsent(new Key(leader, conditions), key -> new Level(leader.parent));
        }

        Emission.Group finish() {
            List<Emission> all = new ArrayList<>();
            segments.forEach((key, settings) -> all.add(new Emission.Segment(key.node(), settings, !key.conditions().isEmpty())));
            groups.values().forEach(level -> all.add(level.finish()));
            all.addAll(rows);
            all.sort(Comparator.comparingInt(emission -> emission.node().index));
            return new Emission.Group(group, all);
        }
    }

    private static final class Compiler {

        private final MessageGrammar grammar;
        private final Place place;
        private final List<String> skipped = new ArrayList<>();

        Compiler(MessageGrammar grammar) {
            this.grammar = grammar;
            this.place = new Place(grammar);
        }

        void rows(Declaration.Rows rows, RowLayout layout, Level level) {
            for (Declaration declared : rows.content()) {
                if (declared.scope().write() && declared.scope().holds(grammar.directory().name())) {
                    try {
                        declaration(declared, layout, level);
                    } catch (IllegalArgumentException e) {
                        skipped.add(e.getMessage());
                    }
                }
            }
        }

        private void declaration(Declaration declared, RowLayout layout, Level level) {
            switch (declared) {
                case Declaration.Field field -> {
                    Setting value = value(field, layout, level);
                    segment(field.at(), level).add(value);
                }
                case Declaration.Constant constant -> {
                    Place.Address at = addresses(constant.at(), level).getFirst();
                    segment(constant.at(), level).add(new Setting.Constant(at, constant.value()));
                }
                case Declaration.Count count -> {
                    Place.Address at = addresses(count.at(), level).getFirst();
                    segment(count.at(), level).add(new Setting.Count(at, layout.child(count.of())));
                }
                case Declaration.Rows below -> child(below, layout, level);
            }
        }

        private Setting value(Declaration.Field field, RowLayout layout, Level level) {
            List<Place.Address> at = addresses(field.at(), level);
            int slot = layout.slot(field.name());
            if (field.join() != null) {
                Place.Address first = at.getFirst();
                int length = node(field.at(), level).segment.expanded().max(first.element(), first.component());
                return new Setting.Spread(at, slot, field.join(), length);
            }
            return new Setting.Value(at.getFirst(), slot, format(field, level));
        }

        private Place.Address format(Declaration.Field field, Level level) {
            boolean date = field.type() == Declaration.Type.DATE || field.type() == Declaration.Type.DATE_TIME;
            if (!date) {
                return null;
            }
            Place.Address value = addresses(field.at(), level).getFirst();
            try {
                return place.addresses(node(field.at(), level), new Path.ElementName(null, "2379", 0), false).stream()
                        .filter(at -> at.element() == value.element()).findFirst().orElse(null);
            } catch (IllegalArgumentException none) {
                return null;
            }
        }

        private void child(Declaration.Rows below, RowLayout layout, Level level) {
            Level at = level;
            List<Path.Step> steps = below.at().steps();
            for (Path.Step step : steps.subList(0, steps.size() - 1)) {
                at = descend(step, at);
            }
            Path.Step last = steps.getLast();
            Node node = place.find(at.group, last);
            boolean leads = node.parent != at.group;
            Level inside = new Level(leads ? node.parent : at.group);
            if (leads || !last.conditions().isEmpty()) {
                inside.segment(place, node, List.of()).addAll(constants(node, last.conditions()));
            }
            int child = layout.child(below.name());
            rows(below, layout.child(child), inside);
            at.rows.add(new Emission.Rows(node, child, inside.finish(), leads));
        }

        private List<Setting> constants(Node node, List<Path.Condition> conditions) {
            return conditions.stream()
                    .<Setting>map(condition -> new Setting.Constant(
                            place.addresses(node, condition.element(), false).getFirst(), condition.values().getFirst()))
                    .toList();
        }

        private Level descend(Path.Step step, Level level) {
            Node leader = place.find(level.group, step);
            Level below = level.below(leader, step.conditions());
            below.segment(place, leader, step.conditions());
            return below;
        }

        private List<Setting> segment(Path path, Level from) {
            Level level = from;
            List<Path.Step> steps = path.steps();
            for (Path.Step step : steps.subList(0, steps.size() - 1)) {
                level = descend(step, level);
            }
            Path.Step last = steps.getLast();
            Node node = place.find(level.group, last);
            if (node.parent != level.group) {
                level = level.below(node, last.conditions());
            }
            return level.segment(place, node, last.conditions());
        }

        private Node node(Path path, Level from) {
            Node group = from.group;
            for (Path.Step step : path.steps().subList(0, path.steps().size() - 1)) {
                group = place.find(group, step).parent;
            }
            return place.find(group, path.steps().getLast());
        }

        private List<Place.Address> addresses(Path path, Level from) {
            if (path.element() == null) {
                throw new IllegalArgumentException("no data element: " + path);
            }
            return place.addresses(node(path, from), path.element(), false);
        }
    }
}
