package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.idoc.IdocReader;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One UN/EDIFACT message as a tree: groups, segments, composites and elements in the order of the message; or one IDoc: segments,
 * their fields and the segments below them.
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
        BufferedInputStream input = new BufferedInputStream(bytes, 1 << 16);
        input.mark(XmlRoot.LOOK_AHEAD + 1);
        byte[] head = input.readNBytes(XmlRoot.LOOK_AHEAD);
        input.reset();
        String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1).replace("\u00EF\u00BB\u00BF", "").stripLeading();
        if (IdocReader.isFlat(start)) {
            IdocReader.read(input, true, limits, new IdocTrees(trees)::tree);
            return;
        }
        if (start.startsWith("<") && XmlRoot.peek(head, head.length).filter(IdocReader::isXml).isPresent()) {
            IdocReader.read(input, false, limits, new IdocTrees(trees)::tree);
            return;
        }
        new EdifactReader(input, Strictness.LENIENT, limits, new TreeHandler(trees)).read();
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
