package io.tradelane.benchmarks.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.smooks.FilterSettings;
import org.smooks.Smooks;
import org.smooks.StreamFilterType;
import org.smooks.api.ExecutionContext;
import org.smooks.api.resource.visitor.sax.ng.BeforeVisitor;
import org.smooks.io.source.StreamSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Smooks with its own EDIFACT cartridge at its best settings: reader pool, no serialization, nothing built. */
final class SmooksEngine implements Engine {

    private static final String RESOURCES = """
            <smooks-resource-list xmlns="https://www.smooks.org/xsd/smooks-2.0.xsd"
                                  xmlns:edifact="https://www.smooks.org/xsd/smooks/edifact-2.0.xsd">
              <edifact:parser schemaUri="/d96a/EDIFACT-Messages.dfdl.xsd">
                <edifact:messageTypes><edifact:messageType>ORDERS</edifact:messageType></edifact:messageTypes>
              </edifact:parser>
            </smooks-resource-list>
            """;

    private final AtomicInteger lines = new AtomicInteger();
    private final Smooks smooks = new Smooks();

    SmooksEngine() throws IOException, SAXException {
        smooks.setFilterSettings(new FilterSettings(StreamFilterType.SAX_NG)
                .setDefaultSerializationOn(false).setReaderPoolSize(1));
        smooks.addResourceConfigs(new ByteArrayInputStream(RESOURCES.getBytes(StandardCharsets.UTF_8)));
        smooks.addVisitor(new LineCounter(), "LIN");
    }

    private final class LineCounter implements BeforeVisitor {
        @Override
        public void visitBefore(Element element, ExecutionContext context) {
            lines.incrementAndGet();
        }
    }

    @Override
    public String name() {
        return "Smooks EDIFACT cartridge 2.0.0";
    }

    @Override
    public String work() {
        return "structure by DFDL, no lengths or codes (its default); events only, nothing built";
    }

    @Override
    public int read(byte[] interchange) {
        lines.set(0);
        smooks.filterSource(new StreamSource<>(new ByteArrayInputStream(interchange)));
        return lines.get();
    }
}
