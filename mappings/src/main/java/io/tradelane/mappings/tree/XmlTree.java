package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.tree.TreeNode.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The tree of an XML document as it is written, up to where it cannot be read. */
final class XmlTree {
    private static final int FINDINGS = 1;

    private final List<TreeNode> nodes = new ArrayList<>();
    private int count;

    MessageTree read(InputStream bytes, Limits limits) throws IOException {
        XmlReport report = new XmlReport(FINDINGS);
        MessageType type = new MessageType("", "", null);
        try {
            XmlCursor cursor = new XmlCursor(bytes, XmlLimits.of(limits), true);
            String root = cursor.root();
            type = new MessageType(root, cursor.namespace(), null);
            element(root, cursor, nodes);
            cursor.finish();
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        return new MessageTree(type, "", MessageTree.WHOLE, List.copyOf(nodes), count > MessageTree.MOST, report.findings());
    }

    private void element(String name, XmlCursor cursor, List<TreeNode> level) throws IOException, XmlRefused {
        Position here = new Position(cursor.line(), cursor.column(), cursor.bytes(), name, 0, 0, 0);
        boolean kept = count++ < MessageTree.MOST;
        List<TreeNode> children = new ArrayList<>();
        for (String attribute : cursor.attributeNames()) {
            String value = cursor.attribute(attribute);
            add(children, new TreeNode(Vocabulary.XML, Kind.ELEMENT, "@" + attribute, "", 0, value == null ? "" : value, here, List.of()));
        }
        String text = cursor.textOr(child -> element(child, cursor, children));
        TreeNode made = new TreeNode(
                Vocabulary.XML, children.isEmpty() ? Kind.ELEMENT : Kind.GROUP, name, "", 0, text.isEmpty() ? null : text, here, children);
        if (kept) {
            level.add(made);
        }
    }

    private void add(List<TreeNode> level, TreeNode node) {
        if (count++ < MessageTree.MOST) {
            level.add(node);
        }
    }
}
