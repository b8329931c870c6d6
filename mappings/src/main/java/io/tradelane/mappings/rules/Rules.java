package io.tradelane.mappings.rules;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.xml.XmlEvents;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Checks a document against the schema of its kind and the rules of the profile it claims. */
public final class Rules {
    /** Larger documents are not held as a tree. */
    public static final int LARGEST = 16 << 20;

    private Rules() {}

    /**
     * @param document well-formed
     * @param limit findings kept
     * @return empty when it keeps to both, or nobody has published either for what it claims to be
     */
    public static List<Finding> check(byte[] document, Claim claim, int limit) throws IOException, XmlRefused {
        List<String> books = RuleBook.of(claim);
        List<ContentHandler> handlers = new ArrayList<>();
        BuildingContentHandler tree = books.isEmpty() ? null : Trees.builder();
        List<SchemaCheck> schemas = Schemas.of(claim).stream().map(found -> new SchemaCheck(found, limit)).toList();
        schemas.forEach(schema -> handlers.add(schema.handler()));
        if (tree != null) {
            handlers.add(tree);
        }
        if (handlers.isEmpty()) {
            return List.of();
        }
        push(document, handlers, schemas);
        List<Finding> findings = new ArrayList<>(schemas.stream().map(SchemaCheck::findings)
                .min(Comparator.comparingInt(List::size)).orElse(List.of()));
        if (tree != null) {
            run(books, claim, tree, limit, findings);
        }
        return List.copyOf(findings);
    }

    private static void push(byte[] document, List<ContentHandler> handlers, List<SchemaCheck> schemas) throws IOException, XmlRefused {
        try {
            XmlEvents events = new XmlEvents(new ByteArrayInputStream(document), XmlLimits.defaults(), handlers);
            schemas.forEach(schema -> schema.readsFrom(events));
            events.push();
        } catch (SAXException e) {
            throw new IllegalStateException("a handler failed on a well-formed document", e);
        }
    }

    private static void run(List<String> books, Claim claim, BuildingContentHandler tree, int limit, List<Finding> findings) {
        try {
            XdmNode document = tree.getDocumentNode();
            for (String book : books) {
                boolean extended = claim.isExtension() && RuleBook.isCore(book);
                for (Schematron.Failure failure : Schematron.of(book).failures(document)) {
                    if (findings.size() < limit) {
                        findings.add(finding(failure, failure.advice() || extended, document));
                    }
                }
            }
        } catch (SaxonApiException e) {
            findings.add(notRun(e.getMessage()));
        }
    }

    /** That they did not run, and why. */
    public static Finding notRun(String why) {
        return Finding.of(RuleError.RULES_NOT_RUN, new Position(1, 1, 0, null, 0, 0, 0), null, why);
    }

    private static Finding finding(Schematron.Failure failure, boolean advice, XdmNode document) {
        RuleError kind = advice ? RuleError.RULE_NOT_FOLLOWED : RuleError.RULE_BROKEN;
        XdmNode place = Trees.node(document, failure.location()).orElse(null);
        return new Finding(
                kind.severity(), kind.of(failure.id()), Trees.position(place), place == null ? null : Trees.value(place),
                failure.text(), place == null ? failure.location() : Trees.path(place));
    }
}
