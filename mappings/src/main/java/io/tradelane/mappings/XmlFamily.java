package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.xml.BoundDocument;
import io.tradelane.mappings.cartridge.xml.XmlCartridge;
import io.tradelane.mappings.cartridge.xml.XmlStyle;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A family of XML documents, one to an input, declared by Smooks resources that are read when the first one comes. */
abstract class XmlFamily implements FormatFamily {
    private final Supplier<List<XmlMapping<?>>> made;
    private @Nullable Loaded loaded;

    /** @param mappings made when first asked for */
    XmlFamily(Supplier<List<XmlMapping<?>>> mappings) {
        this.made = mappings;
    }

    private record Loaded(Map<String, XmlMapping<?>> byName, XmlCartridge cartridge) {

        static Loaded of(List<XmlMapping<?>> mappings, List<String> fragments) {
            Map<String, XmlMapping<?>> byName = new LinkedHashMap<>();
            mappings.forEach(mapping -> byName.put(mapping.name(), mapping));
            Set<String> resources = new LinkedHashSet<>(fragments);
            mappings.forEach(mapping -> resources.add(mapping.resource()));
            return new Loaded(byName, XmlCartridge.of(List.copyOf(resources)));
        }
    }

    /** Cheap: by the name and namespace of the root element, whether it is mapped or not. */
    abstract boolean owns(XmlRoot root);

    /** Class path names of Smooks resource lists that several documents share. */
    List<String> fragments() {
        return List.of();
    }

    /** What it says it is. @param declared its declaration's name; {@code null} for one that is not mapped */
    abstract MessageType type(XmlRoot root, @Nullable String declared, @Nullable Row row);

    /** Who sent it to whom; as the parties of the document say unless the format says it better. */
    InterchangeHeader header(@Nullable BusinessDocument document, @Nullable Row row) {
        return document == null ? Headers.without(title(), Headers.NOBODY, Headers.NOBODY, null, "") : Headers.of(title(), document);
    }

    /** Which of the declarations writes a document as this target; {@code null} if none does. */
    abstract @Nullable XmlMapping<?> writing(BusinessDocument document, Target target, List<XmlMapping<?>> mappings);

    @Override
    public boolean recognises(Head head) {
        return head.root().filter(this::owns).isPresent();
    }

    final List<XmlMapping<?>> mappings() {
        return List.copyOf(loaded().byName.values());
    }

    final XmlCartridge cartridge() {
        return loaded().cartridge;
    }

    private synchronized Loaded loaded() {
        if (loaded == null) {
            loaded = Loaded.of(made.get(), fragments());
        }
        return loaded;
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        Head head = Head.of(bytes);
        XmlRoot root = head.root().orElseThrow(() -> new IllegalArgumentException("not recognised as " + title()));
        InputStream input = head.rest();
        XmlLimits limits = XmlLimits.of(options.limits());
        MessageResult message = cartridge().find(root).isPresent()
                ? mapped(cartridge().read(input, limits, options.limits().messageFindings()), root, options)
                : unmapped(input, root, limits, options);
        messages.accept(message);
        return new InterchangeResult(format(), message.header(), List.of(), 1, false);
    }

    @Override
    public boolean trees(InputStream bytes, ReadOptions options, Predicate<MessageTree> more) throws IOException {
        MessageTree.xml(bytes, options.limits(), more);
        return true;
    }

    final MessageResult mapped(BoundDocument bound, XmlRoot root, ReadOptions options) {
        Row row = bound.row();
        XmlMapping<?> mapping = loaded().byName.get(bound.name());
        BusinessDocument document = null;
        List<Finding> findings = bound.findings();
        if (row != null && mapping != null) {
            MappingReport report = new MappingReport(header(null, row), "", Position.NONE, options.limits().messageFindings(), options.received());
            document = mapping.read(row, report);
            findings = Findings.joined(findings, report.findings());
        }
        InterchangeHeader header = header(document, row);
        MessageType type = type(root, bound.name(), row);
        if (mapping == null && findings.stream().noneMatch(Finding::isError)) {
            // only its header is declared
            findings = Findings.joined(findings, List.of(Findings.atStart(FormatError.MESSAGE_NOT_MAPPED, type.name(), title())));
        }
        return new MessageResult(
                header, header.controlReference(), type, 0, bound.byteStart(), bound.byteEnd(), document, findings);
    }

    /** Well-formed or not, that is all that can be said. */
    private MessageResult unmapped(InputStream bytes, XmlRoot root, XmlLimits limits, ReadOptions options) throws IOException {
        XmlReport report = new XmlReport(options.limits().messageFindings());
        MessageType type = type(root, null, null);
        long read = 0;
        try {
            XmlCursor cursor = new XmlCursor(bytes, limits, root.doctype() != null);
            cursor.root();
            cursor.finish();
            read = cursor.bytes();
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        List<Finding> findings = report.hasErrors() ? report.findings()
                : Findings.joined(report.findings(), List.of(Findings.atStart(FormatError.MESSAGE_NOT_MAPPED, type.name(), title())));
        return new MessageResult(header(null, null), "", type, 0, 0, read, null, findings);
    }

    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        if (documents.size() != 1) {
            throw new IllegalArgumentException(title() + " holds one document, not " + documents.size());
        }
        BusinessDocument document = documents.getFirst();
        XmlMapping<?> mapping = writing(document, target, mappings());
        if (mapping == null) {
            throw new IllegalArgumentException(document.type() + " cannot be written as " + target);
        }
        Row row = cartridge().newRow(mapping.name());
        fill(mapping, document, row);
        complete(row, document, target, envelope);
        return cartridge().write(row, style(document, target));
    }

    /** What a document is given that comes from the envelope or the target and not from the document. */
    void complete(Row row, BusinessDocument document, Target target, Envelope envelope) {}

    XmlStyle style(BusinessDocument document, Target target) {
        return XmlStyle.INDENTED;
    }

    @SuppressWarnings("unchecked") // writing: a mapping of the document's own type
    private static <D extends BusinessDocument> void fill(XmlMapping<D> mapping, BusinessDocument document, Row row) {
        mapping.write((D) document, row);
    }

    @Override
    public List<String> sources(DocumentType type) {
        return mappings().stream().filter(mapping -> mapping.type() == type).map(mapping -> title() + " " + mapping.name()).toList();
    }
}
