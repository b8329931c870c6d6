package io.tradelane.mappings.syntax.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.AttributesImpl;

/**
 * The events of a document, one after the other, by local names: the hardened parser itself. {@link XmlCursor} is the
 * comfortable way to use it.
 */
public final class XmlStream {
    /** The end of the document. */
    public static final int FINISH = XMLStreamConstants.END_DOCUMENT;

    /** An element begins; it is asked for its {@link #name} and attributes now. */
    public static final int START = XMLStreamConstants.START_ELEMENT;

    public static final int END = XMLStreamConstants.END_ELEMENT;

    /** A piece of text; one text may come in several. */
    public static final int TEXT = XMLStreamConstants.CHARACTERS;

    private final XmlLimits limits;
    private final boolean doctypeIgnored;
    private final BoundedStream bounded;
    private final XmlSource source;
    private final XMLStreamReader2 reader;
    private String[] names = new String[16];
    private int depth;
    private final NameCount nameCount = new NameCount();
    private boolean prologue = true;
    /** The parser has come to a text and not read it yet. */
    private boolean unread;
    private @Nullable Doctype doctype;

    /**
     * What a document type declaration names. It is never fetched.
     *
     * @param name of the root element
     */
    public record Doctype(String name, @Nullable String publicId, @Nullable String systemId) {}

    /**
     * @param doctypeIgnored whether a document type declaration that declares no entity for a document to refer to is
     *     passed over; else it is refused
     * @throws XmlRefused if the first bytes already say that this cannot be read
     */
    public XmlStream(InputStream input, XmlLimits limits, boolean doctypeIgnored) throws IOException, XmlRefused {
        this.limits = limits;
        this.doctypeIgnored = doctypeIgnored;
        this.bounded = new BoundedStream(input, limits.bytes(), limits.tag());
        try {
            this.source = new XmlSource(bounded);
            this.reader = XmlParsers.open(source);
        } catch (Refusal refusal) {
            throw new XmlRefused(refusal.error(), 1, 1, "/", null);
        } catch (CharacterCodingException e) {
            throw new XmlRefused(XmlError.BAD_ENCODING, 1, 1, "/", null);
        } catch (XMLStreamException e) {
            throw refused(e, 1, 1);
        }
    }

    /** Moves on to the next {@link #START}, {@link #TEXT}, {@link #END} or {@link #FINISH}. */
    public int next() throws IOException, XmlRefused {
        prologue &= depth == 0;
        while (true) {
            int event = advance();
            switch (event) {
                case START -> enter();
                case END -> depth--;
                case XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return TEXT;
                }
                case TEXT -> { }
                case FINISH -> XmlParsers.seen(nameCount.size());
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    nameCount.add("?" + reader.getPITarget());
                    continue;
                }
                case XMLStreamConstants.DTD -> {
                    doctype();
                    continue;
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(XmlError.ENTITY_REFUSED, "&" + reader.getLocalName() + ";");
                default -> {
                    continue;
                }
            }
            return event;
        }
    }

    /** From the start of an element to its end. */
    public void skip() throws IOException, XmlRefused {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    private int advance() throws IOException, XmlRefused {
        try {
            if (unread) {
                reader.getTextLength();
            }
            bounded.allow(limits.tag());
            int event = reader.next();
            unread = event == TEXT || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE
                    || event == XMLStreamConstants.COMMENT;
            if (unread) {
                bounded.allow(limits.run());
            }
            return event;
        } catch (XMLStreamException e) {
            throw refused(e, line(), column());
        } catch (RuntimeException | Error fault) {
            throw lazily(fault);
        }
    }

    private void enter() throws XmlRefused {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
        }
        names[depth++] = reader.getLocalName();
        if (depth > limits.depth()) {
            throw new XmlRefused(XmlError.TOO_DEEP, line(), column(), "/" + names[0] + "/…", Integer.toString(limits.depth()));
        }
        if (reader.getAttributeCount() + reader.getNamespaceCount() > limits.attributes()) {
            throw refused(XmlError.TOO_MANY_ATTRIBUTES, Integer.toString(limits.attributes()));
        }
        nameCount.element(reader);
        if (nameCount.size() > limits.names()) {
            throw refused(XmlError.TOO_MANY_NAMES, Integer.toString(limits.names()));
        }
    }

    private void doctype() throws XmlRefused {
        doctype = doctypeIgnored ? Doctypes.harmless(reader) : null;
        if (doctype == null) {
            throw refused(XmlError.DOCTYPE_REFUSED, null);
        }
    }

    /** The document type declaration passed over, if there was one. */
    public @Nullable Doctype ignoredDoctype() {
        return doctype;
    }

    /** Local name of the element that begins or ends. */
    public String name() {
        return reader.getLocalName();
    }

    /** Of the element that begins or ends, empty for none. */
    public String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** What a prefix stands for where the reader is; {@code null} when it is not declared. */
    public @Nullable String namespace(String prefix) {
        return reader.getNamespaceURI(prefix);
    }

    /** Of the element that begins; {@code null} when it has none of that local name. */
    public @Nullable String attribute(String localName) {
        for (int i = 0, count = reader.getAttributeCount(); i < count; i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Local names of those of the element that begins. */
    List<String> attributeNames() {
        return IntStream.range(0, reader.getAttributeCount()).mapToObj(reader::getAttributeLocalName).toList();
    }

    /** Name with prefix of the element that begins or ends. */
    String qualifiedName() {
        String prefix = reader.getPrefix();
        return prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    }

    /** Fills in those of the element that begins, without namespace declarations. */
    void attributes(AttributesImpl all) {
        all.clear();
        for (int i = 0, count = reader.getAttributeCount(); i < count; i++) {
            String prefix = reader.getAttributePrefix(i);
            String namespace = reader.getAttributeNamespace(i);
            String local = reader.getAttributeLocalName(i);
            String qualified = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
            all.addAttribute(namespace == null ? "" : namespace, local, qualified, "CDATA", reader.getAttributeValue(i));
        }
    }

    /** Namespaces that the element declares. */
    int declarations() {
        return reader.getNamespaceCount();
    }

    String declaredPrefix(int index) {
        String prefix = reader.getNamespacePrefix(index);
        return prefix == null ? "" : prefix;
    }

    String declaredNamespace(int index) {
        String namespace = reader.getNamespaceURI(index);
        return namespace == null ? "" : namespace;
    }

    /** The piece of text that was come to. */
    public String text() throws IOException, XmlRefused {
        try {
            return reader.getText();
        } catch (RuntimeException | Error fault) {
            throw lazily(fault);
        }
    }

    /** Appends that piece. */
    public void appendText(StringBuilder text) throws IOException, XmlRefused {
        try {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        } catch (RuntimeException | Error fault) {
            throw lazily(fault);
        }
        if (text.length() > limits.run()) {
            throw refused(XmlError.RUN_TOO_LONG, null);
        }
    }

    /** The parser completes a text when it is asked for, and can only throw unchecked then. */
    private XmlRefused lazily(Throwable fault) throws IOException {
        if (fault.getCause() instanceof XMLStreamException e) {
            return refused(e, line(), column());
        }
        if (fault instanceof Error error) {
            throw error;
        }
        return refused(XmlError.NOT_WELL_FORMED, fault.getMessage());
    }

    /** To be thrown by a reader for which the document is too much here. */
    public XmlRefused refused(XmlError error, @Nullable String value) {
        return new XmlRefused(error, line(), column(), path(), value);
    }

    private XmlRefused refused(XMLStreamException e, int line, int column) throws IOException {
        for (Throwable cause = e; cause != null; cause = nested(cause)) {
            if (cause instanceof Refusal refusal) {
                return new XmlRefused(refusal.error(), line, column, path(), null);
            }
            if (cause instanceof CharacterCodingException) {
                return new XmlRefused(XmlError.BAD_ENCODING, line, column, path(), null);
            }
            if (cause instanceof IOException failed) {
                throw failed;
            }
        }
        Location place = e.getLocation();
        return new XmlRefused(
                XmlError.NOT_WELL_FORMED,
                place == null ? line : place.getLineNumber() + source.skippedLines(),
                place == null ? column : column(place),
                path(), words(e));
    }

    private static @Nullable Throwable nested(Throwable cause) {
        Throwable nested = cause instanceof XMLStreamException stream ? stream.getNestedException() : null;
        return nested != null ? nested : cause.getCause() == cause ? null : cause.getCause();
    }

    /** The parser's message without the place, which it repeats. */
    private static String words(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int place = message.indexOf("\n at [");
        return place < 0 ? message : message.substring(0, place);
    }

    /** Where what was read last begins, from 1; of the root element and what is before it, where that ends. */
    public int line() {
        return Math.max(1, place().getLineNumber()) + source.skippedLines();
    }

    /** Column there, in bytes where the document is UTF-8, from 1. */
    public int column() {
        return column(place());
    }

    /** The parser counts blank lines before a tag to it as long as no element is open. */
    private Location place() {
        return prologue ? reader.getLocationInfo().getCurrentLocation() : reader.getLocation();
    }

    private int column(Location place) {
        int column = Math.max(1, place.getColumnNumber());
        return place.getLineNumber() <= 1 ? column + source.skippedColumns() : column;
    }

    /** Offset there in bytes from the start of the document; 0 where its encoding is not UTF-8. */
    public long offset() {
        return source.characters() != null ? 0 : Math.max(0, reader.getLocationInfo().getStartingByteOffset()) + source.skippedBytes();
    }

    /** Offset behind the end tag that was come to, in bytes; how far was read where it is not at one, or the encoding is not UTF-8. */
    public long endOffset() {
        long offset = reader.getEventType() == END ? offset() : 0;
        return offset == 0 ? bytes() : offset + qualifiedName().length() + 3;
    }

    /** How many elements are open, the current one included. */
    public int depth() {
        return depth;
    }

    /** The way down from the root, for example {@code /Document/BkToCstmrDbtCdtNtfctn/GrpHdr/MsgId}. */
    public String path() {
        return "/" + String.join("/", Arrays.asList(names).subList(0, Math.max(0, depth)));
    }

    /** How many bytes were taken so far. */
    public long bytes() {
        return bounded.count();
    }
}
