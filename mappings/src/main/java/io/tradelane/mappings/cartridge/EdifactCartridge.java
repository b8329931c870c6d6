package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.edifact.InterchangeWriter;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads and writes interchanges by the declarations of a set of Smooks resources. Thread-safe; made once. */
public final class EdifactCartridge {

    private final List<SmooksResource> resources;

    private EdifactCartridge(List<SmooksResource> resources) {
        this.resources = resources;
    }

    /**
     * @param resources class path names of Smooks resource lists, each with one {@code edi:message}; a later one wins
     *     where two fit the same message and directory
     */
    public static EdifactCartridge of(List<String> resources) {
        return new EdifactCartridge(resources.reversed().stream().map(name -> SmooksResource.load(name, Directories.standard()::find)).toList());
    }

    /** Streams; memory is bounded by one message's rows. Never throws for bad content. */
    public BoundInterchange read(InputStream bytes, Strictness codeLists, Limits limits, Consumer<BoundMessage> messages)
            throws IOException {
        BindingHandler handler = new BindingHandler(this::find, EdifactError.VALUE_INVALID, messages);
        EdifactReader.Summary summary = new EdifactReader(bytes, codeLists, limits, handler).read();
        boolean rejected = summary.findings().stream().anyMatch(Finding::isError);
        return new BoundInterchange(handler.firstHeader(), summary.findings(), summary.messages(), rejected, handler.envelopes());
    }

    /** The directories, such as D96A, in which this message has a declaration. */
    public Set<String> directories(String message) {
        return resources.stream()
                .filter(resource -> resource.declaration().type().equals(message))
                .flatMap(resource -> resource.declaration().directories().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * An empty row of the declaration's outermost level.
     *
     * @throws IllegalArgumentException if there is no declaration
     */
    public Row newRow(String message, String directory) {
        return new Row(declared(message, directory).layout());
    }

    /**
     * @throws UnwritableException naming field and value: a character outside the set, a value longer than its
     *     element, a mandatory element without value
     */
    public byte[] write(OutboundInterchange interchange) {
        InterchangeWriter writer = new InterchangeWriter(interchange.header(), interchange.lineBreaks());
        for (OutboundInterchange.OutboundMessage message : interchange.messages()) {
            MessageType type = message.type();
            writer.beginMessage(message.reference(), type);
            declared(type.name(), type.version()).write().write(message.document(), writer::segment);
            writer.endMessage();
        }
        byte[] bytes = writer.finish();
        if (!writer.findings().isEmpty()) {
            throw new UnwritableException(writer.findings());
        }
        return bytes;
    }

    /**
     * Compiles every declaration for every directory it names, both ways; for tests, since reading does it on demand
     * and passes over what a directory does not have.
     *
     * @return what does not fit, one sentence each
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (SmooksResource resource : resources) {
            for (String directory : new TreeSet<>(resource.declaration().directories())) {
                try {
                    problems.addAll(resource.in(directoryOf(resource.declaration().type(), directory)).problems());
                } catch (IllegalArgumentException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        return problems;
    }

    private BoundDeclaration declared(String message, String directory) {
        return find(message, directoryOf(message, directory))
                .orElseThrow(() -> new IllegalArgumentException("no declaration for " + message + " " + directory));
    }

    private static String directoryOf(String message, String version) {
        return Directories.standard().service().messages().contains(message) ? Directories.SERVICE : version;
    }

    Optional<BoundDeclaration> find(String message, String directory) {
        for (SmooksResource resource : resources) {
            if (resource.declaration().fits(message, directory)) {
                return Optional.of(resource.in(directory));
            }
        }
        return Optional.empty();
    }
}
