package io.tradelane.mappings.syntax.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** A document from the hardened parser as SAX events, for the libraries that want them: schema validators and tree builders. */
public final class XmlEvents implements Locator {
    private final XmlStream stream;
    private final List<ContentHandler> handlers;
    private final AttributesImpl attributes = new AttributesImpl();
    /** Lines and columns where the open elements begin. */
    private int[] places = new int[32];
    private int line;
    private int column;
    private boolean ending;

    /** @throws XmlRefused if the first bytes already say that this cannot be read */
    public XmlEvents(InputStream input, XmlLimits limits, List<ContentHandler> handlers) throws IOException, XmlRefused {
        this.stream = new XmlStream(input, limits, false);
        this.handlers = handlers;
    }

    /** Each handler gets every event, in the order of the list. */
    public void push() throws IOException, XmlRefused, SAXException {
        for (ContentHandler handler : handlers) {
            handler.setDocumentLocator(this);
            handler.startDocument();
        }
        int event = stream.next();
        while (event != XmlStream.FINISH) {
            switch (event) {
                case XmlStream.START -> start();
                case XmlStream.END -> end();
                default -> text();
            }
            event = stream.next();
        }
        for (ContentHandler handler : handlers) {
            handler.endDocument();
        }
    }

    /** The way down to the element that begins or ends, {@code /Invoice/InvoiceLine/ID}. */
    public String path() {
        return ending ? (stream.depth() == 0 ? "" : stream.path()) + "/" + stream.name() : stream.path();
    }

    private void start() throws SAXException {
        int depth = stream.depth();
        if (places.length < 2 * depth + 2) {
            places = Arrays.copyOf(places, 4 * depth);
        }
        ending = false;
        line = places[2 * depth] = stream.line();
        column = places[2 * depth + 1] = stream.column();
        stream.attributes(attributes);
        String qualified = stream.qualifiedName();
        for (ContentHandler handler : handlers) {
            for (int i = 0, count = stream.declarations(); i < count; i++) {
                handler.startPrefixMapping(stream.declaredPrefix(i), stream.declaredNamespace(i));
            }
            handler.startElement(stream.namespace(), stream.name(), qualified, attributes);
        }
    }

    private void end() throws SAXException {
        int depth = stream.depth() + 1;
        ending = true;
        line = places[2 * depth];
        column = places[2 * depth + 1];
        String qualified = stream.qualifiedName();
        for (ContentHandler handler : handlers) {
            handler.endElement(stream.namespace(), stream.name(), qualified);
            for (int i = 0, count = stream.declarations(); i < count; i++) {
                handler.endPrefixMapping(stream.declaredPrefix(i));
            }
        }
    }

    private void text() throws IOException, XmlRefused, SAXException {
        char[] text = stream.text().toCharArray();
        for (ContentHandler handler : handlers) {
            handler.characters(text, 0, text.length);
        }
    }

    @Override
    public String getPublicId() {
        return null;
    }

    @Override
    public String getSystemId() {
        return null;
    }

    /** Where the element begins, also when it ends. */
    @Override
    public int getLineNumber() {
        return line;
    }

    @Override
    public int getColumnNumber() {
        return column;
    }
}
