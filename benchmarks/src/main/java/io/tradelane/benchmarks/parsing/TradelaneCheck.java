package io.tradelane.benchmarks.parsing;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Ours, without the mapping. */
final class TradelaneCheck implements Engine {

    private static final int LIN = SegmentTag.of("LIN");

    @Override
    public String name() {
        return "Tradelane, check only";
    }

    @Override
    public String work() {
        return "validated against the full directory";
    }

    @Override
    public int read(byte[] interchange) throws IOException {
        int[] lines = {0};
        new EdifactReader(new ByteArrayInputStream(interchange), Strictness.STRICT, Limits.defaults(), new InterchangeHandler() {
                    @Override
                    public SegmentHandler message(MessageStart start, @Nullable MessageGrammar grammar, Findings findings) {
                        return (segment, node, layout) -> lines[0] += segment.tag() == LIN ? 1 : 0;
                    }

                    @Override
                    public void messageEnd(MessageEnd end) {
                        if (!end.findings().isEmpty()) {
                            throw new IllegalStateException(end.findings().toString());
                        }
                    }
                })
                .read();
        return lines[0];
    }
}
