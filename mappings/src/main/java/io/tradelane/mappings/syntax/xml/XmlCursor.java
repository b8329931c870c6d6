package io.tradelane.mappings.syntax.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a document once, element by element, by local names, holding nothing but the way down to where it is.
 *
 * <p>{@link #root()} first, then {@link #children} of where it stands, or its {@link #text()}; what a handler leaves
 * unread is skipped.
 */
public final class XmlCursor {
    private final XmlStream stream;

    /** @throws XmlRefused if the first bytes already say that this cannot be read */
    public XmlCursor(InputStream input, XmlLimits limits) throws IOException, XmlRefused {
        this(input, limits, false);
    }

    /** @param doctypeIgnored whether a document type declaration that only names an external one is passed over, never fetched */
    public XmlCursor(InputStream input, XmlLimits limits, boolean doctypeIgnored) throws IOException, XmlRefused {
        this.stream = new XmlStream(input, limits, doctypeIgnored);
    }

    /** From where a stream is, which goes on where this one ended. */
    public XmlCursor(XmlStream stream) {
        this.stream = stream;
    }

    /** What is done with a child element; it may read its text or its children, or leave it. */
    @FunctionalInterface
    public interface ElementHandler {
        void element(String localName) throws IOException, XmlRefused;
    }

    /** Moves to the root element and answers its local name. */
    public String root() throws IOException, XmlRefused {
        while (stream.next() != XmlStream.START) {
            // text cannot stand there
        }
        return stream.name();
    }

    /** Reads on to the end of the document, so that what follows the root is well-formed too. */
    public void finish() throws IOException, XmlRefused {
        while (stream.next() != XmlStream.FINISH) {
            // epilogue
        }
    }

    public String namespace() {
        return stream.namespace();
    }

    /** What a prefix stands for at the element whose start was just reached; {@code null} when it is not declared. */
    public @Nullable String namespace(String prefix) {
        return stream.namespace(prefix);
    }

    /** Of the element whose start was just reached; {@code null} when it has none of that name. */
    public @Nullable String attribute(String localName) {
        return stream.attribute(localName);
    }

    /** Local names of the attributes of the element whose start was just reached. */
    public List<String> attributeNames() {
        return stream.attributeNames();
    }

    /** Every child element of the current one, which is at its end afterwards. */
    public void children(ElementHandler handler) throws IOException, XmlRefused {
        int depth = stream.depth();
        while (stream.depth() >= depth) {
            if (stream.next() == XmlStream.START) {
                handler.element(stream.name());
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
        int depth = stream.depth();
        StringBuilder text = new StringBuilder();
        while (stream.depth() >= depth) {
            int event = stream.next();
            if (event == XmlStream.START) {
                handler.element(stream.name());
                skipTo(depth);
            } else if (event == XmlStream.TEXT) {
                stream.appendText(text);
            }
        }
        return text.toString().strip();
    }

    private void skipTo(int depth) throws IOException, XmlRefused {
        while (stream.depth() > depth) {
            stream.next();
        }
    }

    /** Line where what was read last begins, from 1. */
    public int line() {
        return stream.line();
    }

    /** Column there, from 1. */
    public int column() {
        return stream.column();
    }

    /** The way down from the root, for example {@code /Document/BkToCstmrDbtCdtNtfctn/GrpHdr/MsgId}. */
    public String path() {
        return stream.path();
    }

    /** Offset there in bytes from the start of the document; 0 where its encoding is not UTF-8. */
    public long offset() {
        return stream.offset();
    }

    /** Offset behind the end tag that was come to, in bytes; see {@link XmlStream#endOffset}. */
    public long endOffset() {
        return stream.endOffset();
    }

    /** How many bytes were taken so far. */
    public long bytes() {
        return stream.bytes();
    }
}
