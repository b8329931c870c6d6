package io.tradelane.mappings.syntax.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Reader;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** Makes the parsers, hardened. They share the names they have seen, which is what makes small documents cheap. */
final class XmlParsers {
    /** After so many documents, and after one with so many names, all names are forgotten: strangers choose them. */
    private static final int DOCUMENTS = 1000;

    private static final int NAMES = 2000;

    private static final AtomicInteger OPENED = new AtomicInteger();
    private static volatile XMLInputFactory2 factory = hardened();

    private XmlParsers() {}

    static XMLStreamReader2 open(XmlSource source) throws XMLStreamException {
        if (OPENED.incrementAndGet() % DOCUMENTS == 0) {
            factory = hardened();
        }
        Reader characters = source.characters();
        return (XMLStreamReader2) (characters == null
                ? factory.createXMLStreamReader(source.bytes())
                : factory.createXMLStreamReader(characters));
    }

    /** A document has ended. */
    static void seen(int names) {
        if (names > NAMES) {
            factory = hardened();
        }
    }

    private static XMLInputFactory2 hardened() {
        XMLInputFactory2 made = new InputFactoryImpl();
        made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        made.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        made.setProperty(XMLInputFactory.IS_COALESCING, false);
        made.setProperty(XMLInputFactory2.P_LAZY_PARSING, true);
        made.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entity " + systemId);
        });
        return made;
    }
}
