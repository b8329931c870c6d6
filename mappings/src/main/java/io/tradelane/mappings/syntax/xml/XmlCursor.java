package io.tradelane.mappings.syntax.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a document once, element by element, by local names, holding nothing but the way down to where it is.
 *
 * <p>{@link #root()} first, then {@link #children} of where it stands, or its {@link #text()}; what a handler leaves
 * unread is skipped.
 */
public final class XmlCursor {
    private static final XMLInputFactory FACTORY = hardened();

    private final XmlLimits limits;
    private final BoundedStream bytes;
    private final GuardedReader characters;
    private final XMLStreamReader reader;
    private final List<String> path = new ArrayList<>();

    /** @throws XmlRefused if the first bytes already say that this cannot be read */
    public XmlCursor(InputStream input, XmlLimits limits) throws IOException, XmlRefused {
        this.limits = limits;
        this.bytes = new BoundedStream(input, limits.bytes());
        try {
            this.characters = new GuardedReader(XmlEncoding.open(bytes), limits.run());
            this.reader = FACTORY.createXMLStreamReader(characters);
        } catch (GuardedReader.Refusal refusal) {
            throw refusal.in("/", 1, 1);
        } catch (XMLStreamException e) {
            throw refused(e, 1, 1);
        }
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entity " + systemId);
        });
        return factory;
    }

    /** What is done with a child element; it may read its text or its children, or leave it. */
    @FunctionalInterface
    public interface ElementHandler {
        void element(String localName) throws IOException, XmlRefused;
    }

    /** Moves to the root element and answers its local name. */
    public String root() throws IOException, XmlRefused {
        while (advance() != XMLStreamConstants.START_ELEMENT) {
            // prologue: comments and processing instructions
        }
        return reader.getLocalName();
    }

    /** Reads on to the end of the document, so that what follows the root is well-formed too. */
    public void finish() throws IOException, XmlRefused {
        while (advance() != XMLStreamConstants.END_DOCUMENT) {
            // epilogue
        }
    }

    public String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** Of the element whose start was just reached; {@code null} when it has none of that name. */
    public @Nullable String attribute(String localName) {
        return reader.getAttributeValue(null, localName);
    }

    /** The same for one that is in a namespace, whichever it is: {@code r:id}. */
    public @Nullable String qualified(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName) && reader.getAttributeNamespace(i) != null) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Every child element of the current one, which is at its end afterwards. */
    public void children(ElementHandler handler) throws IOException, XmlRefused {
        int depth = path.size();
        while (path.size() >= depth) {
            if (advance() == XMLStreamConstants.START_ELEMENT) {
                handler.element(reader.getLocalName());
                skipTo(depth);
            }
        }
    }

    /** The character data of the current element, trimmed, which is at its end afterwards. */
    public String text() throws IOException, XmlRefused {
        return textOr(name -> { });
    }

    /** The same where an element is either a text or holds elements. */
    public String textOr(ElementHandler handler) throws IOException, XmlRefused {
        int depth = path.size();
        StringBuilder text = new StringBuilder();
        while (path.size() >= depth) {
            int event = advance();
            if (event == XMLStreamConstants.START_ELEMENT) {
                handler.element(reader.getLocalName());
                skipTo(depth);
                continue;
            }
            boolean characterData = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (characterData) {
                append(text);
            }
        }
        return text.toString().strip();
    }

    private void append(StringBuilder text) throws XmlRefused {
        if (text.length() + reader.getTextLength() > limits.run()) {
            throw new XmlRefused(XmlError.RUN_TOO_LONG, line(), column(), path(), null);
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private void skipTo(int depth) throws IOException, XmlRefused {
        while (path.size() > depth) {
            advance();
        }
    }

    private int advance() throws IOException, XmlRefused {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> enter();
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                case XMLStreamConstants.DTD -> throw new XmlRefused(XmlError.DOCTYPE_REFUSED, line(), column(), path(), null);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XmlRefused(XmlError.ENTITY_REFUSED, line(), column(), path(), "&" + reader.getLocalName() + ";");
                default -> { }
            }
            return event;
        } catch (XMLStreamException e) {
            throw refused(e, line(), column());
        } catch (RuntimeException parserFault) {
            // The JDK's parser answers some broken documents with an unchecked exception.
            throw new XmlRefused(XmlError.NOT_WELL_FORMED, line(), column(), path(), parserFault.getMessage());
        }
    }

    private void enter() throws XmlRefused {
        path.add(reader.getLocalName());
        if (path.size() > limits.depth()) {
            throw new XmlRefused(XmlError.TOO_DEEP, line(), column(), "/" + path.getFirst() + "/…", Integer.toString(limits.depth()));
        }
        if (reader.getAttributeCount() + reader.getNamespaceCount() > limits.attributes()) {
            throw new XmlRefused(XmlError.TOO_MANY_ATTRIBUTES, line(), column(), path(), Integer.toString(limits.attributes()));
        }
    }

    private XmlRefused refused(XMLStreamException e, int line, int column) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof GuardedReader.Refusal refusal) {
                return refusal.in(path(), line, column);
            }
            if (cause instanceof CharacterCodingException) {
                return new XmlRefused(XmlError.BAD_ENCODING, line, column, path(), null);
            }
            Throwable nested = cause instanceof XMLStreamException stream ? stream.getNestedException() : null;
            if (nested instanceof GuardedReader.Refusal refusal) {
                return refusal.in(path(), line, column);
            }
            if (nested instanceof IOException failed && !(nested instanceof CharacterCodingException)) {
                throw failed;
            }
        }
        return new XmlRefused(limit(e), line, column, path(), words(e));
    }

    /** From JDK 24 on the parser has limits of its own and names them by a number. */
    private static XmlError limit(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("JAXP00010006") ? XmlError.TOO_DEEP
                : message.contains("JAXP00010002") ? XmlError.TOO_MANY_ATTRIBUTES
                : XmlError.NOT_WELL_FORMED;
    }

    /** The parser's message without its first line, which repeats the place. */
    private static @Nullable String words(XMLStreamException e) {
        String message = e.getMessage();
        int start = message == null ? -1 : message.indexOf("Message: ");
        return start < 0 ? message : message.substring(start + "Message: ".length()).strip();
    }

    /** Line of the end of what was read last, from 1. */
    public int line() {
        return Math.max(1, reader.getLocation().getLineNumber()) + characters.skippedLines();
    }

    /** Column there, from 1. */
    public int column() {
        int column = Math.max(1, reader.getLocation().getColumnNumber());
        return reader.getLocation().getLineNumber() <= 1 ? column + characters.skippedColumns() : column;
    }

    /** The way down from the root, for example {@code /Document/BkToCstmrDbtCdtNtfctn/GrpHdr/MsgId}. */
    public String path() {
        return "/" + String.join("/", path);
    }

    /** How many bytes were taken so far. */
    public long bytes() {
        return bytes.count();
    }
}
