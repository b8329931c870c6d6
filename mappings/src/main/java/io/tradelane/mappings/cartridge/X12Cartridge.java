package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.EnvelopeReport;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.x12.X12Reader;
import io.tradelane.mappings.syntax.x12.X12Writer;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** As {@link EdifactCartridge}, for X12: {@code type} of {@code edi:message} is ST01, and elements are named by position. */
public final class X12Cartridge {

    private final List<SmooksResource> resources;

    private X12Cartridge(List<SmooksResource> resources) {
        this.resources = resources;
    }

    /** @param resources class path names of Smooks resource lists, each with one {@code edi:message} */
    public static X12Cartridge of(List<String> resources) {
        return new X12Cartridge(resources.reversed().stream()
                .map(name -> SmooksResource.load(name, version -> Optional.of(X12Directories.standard().find(version).directory())))
                .toList());
    }

    /** Streams; memory is bounded by one set's rows. Never throws for bad content. */
    public BoundInterchange read(InputStream bytes, Strictness codeLists, Limits limits, Consumer<BoundMessage> messages)
            throws IOException {
        // The reader has checked every date and number itself.
        BindingHandler handler = new BindingHandler(this::find, null, messages);
        EdifactReader.Summary summary = new X12Reader(bytes, codeLists, limits, handler).read();
        boolean rejected = summary.findings().stream().anyMatch(Finding::isError);
        List<EnvelopeReport> envelopes = handler.envelopes();
        return new BoundInterchange(handler.firstHeader(), summary.findings(), summary.messages(), rejected, envelopes);
    }

    /**
     * An empty row of the declaration's outermost level.
     *
     * @throws IllegalArgumentException if there is no declaration
     */
    public Row newRow(String set, String version) {
        return new Row(declared(set, version).layout());
    }

    /**
     * @throws UnwritableException naming place and value: one that is longer than its element, has a separator in it, or
     *     is missing
     */
    public byte[] write(OutboundInterchange interchange, X12Writer writer) {
        for (OutboundInterchange.OutboundMessage message : interchange.messages()) {
            writer.beginSet(message.reference(), message.type());
            declared(message.type().name(), message.type().version()).write().write(message.document(), writer::segment);
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
        List<String> problems = new ArrayList<>();
        for (SmooksResource resource : resources) {
            for (String version : X12Directories.versions()) {
                try {
                    problems.addAll(resource.in(version).problems());
                } catch (IllegalArgumentException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        return problems.stream().distinct().toList();
    }

    private BoundDeclaration declared(String set, String version) {
        return find(set, X12Directories.standard().find(version).version())
                .orElseThrow(() -> new IllegalArgumentException("no declaration for " + set + " " + version));
    }

    private Optional<BoundDeclaration> find(String set, String version) {
        return resources.stream()
                .filter(resource -> resource.declaration().fits(set, version))
                .findFirst()
                .map(resource -> resource.in(version));
    }
}
