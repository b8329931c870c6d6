package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A declaration together with the grammar of one directory; the plans are made when first needed. */
final class BoundDeclaration {

    private final SmooksResource resource;
    private final MessageGrammar grammar;
    private final @Nullable ValueChanges values;
    private volatile ReadPlan read;
    private volatile WritePlan write;

    BoundDeclaration(SmooksResource resource, MessageGrammar grammar) {
        this.resource = resource;
        this.grammar = grammar;
        this.values = ValueChanges.of(resource.declaration().content(), resource.layout());
    }

    SmooksResource resource() {
        return resource;
    }

    RowLayout layout() {
        return resource.layout();
    }

    ReadPlan read() {
        ReadPlan plan = read;
        if (plan == null) {
            plan = read = ReadPlan.compile(resource.declaration(), layout(), grammar);
        }
        return plan;
    }

    /** Puts right what has been read. */
    void finish(Row document) {
        if (values != null) {
            values.apply(document);
        }
    }

    /** What of the declaration this directory does not have. */
    List<String> problems() {
        return Stream.concat(read().skipped().stream(), write().skipped().stream()).distinct().toList();
    }

    WritePlan write() {
        WritePlan plan = write;
        if (plan == null) {
            plan = write = WritePlan.compile(resource.declaration(), layout(), grammar);
        }
        return plan;
    }
}
