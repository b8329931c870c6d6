package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.CodeList;
import io.tradelane.mappings.syntax.edifact.grammar.DataElement;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A declaration compiled against the grammar of one directory: what to do at which node. */
final class ReadPlan {

    private static final int[] NO_FLAGS = {};

    private final RowLayout layout;
    private final Action @Nullable [][] actions;
    private final int levels;
    private final int flags;
    private final List<String> skipped;

    private ReadPlan(RowLayout layout, Action @Nullable [][] actions, int levels, int flags, List<String> skipped) {
        this.skipped = List.copyOf(skipped);
        this.layout = layout;
        this.actions = actions;
        this.levels = levels;
        this.flags = flags;
    }

    /** What the grammar does not have is passed over and {@link #skipped() told}. */
    static ReadPlan compile(Declaration.Message declaration, RowLayout layout, MessageGrammar grammar) {
        return new Compiler(grammar).compile(declaration, layout);
    }

    RowLayout layout() {
        return layout;
    }

    Action @Nullable [] actions(Node node) {
        return actions[node.index];
    }

    List<String> skipped() {
        return skipped;
    }

    int levels() {
        return levels;
    }

    int flags() {
        return flags;
    }

    private static final class Compiler {

        /** A segment, and what must have been marked above it. */
        private record Located(Node node, int[] flags, Requirement[] requirements) {}

        private record MarkKey(Node node, List<Path.Condition> conditions) {}

        private final MessageGrammar grammar;
        private final Place place;
        private final Map<MarkKey, Integer> marks = new HashMap<>();
        private final List<List<Action>> atNode = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private int levels = 1;

        Compiler(MessageGrammar grammar) {
            this.grammar = grammar;
            this.place = new Place(grammar);
            grammar.nodes().forEach(node -> atNode.add(new ArrayList<>()));
        }

        ReadPlan compile(Declaration.Message declaration, RowLayout layout) {
            rows(declaration.content(), layout, grammar.root(), 0);
            Action[][] actions = atNode.stream()
                    .map(list -> list.isEmpty() ? null : list.toArray(Action[]::new)).toArray(Action[][]::new);
            return new ReadPlan(layout, actions, levels, marks.size(), skipped);
        }

        private void rows(Declaration.Rows rows, RowLayout layout, Node group, int level) {
            for (Declaration declared : rows.content()) {
                if (declared.scope().read() && declared.scope().holds(grammar.directory().name())) {
                    try {
                        declaration(declared, layout, group, level);
                    } catch (IllegalArgumentException e) {
                        skipped.add(e.getMessage());
                    }
                }
            }
        }

        private void declaration(Declaration declared, RowLayout layout, Node group, int level) {
            if (declared instanceof Declaration.Field field) {
                field(field, layout, group, level);
            } else if (declared instanceof Declaration.Rows below) {
                Located at = locate(below.at(), group);
                int child = layout.child(below.name());
                int levelBelow = levels++;
                add(at, Action.begin(levelBelow, level, child, at.flags(), at.requirements()));
                Node inside = at.node().parent == group ? group : at.node().parent;
                rows(below, layout.child(child), inside, levelBelow);
            }
        }

        private void field(Declaration.Field field, RowLayout layout, Node group, int level) {
            Located at = locate(field.at(), group);
            Path.ElementName element = field.at().element();
            if (element == null) {
                throw new IllegalArgumentException("field " + field.name() + " names no data element");
            }
            List<Taking> expanded = takings(field, layout, at.node(), false);
            List<Taking> compact = takings(field, layout, at.node(), true);
            if (field.join() == null) {
                take(at, level, expanded.getFirst(), compact.getFirst());
            } else {
                add(at, Action.join(
                        level, layout.slot(field.name()), at.flags(), at.requirements(),
                        new TakingList(expanded), new TakingList(compact), field.join()));
            }
        }

        private List<Taking> takings(Declaration.Field field, RowLayout rows, Node node, boolean compact) {
            Layout layout = compact ? node.segment.compact() : node.segment.expanded();
            int slot = rows.slot(field.name());
            return place.addresses(node, field.at().element(), compact).stream()
                    .map(at -> new Taking(
                            slot, field.type(), at, format(node, at, compact), codes(layout.element(at.element(), at.component()))))
                    .toList();
        }

        /** Of a number the list is not asked when it is checked. */
        private static @Nullable CodeList codes(DataElement element) {
            return element.numeric() ? null : element.codes();
        }

        /** Fields of one segment under one condition are taken together. */
        private void take(Located at, int level, Taking expanded, Taking compact) {
            List<Action> actions = atNode.get(at.node().index);
            Action last = actions.isEmpty() ? null : actions.getLast();
            boolean unconditional = at.flags().length == 0 && at.requirements().length == 0;
            boolean together = unconditional && last != null && last.level == level
                    && (last.kind == Action.Kind.BEGIN || last.kind == Action.Kind.TAKE && last.isUnconditional());
            if (together) {
                actions.set(actions.size() - 1, last.and(expanded, compact));
            } else {
                add(at, Action.take(level, at.flags(), at.requirements()).and(expanded, compact));
            }
        }

        private void add(Located at, Action action) {
            atNode.get(at.node().index).add(action);
        }

        /** The format qualifier in the same composite. */
        private Place.@Nullable Address format(Node segment, Place.Address date, boolean compact) {
            try {
                return place.addresses(segment, new Path.ElementName(null, "2379", 0), compact).stream()
                        .filter(at -> at.element() == date.element() && at.repetition() == date.repetition())
                        .findFirst().orElse(null);
            } catch (IllegalArgumentException none) {
                return null;
            }
        }

        private Located locate(Path path, Node from) {
            Node group = from;
            int[] flags = NO_FLAGS;
            List<Path.Step> steps = path.steps();
            for (Path.Step step : steps.subList(0, steps.size() - 1)) {
                Node leader = place.find(group, step);
                if (leader.parent == group) {
                    throw new IllegalArgumentException(step.tag() + " leads no group of " + grammar + ": " + path);
                }
                if (!step.conditions().isEmpty()) {
                    flags = append(flags, mark(leader, step.conditions()));
                }
                group = leader.parent;
            }
            Path.Step last = steps.getLast();
            Node node = place.find(group, last);
            return new Located(node, flags, Requirement.of(place, node, last.conditions()));
        }

        private int mark(Node leader, List<Path.Condition> conditions) {
            return marks.computeIfAbsent(new MarkKey(leader, conditions), key -> {
                int flag = marks.size();
                atNode.get(leader.index).addFirst(Action.mark(flag, Requirement.of(place, leader, conditions)));
                return flag;
            });
        }

        private static int[] append(int[] flags, int flag) {
            int[] more = Arrays.copyOf(flags, flags.length + 1);
            more[flags.length] = flag;
            return more;
        }
    }
}
