package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.MessageType;
import java.io.IOException;
import java.io.InputStream;
import org.smooks.FilterSettings;
import org.smooks.Smooks;
import org.smooks.StreamFilterType;
import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.io.source.StreamSource;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * A running Smooks with the visitors of one resource. They see the message's coarse events after it has been bound;
 * its {@link Row} is in the bean context under the declaration's name, its findings under {@code findings}.
 */
final class Visitors {

    private static final TypedKey<Replay> REPLAY = TypedKey.of();
    private static final int READERS = 16;

    private final Smooks smooks;

    Visitors(InputStream resource) throws IOException, SAXException {
        smooks = new Smooks();
        smooks.setFilterSettings(new FilterSettings(StreamFilterType.SAX_NG)
                .setDefaultSerializationOn(false).setReaderPoolSize(READERS).setCloseSource(false));
        smooks.addResourceConfigs(resource);
    }

    /** What the reader shall tell of. */
    record Replay(BoundMessage message, EventRecorder events) {

        void run(ContentHandler handler) throws SAXException {
            MessageType type = message.type();
            AttributesImpl attributes = new AttributesImpl();
            attribute(attributes, "type", type.name());
            attribute(attributes, "version", type.version());
            attribute(attributes, "reference", message.reference());
            AttributesImpl envelope = new AttributesImpl();
            attribute(envelope, "sender", message.header().sender().id());
            attribute(envelope, "recipient", message.header().recipient().id());
            attribute(envelope, "reference", message.header().controlReference());
            handler.startDocument();
            handler.startElement("", "interchange", "interchange", envelope);
            handler.startElement("", "message", "message", attributes);
            events.replay(handler);
            handler.endElement("", "message", "message");
            handler.endElement("", "interchange", "interchange");
            handler.endDocument();
        }

        private static void attribute(AttributesImpl attributes, String name, String value) {
            attributes.addAttribute("", name, name, "CDATA", value);
        }
    }

    static void replay(ExecutionContext context, ContentHandler handler) throws SAXException {
        Replay replay = context.get(REPLAY);
        if (replay == null) {
            throw new SAXException("no message to tell of: read interchanges with EdifactCartridge");
        }
        replay.run(handler);
    }

    void visit(BoundMessage message, EventRecorder events) {
        ExecutionContext context = smooks.createExecutionContext();
        context.put(REPLAY, new Replay(message, events));
        if (message.document() != null) {
            context.getBeanContext().addBean(message.document().layout().name(), message.document());
        }
        context.getBeanContext().addBean("findings", message.findings());
        smooks.filterSource(context, new StreamSource<>(InputStream.nullInputStream()));
    }
}
