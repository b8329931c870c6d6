package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A fixture file read, and all that the reader said. */
record Fixture(
        List<InterchangeHeader> headers, List<InterchangeHandler.MessageEnd> messages, EdifactReader.Summary summary) {

    static Fixture read(String name) throws IOException {
        return read(name, Strictness.LENIENT);
    }

    static Fixture read(String name, Strictness codeLists) throws IOException {
        return read(new ByteArrayInputStream(bytes(name)), codeLists, Limits.defaults());
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Fixture.class.getResourceAsStream(name + ".edi")) {
            if (in == null) {
                throw new IOException("no fixture " + name);
            }
            return in.readAllBytes();
        }
    }

    static Fixture read(InputStream in, Strictness codeLists, Limits limits) throws IOException {
        List<InterchangeHeader> headers = new ArrayList<>();
        List<InterchangeHandler.MessageEnd> messages = new ArrayList<>();
        EdifactReader.Summary summary = new EdifactReader(in, codeLists, limits, new InterchangeHandler() {
                    @Override
                    public void interchange(InterchangeHeader header) {
                        headers.add(header);
                    }

                    @Override
                    public void messageEnd(MessageEnd end) {
                        messages.add(end);
                    }
                })
                .read();
        return new Fixture(headers, messages, summary);
    }

    /** Of the envelopes and of all messages. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(summary.findings());
        messages.forEach(message -> all.addAll(message.findings()));
        return all;
    }
}
