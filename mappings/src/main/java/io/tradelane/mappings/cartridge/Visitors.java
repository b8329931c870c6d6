package io.tradelane.mappings.cartridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smooks.FilterSettings;
import org.smooks.Smooks;
import org.smooks.StreamFilterType;
import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.io.source.StreamSource;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Smooks with the visitors of one resource, started when there is first something to visit. */
public final class Visitors {

    private static final int READERS = 16;

    private final String resource;
    private volatile @Nullable Smooks running;

    /** A key asks for random numbers, which most who read a document have no use for. */
    private static final class Key {
        static final TypedKey<Events> EVENTS = TypedKey.of();
    }

    /** @param resource class path name of a Smooks resource list */
    public Visitors(String resource) {
        this.resource = resource;
    }

    /** What the visitors shall see of something that has been bound. */
    @FunctionalInterface
    public interface Events {
        void tell(ContentHandler handler) throws SAXException;
    }

    static void tell(ExecutionContext context, ContentHandler handler) throws SAXException {
        Events events = context.get(Key.EVENTS);
        if (events == null) {
            throw new SAXException("nothing to tell of: read with a cartridge");
        }
        handler.startDocument();
        events.tell(handler);
        handler.endDocument();
    }

    /** @param beans what the visitors find in the bean context, by name */
    public void visit(Map<String, Object> beans, Events events) {
        Smooks smooks = smooks();
        ExecutionContext context = smooks.createExecutionContext();
        context.put(Key.EVENTS, events);
        beans.forEach((name, bean) -> context.getBeanContext().addBean(name, bean));
        smooks.filterSource(context, new StreamSource<>(InputStream.nullInputStream()));
    }

    private Smooks smooks() {
        Smooks started = running;
        if (started == null) {
            synchronized (this) {
                started = running;
                if (started == null) {
                    started = running = start();
                }
            }
        }
        return started;
    }

    private Smooks start() {
        Smooks smooks = new Smooks();
        smooks.setFilterSettings(new FilterSettings(StreamFilterType.SAX_NG)
                .setDefaultSerializationOn(false).setReaderPoolSize(READERS).setCloseSource(false));
        try (InputStream in = SmooksResource.open(resource)) {
            smooks.addResourceConfigs(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (SAXException e) {
            throw new IllegalArgumentException("wrong resource " + resource + ": " + e.getMessage(), e);
        }
        return smooks;
    }
}
