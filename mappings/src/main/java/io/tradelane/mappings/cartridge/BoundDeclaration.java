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
    private final @Nullable ValueChanges writtenValues;
    private volatile ReadPlan read;
    private volatile WritePlan write;

    /** @param partners whether a partner's own declarations are in it, whose values are written as the partner has them */
    BoundDeclaration(SmooksResource resource, MessageGrammar grammar, boolean partners) {
        this.resource = resource;
        this.grammar = grammar;
        this.values = ValueChanges.of(resource.declaration().content(), resource.layout());
        this.writtenValues = partners && values != null ? values.reversed() : null;
    }

    SmooksResource resource() {
        return resource;
    }

    MessageGrammar grammar() {
        return grammar;
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

    /** Puts into the partner's words what is about to be written. */
    void prepare(Row document) {
        if (writtenValues != null) {
            writtenValues.apply(document);
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
