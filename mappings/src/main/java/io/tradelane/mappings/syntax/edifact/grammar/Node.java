package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the structure of a message: a segment, or a segment group with the nodes below it. The message itself is
 * the outermost group. Nodes are numbered in the order of the message; those below a group follow it directly.
 */
public final class Node {

    private static final int HOPS = 8;

    public final int index;
    public final @Nullable Node parent;
    /** Among the children of the parent, from 0. */
    final int ordinal;
    /** Of a group: the tag of the segment that leads it. */
    public final int tag;
    public final boolean mandatory;
    public final int max;
    /** Of a segment. */
    public final @Nullable SegmentGrammar segment;
    /** Of a group: its number in the message; 0 for the message and for segments. */
    public final int group;
    /** Index behind the last node below this one. */
    int end;
    List<Node> children = List.of();
    /** The ways that were taken from here, by the hash of the next tag. */
    private final @Nullable Hop[] hops = new Hop[HOPS];

    record Hop(int tag, Step[] steps) {}

    Node(int index, @Nullable Node parent, int ordinal, int tag, boolean mandatory, int max, @Nullable SegmentGrammar segment, int group) {
        this.index = index;
        this.parent = parent;
        this.ordinal = ordinal;
        this.tag = tag;
        this.mandatory = mandatory;
        this.max = max;
        this.segment = segment;
        this.group = group;
        this.end = index + 1;
    }

    /** The ways to a tag if they were gone before. */
    @Nullable Hop hop(int tag) {
        Hop hop = hops[place(tag)];
        return hop != null && hop.tag() == tag ? hop : null;
    }

    void remember(int tag, Step[] steps) {
        hops[place(tag)] = new Hop(tag, steps);
    }

    private static int place(int tag) {
        return tag * 0x9E3779B1 >>> 29;
    }

    public boolean isGroup() {
        return segment == null;
    }

    public boolean isLeader() {
        return ordinal == 0 && parent != null && parent.parent != null;
    }

    public List<Node> children() {
        return children;
    }

    /** Of a group, the segment that leads it. */
    public Node leader() {
        return children.getFirst();
    }

    @Override
    public String toString() {
        return (isGroup() ? "group " + group + " " : "") + SegmentTag.name(tag);
    }
}
