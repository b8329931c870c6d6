package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocError;
import io.tradelane.mappings.syntax.idoc.IdocReader;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocUnwritable;
import io.tradelane.mappings.syntax.idoc.IdocWriter;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** SAP IDocs, XML and flat; a version is the basic type, {@code ORDERS05}, with {@code -FLAT} behind it for records. */
final class IdocFamily implements FormatFamily {
    private static final String FLAT = Target.FLAT;

    @Override
    public Format format() {
        return Format.IDOC;
    }

    @Override
    public String title() {
        return "SAP IDoc";
    }

    @Override
    public boolean recognises(Head head) {
        return IdocReader.isFlat(head.first()) || head.root().filter(IdocReader::isXml).isPresent();
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        BufferedInputStream input = new BufferedInputStream(bytes, Head.BUFFER);
        Reading reading = new Reading(messages);
        List<Finding> findings = IdocReader.read(input, flat(input), options.limits(), options.received(), reading::idoc);
        boolean rejected = findings.stream().anyMatch(Finding::isError);
        return new InterchangeResult(Format.IDOC, reading.first, findings, reading.count, rejected);
    }

    @Override
    public boolean trees(InputStream bytes, ReadOptions options, Predicate<MessageTree> more) throws IOException {
        BufferedInputStream input = new BufferedInputStream(bytes, Head.BUFFER);
        MessageTree.idoc(input, flat(input), options.limits(), options.received(), more);
        return true;
    }

    private static boolean flat(BufferedInputStream input) throws IOException {
        return !Head.of(input).first().startsWith("<");
    }

    /** One input. */
    private static final class Reading {
        private final Consumer<MessageResult> messages;
        private @Nullable InterchangeHeader first;
        private int count;

        Reading(Consumer<MessageResult> messages) {
            this.messages = messages;
        }

        void idoc(Idoc idoc) {
            InterchangeHeader header = IdocControl.header(idoc);
            first = first == null ? header : first;
            IdocMapping<?> mapping = IdocMappings.reading(idoc);
            BusinessDocument document = mapping == null ? null : mapping.read(idoc);
            List<Finding> findings = idoc.report().findings();
            if (mapping == null || document == null && !idoc.report().hasErrors()) {
                Finding unmapped = Finding.of(FormatError.MESSAGE_NOT_MAPPED, idoc.control().place("MESTYP"), idoc.messageType(), IdocMappings.types());
                findings = Findings.joined(findings, List.of(unmapped));
            }
            String extension = idoc.control().text("CIMTYP");
            messages.accept(new MessageResult(
                    header, idoc.number(), new MessageType(idoc.messageType(), idoc.basicType(), extension), count++, idoc.byteStart(), idoc.byteEnd(),
                    idoc.report().hasErrors() ? null : document, findings));
        }
    }

    @Override
    public List<String> sources(DocumentType type) {
        List<String> names = IdocMappings.sources(type);
        return names.isEmpty() ? List.of() : List.of("SAP IDoc " + String.join(", ", names));
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        Set<Target> targets = new LinkedHashSet<>();
        for (String basic : IdocMappings.basicTypes(type)) {
            targets.add(new Target(Format.IDOC, basic));
            targets.add(new Target(Format.IDOC, basic + FLAT));
        }
        return targets;
    }

    /** IDocs of one basic type, numbered on from the control reference. Without a version, in XML and as the usual basic type. */
    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        DocumentType type = documents.getFirst().type();
        boolean flat = target.version().endsWith(FLAT);
        String told = flat ? target.version().substring(0, target.version().length() - FLAT.length()) : target.version();
        List<String> usual = IdocMappings.basicTypes(type);
        String basic = told.isEmpty() && !usual.isEmpty() ? usual.getFirst() : told;
        if (!usual.contains(basic) || documents.stream().anyMatch(document -> document.type() != type)) {
            throw new IllegalArgumentException(type + " cannot be written as " + target);
        }
        List<IdocWriter.Output> idocs = new ArrayList<>();
        try {
            for (int i = 0; i < documents.size(); i++) {
                idocs.add(idoc(documents.get(i), basic, envelope, i));
            }
            return flat ? IdocWriter.flat(idocs, Charset.forName(envelope.charset())) : IdocWriter.xml(idocs, basic);
        } catch (IdocUnwritable refused) {
            throw new UnwritableException(List.of(refused.finding()));
        }
    }

    private static IdocWriter.Output idoc(BusinessDocument document, String basic, Envelope envelope, int index) {
        IdocMapping<?> mapping = IdocMappings.writing(document.type(), basic);
        IdocSegment control = IdocControl.of(envelope, basic, mapping.messageType(), index);
        IdocSegment root = IdocWriter.root();
        fill(mapping, document, root);
        return IdocWriter.Output.of(control, root);
    }

    @SuppressWarnings("unchecked") // writing: a mapping of the document's own type
    private static <D extends BusinessDocument> void fill(IdocMapping<D> mapping, BusinessDocument document, IdocSegment root) {
        mapping.write((D) document, root);
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("SAP IDoc", IdocError.values());
    }
}
