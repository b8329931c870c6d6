package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.List;

/**
 * One way from a place in a message to a segment that follows.
 *
 * @param target the segment
 * @param entered group of which a new instance begins with it, or the segment itself when no group begins
 * @param skipped mandatory segments and groups left out on this way
 * @param complete none was
 */
record Step(Node target, Node entered, List<Node> skipped, boolean complete) {

    Step(Node target, Node entered, List<Node> skipped) {
        this(target, entered, skipped, skipped.isEmpty());
    }

    boolean fits(int[] counts) {
        return counts[entered.index] < entered.max;
    }
}
