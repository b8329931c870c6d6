package io.tradelane.mappings.rules;

import io.tradelane.mappings.syntax.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.transform.Source;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.trans.XPathException;
import javax.xml.transform.stream.StreamSource;
import org.jspecify.annotations.Nullable;

/** Documents as trees with the lines they came from, and places in them. */
final class Trees {
    /** Reaches nothing but the class path: rules look up their code lists there. */
    static final Processor PROCESSOR = processor();

    private Trees() {}

    private static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.getUnderlyingConfiguration().setResourceResolver(request -> {
            String prefix = "classpath:";
            var stream = request.uri == null || !request.uri.startsWith(prefix)
                    ? null : Trees.class.getResourceAsStream(request.uri.substring(prefix.length()));
            if (stream == null) {
                throw new XPathException("not to be reached: " + request.uri);
            }
            return new StreamSource(stream, request.uri);
        });
        return processor;
    }

    /** To be given the events of a document. */
    static BuildingContentHandler builder() {
        try {
            DocumentBuilder builder = PROCESSOR.newDocumentBuilder();
            builder.setLineNumbering(true);
            return builder.newBuildingContentHandler();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a resource of our own. */
    static XdmNode trusted(Source resource) throws SaxonApiException {
        return PROCESSOR.newDocumentBuilder().build(resource);
    }

    static Stream<XdmNode> descendants(XdmNode node) {
        return StreamSupport.stream(((Iterable<XdmNode>) () -> node.axisIterator(Axis.DESCENDANT)).spliterator(), false)
                .filter(found -> found.getNodeKind() == XdmNodeKind.ELEMENT);
    }

    /** @param path as the rules report it */
    static Optional<XdmNode> node(XdmNode document, String path) {
        try {
            XPathCompiler compiler = PROCESSOR.newXPathCompiler();
            XdmItem item = path.isEmpty() ? null : compiler.evaluateSingle(path, document);
            return item instanceof XdmNode node ? Optional.of(node) : Optional.empty();
        } catch (SaxonApiException e) {
            return Optional.empty();
        }
    }

    static Position position(@Nullable XdmNode node) {
        if (node == null) {
            return new Position(1, 1, 0, null, 0, 0, 0);
        }
        XdmNode element = element(node);
        return new Position(
                Math.max(1, element.getLineNumber()), Math.max(1, element.getColumnNumber()), 0,
                element.getNodeName() == null ? null : element.getNodeName().getLocalName(), 0, 0, 0);
    }

    private static XdmNode element(XdmNode node) {
        return node.getNodeKind() == XdmNodeKind.ATTRIBUTE ? node.getParent() : node;
    }

    /** For a person: {@code /Invoice/InvoiceLine[2]/ID}. */
    static String path(XdmNode node) {
        Deque<String> steps = new ArrayDeque<>();
        XdmNode at = node;
        while (at != null && at.getNodeName() != null) {
            steps.addFirst(step(at));
            at = at.getParent();
        }
        return "/" + String.join("/", steps);
    }

    private static String step(XdmNode node) {
        String name = node.getNodeName().getLocalName();
        if (node.getNodeKind() == XdmNodeKind.ATTRIBUTE) {
            return "@" + name;
        }
        int before = count(node, Axis.PRECEDING_SIBLING);
        return before + count(node, Axis.FOLLOWING_SIBLING) == 0 ? name : name + "[" + (before + 1) + "]";
    }

    private static int count(XdmNode node, Axis axis) {
        int count = 0;
        for (var siblings = node.axisIterator(axis, node.getNodeName()); siblings.hasNext(); siblings.next()) {
            count++;
        }
        return count;
    }

    /** The text of an element without elements; {@code null} of others. */
    static @Nullable String value(XdmNode node) {
        boolean leaf = node.getNodeKind() == XdmNodeKind.ATTRIBUTE
                || node.getNodeKind() == XdmNodeKind.ELEMENT && descendants(node).findAny().isEmpty();
        return leaf ? node.getStringValue().strip() : null;
    }
}
