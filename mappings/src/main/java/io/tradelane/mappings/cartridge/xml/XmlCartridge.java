package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.cartridge.xml.XmlResource.Bound;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.mappings.syntax.xml.XmlStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes XML documents by the declarations of a set of Smooks resources. Thread-safe; made once. */
public final class XmlCartridge {
    private static final int FIRST_LOOK = 4 << 10;

    /** By name; the last one first. */
    private final Map<String, Bound> documents = new LinkedHashMap<>();

    private XmlCartridge(List<XmlResource> resources) {
        Map<String, List<Declaration>> fragments = new HashMap<>();
        resources.forEach(resource -> fragments.putAll(resource.fragments()));
        for (XmlResource resource : resources.reversed()) {
            for (Declaration.Document document : resource.documents()) {
                try {
                    documents.putIfAbsent(document.name(), new Bound(XmlResource.complete(document, fragments), resource.visitors()));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("wrong declaration in " + resource.name() + ": " + e.getMessage(), e);
                }
            }
        }
    }

    /**
     * @param resources class path names of Smooks resource lists, each with {@code x:document} or {@code x:fragment}
     *     elements; a later one wins where two fit the same root or have the same name
     */
    public static XmlCartridge of(List<String> resources) {
        return new XmlCartridge(resources.stream().map(XmlResource::load).toList());
    }

    /** Name of the declaration that fits a root element. */
    public Optional<String> find(XmlRoot root) {
        return fitting(root).map(bound -> bound.declaration().name());
    }

    /** Those that say which element they hold come before those that do not. */
    private Optional<Bound> fitting(XmlRoot root) {
        return candidates(root)
                .filter(bound -> bound.declaration().holds().stream().anyMatch(root::holds))
                .findFirst()
                .or(() -> candidates(root).filter(bound -> bound.declaration().holds().isEmpty()).findFirst());
    }

    private Stream<Bound> candidates(XmlRoot root) {
        return documents.values().stream().filter(bound -> fits(bound.declaration(), root));
    }

    /** Whether more of the document could not change which declaration fits. */
    private boolean isDecided(XmlRoot root) {
        return candidates(root).allMatch(bound -> bound.declaration().holds().isEmpty())
                || fitting(root).stream().anyMatch(bound -> !bound.declaration().holds().isEmpty());
    }

    private static boolean fits(Declaration.Document document, XmlRoot root) {
        return document.root().stream().anyMatch(name -> name.local().equals(root.name()))
                && document.namespaces().matcher(root.namespace()).matches();
    }

    /** Reads with all rows kept; see the other. */
    public BoundDocument read(InputStream bytes, XmlLimits limits, int findings) throws IOException {
        return read(bytes, limits, findings, null);
    }

    /**
     * Streams; memory is bounded by one document's rows, without those that are handed over. Never throws for bad
     * content.
     *
     * @param findings how many are kept
     * @param handler takes rows declared with {@code stream="true"}; {@code null} keeps them in the document
     */
    public BoundDocument read(InputStream bytes, XmlLimits limits, int findings, @Nullable RowHandler handler) throws IOException {
        XmlReport report = new XmlReport(findings);
        byte[] head = bytes.readNBytes(FIRST_LOOK);
        Optional<XmlRoot> root = XmlRoot.peek(head, head.length);
        if (head.length == FIRST_LOOK && !root.map(this::isDecided).orElse(false)) {
            byte[] more = bytes.readNBytes(XmlRoot.LOOK_AHEAD - FIRST_LOOK);
            head = Arrays.copyOf(head, FIRST_LOOK + more.length);
            System.arraycopy(more, 0, head, FIRST_LOOK, more.length);
            root = XmlRoot.peek(head, head.length);
        }
        Bound bound = root.flatMap(this::fitting).orElse(null);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), bytes);
        return read(new Opened(all, root.orElse(null), bound), limits, findings, report, handler);
    }

    private record Opened(InputStream bytes, @Nullable XmlRoot root, @Nullable Bound bound) {}

    private BoundDocument read(Opened opened, XmlLimits limits, int findings, XmlReport report, @Nullable RowHandler handler)
            throws IOException {
        Bound bound = opened.bound();
        RowAssembly rows = bound == null ? null : new RowAssembly(bound.read(), report, findings, handler);
        XmlStream stream = null;
        try {
            stream = new XmlStream(opened.bytes(), limits, bound != null && bound.declaration().doctypeIgnored());
            while (stream.next() != XmlStream.START) {
                // prologue
            }
            if (bound != null && rows != null) {
                new ReadRun(bound.read(), stream, rows).read();
                while (stream.next() != XmlStream.FINISH) {
                    // epilogue
                }
            } else {
                String name = stream.namespace().isEmpty() ? stream.name() : stream.name() + " (" + stream.namespace() + ")";
                report.add(XmlError.UNKNOWN_MESSAGE, stream.line(), stream.column(), stream.path(), name, known());
            }
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        Row row = rows == null ? null : rows.document();
        visit(bound, row, report);
        return new BoundDocument(
                bound == null ? null : bound.declaration().name(), opened.root(), row, report.findings(),
                0, stream == null ? 0 : stream.bytes());
    }

    /**
     * Reads the element whose start was just reached, as a document of its own. The stream is at its end afterwards, or inside it
     * where it had to be refused.
     *
     * @throws IllegalArgumentException if no declaration fits; see {@link #find}
     */
    public BoundDocument read(XmlStream stream, int findings) throws IOException {
        XmlRoot root = XmlRoot.at(stream);
        Bound bound = fitting(root).orElseThrow(() -> new IllegalArgumentException("no declaration of a document " + root));
        XmlReport report = new XmlReport(findings);
        RowAssembly rows = new RowAssembly(bound.read(), report, findings, null);
        long start = stream.offset();
        try {
            new ReadRun(bound.read(), stream, rows).read();
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        visit(bound, rows.document(), report);
        return new BoundDocument(bound.declaration().name(), root, rows.document(), report.findings(), start, stream.endOffset());
    }

    private static void visit(@Nullable Bound bound, @Nullable Row row, XmlReport report) {
        if (bound != null && row != null && bound.visitors() != null) {
            bound.visitors().visit(Map.of(bound.declaration().name(), row, "findings", report.findings()), new RowEvents(row));
        }
    }

    /** Some root elements, for a person. */
    private String known() {
        return documents.values().stream()
                .map(bound -> bound.declaration().root().getFirst().local()).distinct().limit(10).collect(Collectors.joining(", "));
    }

    /**
     * An empty row of the declaration's outermost level.
     *
     * @throws IllegalArgumentException if there is no declaration of this name
     */
    public Row newRow(String name) {
        return new Row(declared(name).layout());
    }

    /**
     * @param row as {@link #newRow} gave it
     * @throws UnwritableException naming element and value: a character that XML cannot carry, a value longer than
     *     declared, a required one that is missing
     */
    public byte[] write(Row row, XmlStyle style) {
        Bound bound = declared(row.layout().name());
        return bound.write().write(row, style);
    }

    private Bound declared(String name) {
        Bound bound = documents.get(name);
        if (bound == null) {
            throw new IllegalArgumentException("no declaration of a document " + name);
        }
        return bound;
    }

    /**
     * Compiles every declaration, both ways; for tests, since reading does it on demand.
     *
     * @return what is wrong, one sentence each
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        documents.forEach((name, bound) -> {
            try {
                bound.read();
                bound.write();
            } catch (IllegalArgumentException e) {
                problems.add(name + ": " + e.getMessage());
            }
        });
        return problems;
    }
}
