package io.tradelane.benchmarks.parsing;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** StAEDI checking the envelope and the message, nothing built. */
final class StaediEngine implements Engine {

    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final Syntax syntax;
    private final Schema message;

    StaediEngine(Syntax syntax) throws EDISchemaException {
        this.syntax = syntax;
        String schema = syntax.staediSchema();
        message = SchemaFactory.newFactory().createSchema(new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String name() {
        return "StAEDI 1.26.0";
    }

    @Override
    public String work() {
        return "validated against the same directory; nothing built";
    }

    @Override
    public int read(byte[] interchange) throws Exception {
        int lines = 0;
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(interchange))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                switch (event) {
                    case START_TRANSACTION -> reader.setTransactionSchema(message);
                    case START_SEGMENT -> lines += syntax.line.equals(reader.getText()) ? 1 : 0;
                    case SEGMENT_ERROR, ELEMENT_OCCURRENCE_ERROR, ELEMENT_DATA_ERROR ->
                        throw new IllegalStateException(reader.getErrorType() + " at " + reader.getLocation());
                    default -> { }
                }
            }
        }
        return lines;
    }
}
