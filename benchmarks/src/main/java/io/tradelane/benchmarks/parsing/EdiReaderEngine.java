package io.tradelane.benchmarks.parsing;

import com.berryworks.edireader.EDIReader;
import com.berryworks.edireader.EDIReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** EDIReader to SAX events; it checks counts and references of the envelope, no directory. */
final class EdiReaderEngine implements Engine {

    private final Syntax syntax;

    EdiReaderEngine(Syntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public String name() {
        return "EDIReader 4.7.3.1";
    }

    @Override
    public String work() {
        return "envelope checked, no directory; SAX events";
    }

    @Override
    public int read(byte[] interchange) throws Exception {
        int[] lines = {0};
        InputSource source = new InputSource(
                new InputStreamReader(new ByteArrayInputStream(interchange), StandardCharsets.ISO_8859_1));
        EDIReader reader = EDIReaderFactory.createEDIReader(source);
        reader.setContentHandler(new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes) {
                lines[0] += "segment".equals(name) && syntax.line.equals(attributes.getValue("Id")) ? 1 : 0;
            }
        });
        reader.parse(source);
        return lines[0];
    }
}
