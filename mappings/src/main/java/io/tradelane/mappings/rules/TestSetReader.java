package io.tradelane.mappings.rules;

import io.tradelane.mappings.rules.TestSet.Block;
import io.tradelane.mappings.rules.TestSet.Expectation;
import io.tradelane.mappings.rules.TestSet.Kind;
import io.tradelane.mappings.syntax.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.SaxonApiException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Cuts a test set into its documents, each a tree of its own. */
final class TestSetReader extends DefaultHandler {
    private static final int TEST = 2;
    private static final int DOCUMENT = 3;
    private static final int EXPECTATION = 4;
    private static final int LONGEST_ID = 200;

    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, String> prefixes = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private String configuration = "";
    private int depth;
    private @Nullable Locator locator;
    private List<Expectation> expectations = new ArrayList<>();
    private @Nullable BuildingContentHandler tree;
    private String root = "";
    private Position start = Position.NONE;
    private Position here = Position.NONE;
    private @Nullable Integer times;

    String configuration() {
        return configuration;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startPrefixMapping(String prefix, String namespace) throws SAXException {
        if (tree != null) {
            tree.startPrefixMapping(prefix, namespace);
        } else {
            prefixes.put(prefix, namespace);
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        if (tree != null) {
            tree.endPrefixMapping(prefix);
        }
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes) throws SAXException {
        depth++;
        text.setLength(0);
        if (depth == 1) {
            configuration = String.valueOf(attributes.getValue("configuration"));
        } else if (depth == TEST) {
            expectations = new ArrayList<>();
        } else if (depth == DOCUMENT && !namespace.equals(TestSet.NAMESPACE)) {
            root = name;
            start = place(name);
            tree = begin();
        } else if (depth == EXPECTATION && tree == null) {
            String number = attributes.getValue("number");
            times = number == null ? null : number(number.strip());
            here = place(name);
        }
        if (tree != null) {
            tree.startElement(namespace, name, qualified, attributes);
        }
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private BuildingContentHandler begin() throws SAXException {
        BuildingContentHandler begun = Trees.builder();
        begun.setDocumentLocator(locator);
        begun.startDocument();
        for (var prefix : prefixes.entrySet()) {
            begun.startPrefixMapping(prefix.getKey(), prefix.getValue());
        }
        return begun;
    }

    @Override
    public void endElement(String namespace, String name, String qualified) throws SAXException {
        if (tree != null) {
            tree.endElement(namespace, name, qualified);
            if (depth == DOCUMENT) {
                end(tree);
            }
        } else if (depth == EXPECTATION) {
            expectation(name);
        }
        depth--;
    }

    private void end(BuildingContentHandler complete) throws SAXException {
        complete.endDocument();
        tree = null;
        try {
            blocks.add(new Block(root, start, List.copyOf(expectations), complete.getDocumentNode()));
        } catch (SaxonApiException e) {
            throw new SAXException(e);
        }
    }

    /** Descriptions and scopes stand there too. */
    private void expectation(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                expectations.add(new Expectation(kind, text.toString().strip(), times, here));
            }
        }
    }

    private Position place(String name) {
        return locator == null
                ? Position.NONE
                : new Position(locator.getLineNumber(), locator.getColumnNumber(), 0, name, 0, 0, 0);
    }

    @Override
    public void characters(char[] characters, int from, int length) throws SAXException {
        if (tree != null) {
            tree.characters(characters, from, length);
        } else if (text.length() < LONGEST_ID) {
            text.append(characters, from, length);
        }
    }
}
