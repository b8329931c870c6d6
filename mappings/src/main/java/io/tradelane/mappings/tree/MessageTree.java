package io.tradelane.mappings.tree;

import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.idoc.IdocReader;
import io.tradelane.mappings.syntax.x12.X12Reader;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * One message as a tree, in the order of the message: of UN/EDIFACT and X12 groups, segments, composites and elements with
 * the names of their directory; of an IDoc segments, their fields and the segments below; of XML elements and attributes. Bad content is a finding in the tree.
 *
 * @param index in the input, from 0; {@value #WHOLE} when the tree is all of the input, however many messages it holds
 * @param nodes segments and groups of the outermost level without the message's own envelope; or the root element
 * @param truncated whether the message has more than {@value #MOST} nodes; the rest is left out
 * @param findings of the syntax, also those at a place that is in the tree
 */
public record MessageTree(
        MessageType type, String reference, int index, List<TreeNode> nodes, boolean truncated, List<Finding> findings) {

    /** An index. */
    public static final int WHOLE = -1;

    /** Nodes of one message that are kept. */
    public static final int MOST = 50_000;

    /**
     * The messages of an input of UN/EDIFACT, one after the other.
     *
     * @param overlays what partners do otherwise, with the names of their segments
     * @param received decides whether an overlay holds, if the envelope does not say when it was prepared
     * @param more takes one and says whether it wants another
     */
    public static void edifact(InputStream bytes, Limits limits, Overlays overlays, LocalDate received, Predicate<MessageTree> more) throws IOException {
        TreeHandler handler = new TreeHandler(Vocabulary.EDIFACT, overlays, received, Enough.after(more));
        Enough.or(() -> new EdifactReader(bytes, Strictness.LENIENT, limits, handler).read());
    }

    /** The transaction sets of an input of X12; as {@link #edifact}. */
    public static void x12(InputStream bytes, Limits limits, Overlays overlays, LocalDate received, Predicate<MessageTree> more) throws IOException {
        TreeHandler handler = new TreeHandler(Vocabulary.X12, overlays, received, Enough.after(more));
        Enough.or(() -> new X12Reader(bytes, Strictness.LENIENT, limits, handler).read());
    }

    /** The IDocs of an input, with their control records; as {@link #edifact}. @param flat else XML */
    public static void idoc(InputStream bytes, boolean flat, Limits limits, LocalDate received, Predicate<MessageTree> more) throws IOException {
        IdocTrees trees = new IdocTrees(Enough.after(more));
        Enough.or(() -> IdocReader.read(bytes, flat, limits, received, trees::tree));
    }

    /** The one document of an input of XML. */
    public static void xml(InputStream bytes, Limits limits, Predicate<MessageTree> more) throws IOException {
        more.test(new XmlTree().read(bytes, limits));
    }
}
