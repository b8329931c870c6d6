package io.tradelane.benchmarks.parsing;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.OrderDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Ours, the other way: what is in an interchange is read once, and then written again and again, checked as it is written. */
final class TradelaneWriter implements Engine {

    private static final Envelope ENVELOPE = Envelope.of(
            new PartyAddress("5412345000013", "14"), new PartyAddress("4012345500004", "14"), "4711", Instant.parse("2026-01-05T09:30:00Z"));

    private final Translator translator = Translator.standard();
    private final Target target;
    private final Map<byte[], List<BusinessDocument>> documents = new IdentityHashMap<>();

    TradelaneWriter(Syntax syntax) {
        this.target = syntax.target();
    }

    @Override
    public String name() {
        return "Tradelane, written";
    }

    @Override
    public String work() {
        return "OrderDocuments to an interchange, checked against the directory";
    }

    @Override
    public int read(byte[] interchange) throws IOException {
        List<BusinessDocument> orders = documents.get(interchange);
        if (orders == null) {
            List<BusinessDocument> read = new ArrayList<>();
            translator.read(new ByteArrayInputStream(interchange), ReadOptions.defaults(), message -> read.add(message.document()));
            documents.put(interchange, read);
            orders = read;
        }
        int lines = 0;
        if (translator.write(orders, target, ENVELOPE).length > 0) {
            for (BusinessDocument order : orders) {
                lines += ((OrderDocument) order).lines().size();
            }
        }
        return lines;
    }
}
