package io.tradelane.mappings.syntax.edifact.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the structure in the order of the message and numbers it. */
public final class MessageStructure {

    /** A group whose leader has not been read yet has no tag; its node is made with the leader. */
    private record Opened(int group, boolean mandatory, int max) {}

    private final Directory directory;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> path = new ArrayList<>();
    private @Nullable Opened opened;

    /** @param header tag of the segment that begins every message: UNH, ST */
    public MessageStructure(Directory directory, int header) {
        this.directory = directory;
        enter(new Node(0, null, 0, header, true, 1, null, 0));
    }

    public void segment(int tag, boolean mandatory, int max) {
        SegmentGrammar segment = directory.segment(tag);
        if (segment == null) {
            throw new IllegalStateException("no segment " + SegmentTag.name(tag) + " in " + directory.name());
        }
        segment(segment, mandatory, max);
    }

    void segment(SegmentGrammar segment, boolean mandatory, int max) {
        int tag = segment.tag;
        if (opened != null) {
            Opened group = opened;
            opened = null;
            Node parent = path.getLast();
            enter(new Node(nodes.size(), parent, parent.children.size(), tag, group.mandatory(), group.max(), null, group.group()));
        }
        Node parent = path.getLast();
        Node node = new Node(nodes.size(), parent, parent.children.size(), tag, mandatory, max, segment, 0);
        parent.children.add(node);
        nodes.add(node);
    }

    public void beginGroup(int group, boolean mandatory, int max) {
        opened = new Opened(group, mandatory, max);
    }

    public void endGroup() {
        path.removeLast().end = nodes.size();
    }

    private void enter(Node group) {
        if (group.parent != null) {
            group.parent.children.add(group);
        }
        group.children = new ArrayList<>();
        nodes.add(group);
        path.add(group);
    }

    public List<Node> nodes() {
        path.getFirst().end = nodes.size();
        return nodes;
    }
}
