package io.tradelane.benchmarks.parsing;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.x12.X12Reader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Ours, without the mapping. */
final class TradelaneCheck implements Engine {

    private final Syntax syntax;

    TradelaneCheck(Syntax syntax) {
        this.syntax = syntax;
    }

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
        InputStream bytes = new ByteArrayInputStream(interchange);
        InterchangeHandler counting = new InterchangeHandler() {
            @Override
            public SegmentHandler message(MessageStart start, @Nullable MessageGrammar grammar, Findings findings) {
                return (segment, node, layout) -> lines[0] += segment.tag() == syntax.lineTag ? 1 : 0;
            }

            @Override
            public void messageEnd(MessageEnd end) {
                if (!end.findings().isEmpty()) {
                    throw new IllegalStateException(end.findings().toString());
                }
            }
        };
        switch (syntax) {
            case EDIFACT -> new EdifactReader(bytes, Strictness.STRICT, Limits.defaults(), counting).read();
            case X12 -> new X12Reader(bytes, Strictness.STRICT, Limits.defaults(), counting).read();
        }
        return lines[0];
    }
}
