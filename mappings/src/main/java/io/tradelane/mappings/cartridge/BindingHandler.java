package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.EnvelopeReport;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.GroupHeader;
import io.tradelane.mappings.syntax.GroupReport;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the plan that fits each message while it is scanned, then Smooks' visitors where there are any. */
final class BindingHandler implements InterchangeHandler {

    /** Finds what is declared for a message in a directory. */
    interface Declarations {
        Optional<SmooksResource> find(MappingKey key);
    }

    private final Declarations declarations;
    private final Reading reading;
    private @Nullable Overlay overlay;
    private final @Nullable FindingCode invalidValue;
    private final List<EnvelopeReport> envelopes = new ArrayList<>();
    private List<GroupReport> groups = new ArrayList<>();
    private @Nullable GroupHeader group;
    private final Consumer<BoundMessage> messages;
    private @Nullable InterchangeHeader firstHeader;
    private @Nullable MessageGrammar lastGrammar;
    private @Nullable MessageType lastType;
    private @Nullable InterchangeHeader lastHeader;
    private @Nullable BoundDeclaration lastDeclaration;
    private @Nullable PlanRun run;
    private @Nullable EventRecorder events;

    /** @param invalidValue says that a value is not of its declared type; {@code null} when the reader has said so */
    BindingHandler(Declarations declarations, Reading reading, @Nullable FindingCode invalidValue, Consumer<BoundMessage> messages) {
        this.declarations = declarations;
        this.reading = reading;
        this.invalidValue = invalidValue;
        this.messages = messages;
    }

    @Nullable InterchangeHeader firstHeader() {
        return firstHeader;
    }

    @Override
    public void interchange(InterchangeHeader header) {
        firstHeader = firstHeader == null ? header : firstHeader;
    }

    List<EnvelopeReport> envelopes() {
        return envelopes;
    }

    @Override
    public void group(GroupHeader header) {
        group = header;
    }

    @Override
    public void groupEnd(GroupHeader header, int messages, List<Finding> findings) {
        groups.add(new GroupReport(header, messages, findings));
        group = null;
    }

    @Override
    public void interchangeEnd(InterchangeHeader header, List<Finding> findings) {
        envelopes.add(new EnvelopeReport(header, findings, groups));
        groups = new ArrayList<>();
    }

    @Override
    public MessageGrammar grammar(InterchangeHeader header, MessageGrammar standard) {
        overlay = reading.overlays().find(header, standard, reading.received());
        return overlay == null ? standard : overlay.grammar();
    }

    @Override
    public Strictness codeLists(MessageType type, Strictness usual) {
        return reading.byType().apply(type);
    }

    @Override
    public @Nullable SegmentHandler message(MessageStart start, @Nullable MessageGrammar grammar, Findings findings) {
        run = null;
        events = null;
        BoundDeclaration declaration = grammar == null ? null : declaration(grammar, start);
        if (declaration == null) {
            return null;
        }
        run = new PlanRun(declaration.read(), findings, invalidValue);
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
            Overlay own = overlay;
            lastDeclaration = declarations.find(key)
                    .map(resource -> own == null ? resource.in(key.directory()) : own.bind(resource)).orElse(null);
        }
        return lastDeclaration;
    }

    @Override
    public void messageEnd(MessageEnd end) {
        MessageStart start = end.start();
        Row document = run == null ? null : run.document();
        if (document != null && lastDeclaration != null) {
            lastDeclaration.finish(document);
        }
        BoundMessage message = new BoundMessage(
                start.header(), start.reference(), start.type(), start.index(), start.place(), end.byteEnd(),
                end.segments(), document, end.findings(), group);
        if (events != null && lastDeclaration != null) {
            MessageEvents told = new MessageEvents(message, events);
            lastDeclaration.resource().visitors().visit(told.beans(), told);
        }
        messages.accept(message);
    }
}
