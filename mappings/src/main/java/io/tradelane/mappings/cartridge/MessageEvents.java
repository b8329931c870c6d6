package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.MessageType;
import java.util.HashMap;
import java.util.Map;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** What visitors see of an EDIFACT message. */
record MessageEvents(BoundMessage message, EventRecorder events) implements Visitors.Events {

    /** The message's row under the declaration's name, and its {@code findings}. */
    Map<String, Object> beans() {
        Map<String, Object> beans = new HashMap<>();
        beans.put("findings", message.findings());
        Row document = message.document();
        if (document != null) {
            beans.put(document.layout().name(), document);
        }
        return beans;
    }

    @Override
    public void tell(ContentHandler handler) throws SAXException {
        MessageType type = message.type();
        AttributesImpl attributes = new AttributesImpl();
        attribute(attributes, "type", type.name());
        attribute(attributes, "version", type.version());
        attribute(attributes, "reference", message.reference());
        AttributesImpl envelope = new AttributesImpl();
        attribute(envelope, "sender", message.header().sender().id());
        attribute(envelope, "recipient", message.header().recipient().id());
        attribute(envelope, "reference", message.header().controlReference());
        handler.startElement("", "interchange", "interchange", envelope);
        handler.startElement("", "message", "message", attributes);
        events.replay(handler);
        handler.endElement("", "message", "message");
        handler.endElement("", "interchange", "interchange");
    }

    private static void attribute(AttributesImpl attributes, String name, String value) {
        attributes.addAttribute("", name, name, "CDATA", value);
    }
}
