package io.tradelane.mappings.rules;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;

/** A set of Schematron rules, compiled: a document in, the rules it breaks out. Thread-safe. */
final class Schematron {
    private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
    private static final QName ID = new QName("id");
    private static final QName FLAG = new QName("flag");
    private static final QName ROLE = new QName("role");
    private static final QName LOCATION = new QName("location");
    private static final Set<String> ADVICE = Set.of("warning", "warn", "information", "info");
    private static final Map<String, Schematron> COMPILED = new ConcurrentHashMap<>();

    private final XsltExecutable rules;
    private final Set<String> ids;

    private Schematron(XsltExecutable rules, Set<String> ids) {
        this.rules = rules;
        this.ids = ids;
    }

    /**
     * A rule that a document breaks.
     *
     * @param location XPath of the element
     * @param text the rule in its own words
     */
    record Failure(String id, boolean advice, String location, String text) {}

    /** @param resource Schematron compiled to XSLT; it is compiled further when it is asked for first, in a second or two */
    static Schematron of(String resource) {
        return COMPILED.computeIfAbsent(resource, Schematron::compile);
    }

    private static Schematron compile(String resource) {
        try (InputStream stream = Schematron.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no rules " + resource);
            }
            XsltCompiler compiler = Trees.PROCESSOR.newXsltCompiler();
            compiler.setErrorReporter(error -> { });
            XdmNode source = Trees.trusted(new StreamSource(stream, "classpath:" + resource));
            return new Schematron(compiler.compile(source.asSource()), ids(source));
        } catch (SaxonApiException | java.io.IOException e) {
            throw new IllegalStateException("rules " + resource, e);
        }
    }

    /** Every {@code <xsl:attribute name="id">} of a failed assertion. */
    private static Set<String> ids(XdmNode stylesheet) {
        return Trees.descendants(stylesheet)
                .filter(node -> node.getNodeName().getLocalName().equals("attribute") && "id".equals(node.getAttributeValue(new QName("name"))))
                .map(node -> node.getStringValue().strip())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean knows(String id) {
        return ids.contains(id);
    }

    /** @throws SaxonApiException if the rules themselves fail on this document */
    List<Failure> failures(XdmNode document) throws SaxonApiException {
        Xslt30Transformer run = rules.load30();
        run.setErrorReporter(error -> { });
        run.setMessageHandler(message -> { });
        run.setGlobalContextItem(document);
        XdmDestination report = new XdmDestination();
        run.applyTemplates(document, report);
        List<Failure> failures = new ArrayList<>();
        for (XdmNode output : report.getXdmNode().children("schematron-output")) {
            for (XdmNode node : output.children(child -> child.getNodeKind() == XdmNodeKind.ELEMENT)) {
                String kind = node.getNodeName().getLocalName();
                if (kind.equals("failed-assert") || kind.equals("successful-report")) {
                    failures.add(failure(node));
                }
            }
        }
        return failures;
    }

    private static Failure failure(XdmNode node) {
        String flag = node.getAttributeValue(FLAG) != null ? node.getAttributeValue(FLAG) : node.getAttributeValue(ROLE);
        String id = text(node.getAttributeValue(ID));
        StringBuilder words = new StringBuilder();
        node.axisIterator(Axis.CHILD, new QName(SVRL, "text")).forEachRemaining(text -> words.append(text.getStringValue()));
        String said = words.toString().strip().replaceAll("\\s+", " ");
        String prefix = "[" + id + "]-";
        return new Failure(
                id, flag != null && ADVICE.contains(flag), text(node.getAttributeValue(LOCATION)),
                said.startsWith(prefix) ? said.substring(prefix.length()) : said);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
