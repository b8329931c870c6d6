package io.tradelane.benchmarks.parsing;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import io.tradelane.mappings.syntax.x12.grammar.X12Directory;

/** What is read. */
public enum Syntax {
    EDIFACT("ORDERS D96A", "LIN") {
        @Override
        byte[] interchange(int messages, int lines) {
            return OrdersGenerator.interchange(messages, lines);
        }

        @Override
        Target target() {
            return Target.edifact("D96A");
        }

        @Override
        String staediSchema() {
            return StaediSchema.of(Directories.standard().find("D96A").orElseThrow().message("ORDERS").orElseThrow());
        }
    },
    X12("850 004010", "PO1") {
        @Override
        byte[] interchange(int messages, int lines) {
            return X12Generator.interchange(messages, lines);
        }

        @Override
        Target target() {
            return new Target(Format.X12, "004010");
        }

        @Override
        String staediSchema() {
            X12Directory directory = X12Directories.standard().find("004010");
            return StaediSchema.of(directory, directory.set("850").orElseThrow());
        }
    };

    final String message;
    /** The segment with which an order line begins. */
    final String line;
    final int lineTag;

    Syntax(String message, String line) {
        this.message = message;
        this.line = line;
        this.lineTag = SegmentTag.of(line);
    }

    /** Valid; the same for the same numbers. */
    abstract byte[] interchange(int messages, int lines);

    /** As what its documents are written. */
    abstract Target target();

    abstract String staediSchema();
}
