package io.tradelane.mappings.syntax.xml;

import java.io.IOException;
import java.io.InputStream;
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

    /** The way down to where the reader is, {@code /Invoice/InvoiceLine/ID}. */
    public String path() {
        return stream.path();
    }

    private void start() throws SAXException {
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

    @Override
    public int getLineNumber() {
        return stream.line();
    }

    @Override
    public int getColumnNumber() {
        return stream.column();
    }
}
