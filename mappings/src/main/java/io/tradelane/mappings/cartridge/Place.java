package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.util.ArrayList;
import java.util.List;

/** Finds the nodes and positions of a grammar that a declaration means; a declaration that means nothing is an error. */
final class Place {

    /** Where a value stands: element and component from 1, repetition from 1. */
    record Address(int element, int repetition, int component) {}

    private final MessageGrammar grammar;

    Place(MessageGrammar grammar) {
        this.grammar = grammar;
    }

    /**
     * @param group from which the step goes down
     * @return a segment; it leads a group below {@code group} when there is no such segment in {@code group} itself
     */
    Node find(Node group, Path.Step step) {
        int tag = SegmentTag.of(step.tag());
        List<Node> segments = group.children().stream().filter(node -> node.tag == tag && !node.isGroup()).toList();
        List<Node> groups = group.children().stream().filter(node -> node.tag == tag && node.isGroup()).toList();
        int wanted = step.occurrence() - 1;
        if (wanted < segments.size()) {
            return segments.get(wanted);
        }
        if (wanted - segments.size() < groups.size()) {
            return groups.get(wanted - segments.size()).leader();
        }
        throw new IllegalArgumentException(grammar + " has no " + step.tag() + "#" + step.occurrence() + " below " + group);
    }

    /** All places of a data element in a segment, in order; one if its occurrence was named. */
    List<Address> addresses(Node segment, Path.ElementName element, boolean compact) {
        Layout layout = compact ? segment.segment.compact() : segment.segment.expanded();
        if (element.position() > 0) {
            return List.of(address(segment, layout, element));
        }
        List<Address> found = new ArrayList<>();
        for (int position = 1; position <= layout.size; position++) {
            boolean here = element.composite() == null || element.composite().equals(layout.id(position));
            for (int repetition = 1; here && repetition <= layout.repeat(position); repetition++) {
                for (int component = 1; component <= layout.components(position); component++) {
                    if (layout.element(position, component).id().equals(element.id())) {
                        found.add(new Address(position, repetition, component));
                    }
                }
            }
        }
        if (found.size() < Math.max(element.occurrence(), 1)) {
            throw new IllegalArgumentException(grammar + " has no " + element + " in " + segment);
        }
        return element.occurrence() == 0 ? found : List.of(found.get(element.occurrence() - 1));
    }

    private Address address(Node segment, Layout layout, Path.ElementName element) {
        if (element.position() > layout.size || element.component() > layout.components(element.position())) {
            throw new IllegalArgumentException(grammar + " has no " + element.id() + " in " + segment);
        }
        return new Address(element.position(), 1, element.component());
    }
}
