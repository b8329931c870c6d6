package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the plan that fits each message while it is scanned, then Smooks' visitors where there are any. */
final class BindingHandler implements InterchangeHandler {

    private final EdifactCartridge cartridge;
    private final Consumer<BoundMessage> messages;
    private @Nullable InterchangeHeader firstHeader;
    private @Nullable MessageGrammar lastGrammar;
    private @Nullable MessageType lastType;
    private @Nullable InterchangeHeader lastHeader;
    private @Nullable BoundDeclaration lastDeclaration;
    private @Nullable PlanRun run;
    private @Nullable EventRecorder events;

    BindingHandler(EdifactCartridge cartridge, Consumer<BoundMessage> messages) {
        this.cartridge = cartridge;
        this.messages = messages;
    }

    @Nullable InterchangeHeader firstHeader() {
        return firstHeader;
    }

    @Override
    public void interchange(InterchangeHeader header) {
        firstHeader = firstHeader == null ? header : firstHeader;
    }

    @Override
    public @Nullable SegmentHandler message(MessageStart start, @Nullable MessageGrammar grammar, Findings findings) {
        run = null;
        events = null;
        BoundDeclaration declaration = grammar == null ? null : declaration(grammar, start);
        if (declaration == null) {
            return null;
        }
        run = new PlanRun(declaration.read(), findings);
        if (!declaration.resource().isVisited()) {
            return run;
        }
        events = new EventRecorder(declaration.resource().declaration().segments());
        PlanRun binding = run;
        EventRecorder recorder = events;
        return (segment, node, layout) -> {
            binding.segment(segment, node, layout);
            recorder.segment(segment, node, layout);
        };
    }

    /** The messages of an interchange are mostly of one type, and then the same object says so. */
    @SuppressWarnings("ReferenceEquality")
    private @Nullable BoundDeclaration declaration(MessageGrammar grammar, MessageStart start) {
        if (grammar != lastGrammar || start.type() != lastType || start.header() != lastHeader) {
            lastGrammar = grammar;
            lastType = start.type();
            lastHeader = start.header();
            MappingKey key = new MappingKey(
                    grammar.name(), grammar.directory().name(), start.type().association(), start.header().sender().toString());
            lastDeclaration = cartridge.find(key).orElse(null);
        }
        return lastDeclaration;
    }

    @Override
    public void messageEnd(MessageEnd end) {
        MessageStart start = end.start();
        Row document = run == null ? null : run.document();
        BoundMessage message = new BoundMessage(
                start.header(), start.reference(), start.type(), start.index(), start.place(), end.byteEnd(),
                end.segments(), document, end.findings());
        if (events != null && lastDeclaration != null) {
            MessageEvents told = new MessageEvents(message, events);
            lastDeclaration.resource().visitors().visit(told.beans(), told);
        }
        messages.accept(message);
    }
}
