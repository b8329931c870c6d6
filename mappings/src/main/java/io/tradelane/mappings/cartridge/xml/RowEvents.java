package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.Visitors;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** What visitors see of an XML document: an element for each row, with its fields as attributes. */
record RowEvents(Row document) implements Visitors.Events {

    @Override
    public void tell(ContentHandler handler) throws SAXException {
        tell(document, "document", handler);
    }

    private static void tell(Row row, String name, ContentHandler handler) throws SAXException {
        AttributesImpl attributes = new AttributesImpl();
        for (String field : row.layout().fields()) {
            String text = row.text(field);
            if (text != null) {
                attributes.addAttribute("", field, field, "CDATA", text);
            }
        }
        handler.startElement("", name, name, attributes);
        for (String kind : row.layout().rows()) {
            for (Row below : row.rows(kind)) {
                tell(below, kind, handler);
            }
        }
        handler.endElement("", name, name);
    }
}
