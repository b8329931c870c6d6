package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One UN/EDIFACT message as a tree: groups, segments, composites and elements in the order of the message.
 *
 * @param index in the input, from 0
 * @param nodes segments and groups of the outermost level, UNH and UNT left out
 * @param truncated whether the message has more than {@value #MOST} nodes; the rest is left out
 * @param findings of the syntax, also those at a place that is in the tree
 */
public record MessageTree(
        MessageType type, String reference, int index, List<TreeNode> nodes, boolean truncated, List<Finding> findings) {

    /** Nodes of one message that are kept. */
    public static final int MOST = 50_000;

    /** Every message of an input, one after the other; bad content is a finding in the tree. */
    public static void read(InputStream bytes, Limits limits, Consumer<MessageTree> trees) throws IOException {
        new EdifactReader(bytes, Strictness.LENIENT, limits, new TreeHandler(trees)).read();
    }

    /** The message with this index; absent when the input has fewer. */
    public static Optional<MessageTree> read(InputStream bytes, Limits limits, int index) throws IOException {
        List<MessageTree> found = new ArrayList<>();
        read(bytes, limits, tree -> {
            if (tree.index() == index) {
                found.add(tree);
            }
        });
        return found.stream().findFirst();
    }
}
