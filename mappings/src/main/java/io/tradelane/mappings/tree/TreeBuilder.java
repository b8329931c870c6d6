package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.grammar.DataElement;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.tree.TreeNode.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree of one message, segment by segment. */
final class TreeBuilder implements InterchangeHandler.SegmentHandler {

    private final Vocabulary vocabulary;
    private final List<TreeNode> nodes = new ArrayList<>();
    /** The children of the instance of each group that is open. */
    private final Map<Node, List<TreeNode>> open = new IdentityHashMap<>();
    private int count;

    TreeBuilder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<TreeNode> nodes() {
        return nodes;
    }

    boolean truncated() {
        return count > MessageTree.MOST;
    }

    @Override
    public void segment(Segment segment, Node node, Layout layout) {
        List<TreeNode> level = level(node, segment);
        add(level, new TreeNode(
                vocabulary, Kind.SEGMENT, segment.tagText(), node.segment == null ? "" : node.segment.name(), 0, null, segment.position(),
                elements(segment, layout)));
    }

    @Override
    public void stray(Segment segment, @Nullable SegmentGrammar grammar, @Nullable Layout layout) {
        add(nodes, new TreeNode(
                vocabulary, Kind.SEGMENT, segment.tagText(), grammar == null ? "" : grammar.name(), 0, null, segment.position(),
                layout == null ? unknown(segment, 1) : elements(segment, layout)));
    }

    /** A segment that leads a group begins a new instance of it. */
    private List<TreeNode> level(Node node, Segment segment) {
        Node group = node.parent;
        if (group == null || group.parent == null) {
            return nodes;
        }
        if (node.isLeader()) {
            List<TreeNode> children = new ArrayList<>();
            List<TreeNode> above = open.getOrDefault(group.parent, nodes);
            String name = node.segment == null ? "" : node.segment.name();
            add(above, new TreeNode(vocabulary, Kind.GROUP, segment.tagText(), name, group.group, null, segment.position(), children));
            open.put(group, children);
        }
        return open.getOrDefault(group, nodes);
    }

    private void add(List<TreeNode> level, TreeNode node) {
        if (++count <= MessageTree.MOST) {
            level.add(node);
        }
    }

    private List<TreeNode> elements(Segment segment, Layout layout) {
        List<TreeNode> elements = new ArrayList<>();
        int known = Math.min(segment.elements(), layout.size);
        for (int element = 1; element <= known; element++) {
            for (int repetition = 1; repetition <= layout.repeat(element); repetition++) {
                element(segment, layout, element, repetition, elements);
            }
        }
        elements.addAll(unknown(segment, known + 1));
        return List.copyOf(elements);
    }

    private void element(Segment segment, Layout layout, int element, int repetition, List<TreeNode> elements) {
        List<TreeNode> components = new ArrayList<>();
        for (int component = 1; component <= layout.components(element); component++) {
            int at = segment.find(element, repetition, component);
            if (at >= 0) {
                DataElement known = layout.element(element, component);
                components.add(leaf(known.id(), known.name(), segment, at, element, component));
            }
        }
        if (!layout.isComposite(element)) {
            elements.addAll(components);
        } else if (!components.isEmpty()) {
            count++;
            elements.add(new TreeNode(
                    vocabulary, Kind.COMPOSITE, layout.id(element), layout.name(element), 0, null, segment.position(element, 0), List.copyOf(components)));
        }
    }

    /** What no directory knows still has values. */
    private List<TreeNode> unknown(Segment segment, int from) {
        List<TreeNode> elements = new ArrayList<>();
        for (int element = from; element <= segment.elements(); element++) {
            for (int component = 1; component <= segment.components(element); component++) {
                int at = segment.find(element, component);
                if (at >= 0) {
                    elements.add(leaf("", "", segment, at, element, component));
                }
            }
        }
        return elements;
    }

    private TreeNode leaf(String id, String name, Segment segment, int at, int element, int component) {
        count++;
        return new TreeNode(vocabulary, Kind.ELEMENT, id, name, 0, segment.text(at), segment.position(element, component), List.of());
    }
}
