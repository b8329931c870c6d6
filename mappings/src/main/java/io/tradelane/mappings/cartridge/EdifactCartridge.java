package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.edifact.InterchangeWriter;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes interchanges by the declarations of a set of Smooks resources. Thread-safe; made once. */
public final class EdifactCartridge {

    private final Map<String, MessageResources> messages = new HashMap<>();

    private EdifactCartridge(Map<String, List<String>> resources) {
        resources.forEach((message, names) -> messages.put(message, new MessageResources(message, names, Grammars.EDIFACT)));
    }

    /**
     * @param resources for each message (UNH 0065) the class path names of its Smooks resource lists, each with one
     *     {@code edi:message}; they are read when the message is first met, and the most specific one that fits counts
     */
    public static EdifactCartridge of(Map<String, List<String>> resources) {
        return new EdifactCartridge(resources);
    }

    /** Streams; memory is bounded by one message's rows. Never throws for bad content. */
    public BoundInterchange read(InputStream bytes, Reading reading, Consumer<BoundMessage> messages) throws IOException {
        BindingHandler handler = new BindingHandler(this::find, reading, EdifactError.VALUE_INVALID, messages);
        EdifactReader.Summary summary = new EdifactReader(bytes, reading.codeLists(), reading.limits(), handler).read();
        boolean rejected = Finding.anyError(summary.findings());
        return new BoundInterchange(handler.firstHeader(), summary.findings(), summary.messages(), rejected, handler.envelopes());
    }

    /** The directories, such as D96A, in which this message has a declaration for everybody; the oldest first. */
    public List<String> directories(String message) {
        return Directories.released().stream().filter(directory -> writes(new MappingKey(message, directory))).toList();
    }

    /** Whether there is a declaration. */
    public boolean writes(MappingKey key) {
        MessageResources resources = messages.get(key.message());
        return resources != null && resources.find(key).isPresent();
    }

    /**
     * An empty row of the declaration's outermost level.
     *
     * @throws IllegalArgumentException if there is no declaration
     */
    public Row newRow(MappingKey key) {
        return new Row(declared(key, null).layout());
    }

    /** The same for what is sent under this header; with the overlay of its recipient. */
    public Row newRow(MessageType type, InterchangeHeader header, Overlays overlays) {
        return new Row(outbound(type, header, overlays).layout());
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
            BoundDeclaration declared = outbound(type, interchange.header(), interchange.overlays());
            declared.prepare(message.document());
            declared.write().write(message.document(), (node, values) -> writer.segment(node.segment, values));
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
        return messages.values().stream().flatMap(resources -> resources.all().stream()).flatMap(EdifactCartridge::problems).toList();
    }

    private static Stream<String> problems(SmooksResource resource) {
        Declaration.Message message = resource.declaration();
        return new TreeSet<>(message.directories()).stream().flatMap(directory -> {
            try {
                return resource.in(directoryOf(message.type(), directory)).problems().stream();
            } catch (IllegalArgumentException e) {
                return Stream.of(e.getMessage());
            }
        });
    }

    private BoundDeclaration outbound(MessageType type, InterchangeHeader header, Overlays overlays) {
        MappingKey key = new MappingKey(type.name(), type.version(), type.association(), header.recipient().toString());
        return declared(key, overlays.ofRecipients().find(header, type.name(), directoryOf(type.name(), type.version()), LocalDate.now(ZoneOffset.UTC)));
    }

    private BoundDeclaration declared(MappingKey key, @Nullable Overlay overlay) {
        String directory = directoryOf(key.message(), key.directory());
        return find(new MappingKey(key.message(), directory, key.association(), key.partner()))
                .map(resource -> overlay == null ? resource.in(directory) : overlay.bind(resource))
                .orElseThrow(() -> new IllegalArgumentException("no declaration for " + key.message() + " " + key.directory()));
    }

    private static String directoryOf(String message, String version) {
        return Directories.standard().service().messages().contains(message) ? Directories.SERVICE : version;
    }

    /** @return what an overlay declares that does not fit, one sentence each */
    public List<String> problems(Overlay overlay) {
        return overlay.problems(find(overlay.key()));
    }

    Optional<SmooksResource> find(MappingKey key) {
        MessageResources resources = messages.get(key.message());
        return resources == null ? Optional.empty() : resources.find(key);
    }
}
