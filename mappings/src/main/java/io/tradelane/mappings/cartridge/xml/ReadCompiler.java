package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.RowLayout;
import io.tradelane.mappings.cartridge.xml.Located.Later;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a tree of nodes of a declaration. */
final class ReadCompiler {
    private static final int[] NONE = {};

    private record ConditionKey(Node node, Path.Condition condition) {}

    private record IndexKey(Node node, List<Path.Condition> conditions, int index) {}

    private record CounterKey(Node node, List<Path.Condition> conditions) {}

    private record SlotKey(int level, int slot) {}

    /** Where content is compiled. */
    private record Base(Level level, Located at) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final Map<ConditionKey, Integer> conditions = new HashMap<>();
    private final Map<IndexKey, Integer> indexes = new HashMap<>();
    private final Map<CounterKey, Integer> counters = new HashMap<>();
    private final Map<SlotKey, Integer> ranks = new HashMap<>();
    private int flags;

    static ReadPlan compile(Declaration.Document document, RowLayout layout) {
        return new ReadCompiler().plan(document, layout);
    }

    private ReadPlan plan(Declaration.Document document, RowLayout layout) {
        Path.Name name = document.root().getFirst();
        Node root = new Node(name, 0, "/" + name.local());
        nodes.add(root);
        Level outermost = level(-1, 0, layout, new Located(root, NONE, new Later[0]), false);
        content(document.content(), new Base(outermost, outermost.at));
        return new ReadPlan(root, List.copyOf(levels), nodes.size(), flags, counters.size());
    }

    private Level level(int above, int child, RowLayout layout, Located at, boolean stream) {
        Level level = new Level(levels.size(), above, child, layout, at, stream);
        levels.add(level);
        at.node().rows = Node.with(at.node().rows, level);
        at.node().placed = true;
        return level;
    }

    private void content(List<Declaration> content, Base base) {
        for (Declaration declared : content) {
            if (declared.scope().reads()) {
                switch (declared) {
                    case Declaration.Field field -> field(field, base);
                    case Declaration.Given given -> base.level().given.add(
                            new Level.GivenValue(base.level().layout.slot(given.name()), given.value()));
                    case Declaration.Within within -> content(within.content(), new Base(base.level(), locate(within.at(), base.at())));
                    case Declaration.Rows rows -> rows(rows, base);
                    case Declaration.Constant constant -> { }
                    case Declaration.Use use -> throw new IllegalStateException(use.fragment());
                }
            }
        }
    }

    private void rows(Declaration.Rows rows, Base base) {
        int child = base.level().layout.child(rows.name());
        for (Path path : rows.at()) {
            Located at = locate(path, base.at());
            if (at.node() == base.level().at.node()) {
                throw new IllegalArgumentException("rows " + rows.name() + " need an element of their own");
            }
            Level level = level(base.level().number, child, base.level().layout.child(child), at, rows.stream());
            if (rows.stream() && level.isTentative()) {
                throw new IllegalArgumentException("rows " + rows.name() + " cannot stream: an element decides about them that may come later");
            }
            content(rows.content(), new Base(level, new Located(at.node(), NONE, new Later[0])));
        }
        if (rows.required()) {
            check(base, -1, child, rows.at().getFirst());
        }
    }

    private void field(Declaration.Field field, Base base) {
        Level level = base.level();
        int slot = level.layout.slot(field.name());
        for (Path path : field.at()) {
            Located at = locate(path, base.at());
            int rank = ranks.merge(new SlotKey(level.number, slot), 0, (before, first) -> before + 1);
            level.ranked |= rank > 0;
            Node node = at.node();
            node.placed = true;
            node.formatted |= DateForms.isCode(field.pattern());
            Path.Name attribute = path.attribute();
            Taking taking = new Taking(
                    level.number, slot, rank, at, field, attribute == null ? node.path : node.path + "/@" + attribute.local());
            if (attribute == null) {
                node.takings = Node.with(node.takings, taking);
                node.takesText = true;
            } else {
                node.attributes = Node.with(node.attributes, new Node.AttributeTaking(attribute.local(), taking));
            }
        }
        if (field.join() != null && !level.joined.contains(slot)) {
            level.joined.add(slot);
        }
        if (field.required()) {
            check(base, slot, -1, field.at().getFirst());
        }
    }

    /** What is required is so in the row, or below {@code within} where that is there at all. */
    private void check(Base base, int slot, int child, Path path) {
        Node node = base.at().node();
        int[] wanted = base.at().now();
        for (Later later : base.at().later()) {
            for (int flag : later.flags()) {
                wanted = Node.with(wanted, flag);
            }
        }
        String place = path.plain();
        Node.Check check = new Node.Check(
                base.level().number, slot, child, wanted, place.isEmpty() || place.equals(".") ? node.path : node.path + "/" + place);
        if (node == base.level().at.node()) {
            base.level().checks.add(check);
        } else {
            node.checks = Node.with(node.checks, check);
            node.placed = true;
        }
    }

    private Located locate(Path path, Located from) {
        Node node = from.node();
        int[] now = from.now();
        List<Later> later = new ArrayList<>(List.of(from.later()));
        for (Path.Step step : path.steps()) {
            Node parent = node;
            node = parent.child(step.name(), nodes);
            int[] deferred = NONE;
            int[] immediate = NONE;
            for (Path.Condition condition : step.conditions()) {
                int flag = flag(node, condition);
                if (condition.ofAttribute()) {
                    immediate = Node.with(immediate, flag);
                } else {
                    deferred = Node.with(deferred, flag);
                }
            }
            if (step.index() > 0) {
                immediate = Node.with(immediate, index(parent, node, step, immediate));
            }
            for (int flag : immediate) {
                now = Node.with(now, flag);
            }
            if (deferred.length > 0) {
                node.defers = true;
                later.addFirst(new Later(node, deferred));
            }
        }
        return new Located(node, now, later.toArray(Later[]::new));
    }

    private int flag(Node node, Path.Condition condition) {
        if (condition.at().steps().stream().anyMatch(step -> !step.conditions().isEmpty() || step.index() > 0)) {
            throw new IllegalArgumentException("a condition has no conditions: " + condition.at().plain());
        }
        return conditions.computeIfAbsent(new ConditionKey(node, condition), key -> {
            int flag = flags++;
            Path.Name attribute = condition.at().attribute();
            Set<String> values = Set.copyOf(condition.values());
            if (condition.ofAttribute()) {
                node.attributeTests = Node.with(
                        node.attributeTests, new Node.AttributeTest(flag, attribute.local(), values, condition.negated()));
                return flag;
            }
            if (condition.negated()) {
                node.raised = Node.with(node.raised, flag);
            } else {
                node.resets = Node.with(node.resets, flag);
            }
            Located decides = locate(condition.at(), new Located(node, NONE, new Later[0]));
            Node decider = decides.node();
            if (attribute == null) {
                decider.marks = Node.with(decider.marks, new Node.Mark(flag, values, condition.negated()));
                decider.takesText = true;
            } else {
                decider.attributeMarks = Node.with(
                        decider.attributeMarks, new Node.AttributeMark(flag, attribute.local(), values, condition.negated()));
            }
            return flag;
        });
    }

    private int index(Node parent, Node node, Path.Step step, int[] before) {
        boolean byText = step.conditions().stream().anyMatch(condition -> !condition.ofAttribute());
        if (byText) {
            throw new IllegalArgumentException("a count of elements cannot wait for the text of one: " + step.name());
        }
        return indexes.computeIfAbsent(new IndexKey(node, step.conditions(), step.index()), key -> {
            int counter = counters.computeIfAbsent(new CounterKey(node, step.conditions()), absent -> {
                int made = counters.size();
                parent.counters = Node.with(parent.counters, made);
                node.counts = Node.with(node.counts, new Node.Count(made, before));
                return made;
            });
            int flag = flags++;
            node.indexTests = Node.with(node.indexTests, new Node.IndexTest(flag, counter, step.index()));
            return flag;
        });
    }
}
