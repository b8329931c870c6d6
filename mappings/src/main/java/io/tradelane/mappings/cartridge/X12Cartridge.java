package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.x12.X12Reader;
import io.tradelane.mappings.syntax.x12.X12Writer;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** As {@link EdifactCartridge}, for X12: {@code type} of {@code edi:message} is ST01, and elements are named by position. */
public final class X12Cartridge {

    private final Map<String, MessageResources> sets = new LinkedHashMap<>();

    private X12Cartridge(Map<String, List<String>> resources) {
        resources.forEach((set, names) -> sets.put(set, new MessageResources(set, names, Grammars.X12)));
    }

    /**
     * @param resources for each set (ST01) the class path names of its Smooks resource lists, each with one
     *     {@code edi:message}; they are read when the set is first met, and the most specific one that fits counts
     */
    public static X12Cartridge of(Map<String, List<String>> resources) {
        return new X12Cartridge(resources);
    }

    /** Streams; memory is bounded by one set's rows. Never throws for bad content. */
    public BoundInterchange read(InputStream bytes, Reading reading, Consumer<BoundMessage> messages) throws IOException {
        // The reader has checked every date and number itself.
        BindingHandler handler = new BindingHandler(this::find, reading, null, messages);
        EdifactReader.Summary summary = new X12Reader(bytes, reading.codeLists(), reading.limits(), handler).read();
        boolean rejected = Finding.anyError(summary.findings());
        return new BoundInterchange(handler.firstHeader(), summary.findings(), summary.messages(), rejected, handler.envelopes());
    }

    /**
     * An empty row of the declaration's outermost level.
     *
     * @param key its directory is a version: GS08
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
     * @throws UnwritableException naming place and value: one that is longer than its element, has a separator in it, or
     *     is missing
     */
    public byte[] write(OutboundInterchange interchange, X12Writer writer) {
        for (OutboundInterchange.OutboundMessage message : interchange.messages()) {
            MessageType type = message.type();
            writer.beginSet(message.reference(), type);
            BoundDeclaration declared = outbound(type, interchange.header(), interchange.overlays());
            declared.prepare(message.document());
            declared.write().write(message.document(), (node, values) -> writer.segment(declared.grammar(), node, values));
            writer.endSet();
        }
        byte[] bytes = writer.finish();
        List<Finding> errors = writer.findings().stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new UnwritableException(errors);
        }
        return bytes;
    }

    /** Compiles every declaration for every version, both ways, for tests. @return what does not fit, one sentence each */
    public List<String> problems() {
        return sets.values().stream().flatMap(resources -> resources.all().stream())
                .flatMap(resource -> X12Directories.versions().stream().flatMap(version -> resource.in(version).problems().stream()))
                .distinct().toList();
    }

    private BoundDeclaration outbound(MessageType type, InterchangeHeader header, Overlays overlays) {
        MappingKey key = new MappingKey(type.name(), type.version(), type.association(), header.recipient().toString());
        return declared(key, overlays.ofRecipients().find(header, type.name(), version(type.version()), LocalDate.now(ZoneOffset.UTC)));
    }

    private BoundDeclaration declared(MappingKey key, @Nullable Overlay overlay) {
        String version = version(key.directory());
        return find(new MappingKey(key.message(), version, key.association(), key.partner()))
                .map(resource -> overlay == null ? resource.in(version) : overlay.bind(resource))
                .orElseThrow(() -> new IllegalArgumentException("no declaration for " + key.message() + " " + key.directory()));
    }

    private static String version(String directory) {
        return X12Directories.standard().find(directory).version();
    }

    /** @return what an overlay declares that does not fit, one sentence each */
    public List<String> problems(Overlay overlay) {
        return overlay.problems(find(overlay.key()));
    }

    private Optional<SmooksResource> find(MappingKey key) {
        MessageResources resources = sets.get(key.message());
        return resources == null ? Optional.empty() : resources.find(key);
    }
}
