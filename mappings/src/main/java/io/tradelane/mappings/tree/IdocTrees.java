package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.SegmentLayout;
import io.tradelane.mappings.tree.TreeNode.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The tree of each IDoc of an input, the control record first. Of an unknown segment in a flat one, its data as they came. */
final class IdocTrees {
    private final Consumer<MessageTree> trees;
    private int index;
    private int count;

    IdocTrees(Consumer<MessageTree> trees) {
        this.trees = trees;
    }

    void tree(Idoc idoc) {
        count = 0;
        List<TreeNode> nodes = new ArrayList<>();
        nodes.add(node(idoc.control()));
        for (IdocSegment segment : idoc.segments()) {
            if (count < MessageTree.MOST) {
                nodes.add(node(segment));
            }
        }
        MessageType type = new MessageType(idoc.messageType(), idoc.basicType(), idoc.control().text("CIMTYP"));
        trees.accept(new MessageTree(type, idoc.number(), index++, List.copyOf(nodes), count >= MessageTree.MOST, idoc.report().findings()));
    }

    private TreeNode node(IdocSegment segment) {
        count++;
        List<TreeNode> below = new ArrayList<>();
        for (String field : segment.fields()) {
            count++;
            below.add(new TreeNode(Vocabulary.IDOC, Kind.ELEMENT, field, "", 0, segment.value(field), segment.place(field).at(0, 0), List.of()));
        }
        for (IdocSegment child : segment.children()) {
            if (count < MessageTree.MOST) {
                below.add(node(child));
            }
        }
        String name = SegmentLayout.of(segment.name()).map(SegmentLayout::name).orElse("");
        return new TreeNode(Vocabulary.IDOC, Kind.SEGMENT, segment.name(), name, 0, null, segment.place(), List.copyOf(below));
    }
}
