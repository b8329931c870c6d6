package io.tradelane.benchmarks.parsing;

import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.trading.document.OrderDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Ours, the whole way: bytes to {@link OrderDocument}. */
final class TradelaneEngine implements Engine {

    private final Translator translator = Translator.standard();

    @Override
    public String name() {
        return "Tradelane";
    }

    @Override
    public String work() {
        return "validated against the full directory, mapped to OrderDocument";
    }

    @Override
    public int read(byte[] interchange) throws IOException {
        int[] lines = {0};
        translator.read(new ByteArrayInputStream(interchange), ReadOptions.defaults(), message -> {
            if (!message.findings().isEmpty()) {
                throw new IllegalStateException(message.findings().toString());
            }
            lines[0] += ((OrderDocument) message.document()).lines().size();
        });
        return lines[0];
    }
}
