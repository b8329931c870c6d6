package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structure of one message of a directory (EDMD), between UNH and UNT. Immutable for its users; the ways from one
 * segment to another are worked out when they are first gone.
 */
public class MessageGrammar {

    private static final Step[] NOWHERE = {};

    private final String name;
    private final Directory directory;
    private final List<Node> nodes;
    /** For each node and each tag of the message, the ways to go; filled on demand, racing threads agree. */
    private final Step @Nullable [] @Nullable [][] steps;
    private final TagIndex tags;

    public MessageGrammar(String name, Directory directory, List<Node> nodes) {
        this.name = name;
        this.directory = directory;
        this.nodes = List.copyOf(nodes);
        this.tags = TagIndex.of(nodes);
        this.steps = new Step[nodes.size()][][];
    }

    public String name() {
        return name;
    }

    public Directory directory() {
        return directory;
    }

    /** In the order of the message; the first is the message itself. */
    public List<Node> nodes() {
        return nodes;
    }

    public Node root() {
        return nodes.getFirst();
    }

    /** Whether the message has this segment anywhere. */
    boolean knows(int tag) {
        return tags.slot(tag) >= 0;
    }

    /**
     * The ways from {@code from} to a segment, nearest first; those that leave nothing mandatory out before the others.
     * A stray segment shall not carry us out of a group and past what must follow: such a way is none, unless the
     * segment is mandatory itself.
     */
    Step[] steps(Node from, int tag) {
        Node.Hop hop = from.hop(tag);
        if (hop != null) {
            return hop.steps();
        }
        Step[] steps = lookUp(from, tag);
        from.remember(tag, steps);
        return steps;
    }

    private Step[] lookUp(Node from, int tag) {
        int slot = tags.slot(tag);
        if (slot < 0) {
            return NOWHERE;
        }
        Step[][] row = steps[from.index];
        if (row == null) {
            row = steps[from.index] = new Step[tags.size()][];
        }
        Step[] found = row[slot];
        if (found == null) {
            found = row[slot] = find(from, tag);
        }
        return found;
    }

    private Step[] find(Node from, int tag) {
        List<Step> complete = new ArrayList<>();
        List<Step> leaving = new ArrayList<>();
        List<Node> skipped = new ArrayList<>();
        if (from.tag == tag && !from.isGroup()) {
            complete.add(new Step(from, from, List.of()));
        }
        Node home = from.isGroup() ? from : from.parent;
        Node level = home;
        int next = from.isGroup() ? 0 : from.ordinal + 1;
        while (level != null) {
            for (Node sibling : level.children.subList(next, level.children.size())) {
                if (sibling.tag == tag && (skipped.isEmpty() || sibling.mandatory || level == home)) {
                    add(sibling, skipped, complete, leaving);
                }
                if (sibling.mandatory) {
                    skipped.add(sibling);
                }
            }
            if (level.parent != null && level.tag == tag) {
                add(level, skipped, complete, leaving);
            }
            next = level.ordinal + 1;
            level = level.parent;
        }
        complete.addAll(leaving);
        return complete.toArray(Step[]::new);
    }

    private static void add(Node entered, List<Node> skipped, List<Step> complete, List<Step> leaving) {
        Node target = entered.isGroup() ? entered.leader() : entered;
        (skipped.isEmpty() ? complete : leaving).add(new Step(target, entered, List.copyOf(skipped)));
    }

    /** Mandatory segments and groups still to come when the message ends behind {@code last}. */
    List<Node> missingAfter(Node last) {
        List<Node> missing = new ArrayList<>();
        Node level = last.isGroup() ? last : last.parent;
        int next = last.isGroup() ? 0 : last.ordinal + 1;
        while (level != null) {
            for (Node node : level.children.subList(next, level.children.size())) {
                if (node.mandatory) {
                    missing.add(node);
                }
            }
            next = level.ordinal + 1;
            level = level.parent;
        }
        return missing;
    }

    /** Tags that may follow {@code last} without leaving anything out, for a person; at most {@code most}. */
    String expectedAfter(Node last, int most) {
        List<String> expected = new ArrayList<>();
        Node level = last.isGroup() ? last : last.parent;
        int next = last.isGroup() ? 0 : last.ordinal + 1;
        while (level != null) {
            for (Node sibling : level.children.subList(next, level.children.size())) {
                if (expected.size() == most) {
                    return String.join(", ", expected) + ", …";
                }
                String tag = SegmentTag.name(sibling.tag);
                if (!expected.contains(tag)) {
                    expected.add(tag);
                }
                if (sibling.mandatory) {
                    return String.join(", ", expected);
                }
            }
            next = level.ordinal + 1;
            level = level.parent;
        }
        expected.add(SegmentTag.name(root().tag == SegmentTag.UNH ? SegmentTag.UNT : SegmentTag.SE));
        return String.join(", ", expected);
    }

    @Override
    public String toString() {
        return name + " " + directory.name();
    }
}
