package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.BoundInterchange;
import io.tradelane.mappings.cartridge.BoundMessage;
import io.tradelane.mappings.cartridge.EdifactCartridge;
import io.tradelane.mappings.cartridge.OutboundInterchange;
import io.tradelane.mappings.cartridge.OutboundInterchange.OutboundMessage;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Directory;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** EDIFACT messages to documents and back, by the mappings of the rooms. */
final class EdifactDocuments {
    /** 0052 and 0054 of a service message in syntax version 3: {@code CONTRL:D:3:UN}. */
    private static final String SERVICE_VERSION = "D3";

    private final Map<String, EdifactMapping<?>> byMessage = new LinkedHashMap<>();
    private final Map<DocumentType, EdifactMapping<?>> byType = new LinkedHashMap<>();
    private final Map<DocumentType, Set<Target>> targets = new ConcurrentHashMap<>();
    private final EdifactCartridge cartridge;

    EdifactDocuments(List<EdifactMapping<?>> mappings) {
        for (EdifactMapping<?> mapping : mappings) {
            byMessage.put(mapping.message(), mapping);
            byType.put(mapping.type(), mapping);
        }
        this.cartridge = EdifactCartridge.of(mappings.stream().map(EdifactMapping::resource).toList());
    }

    InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        BoundInterchange interchange = cartridge.read(
                bytes, options.codeLists(), options.limits(), message -> messages.accept(result(message, options)));
        return new InterchangeResult(
                Format.EDIFACT, interchange.header(), interchange.findings(), interchange.messageCount(), interchange.rejected());
    }

    private MessageResult result(BoundMessage message, ReadOptions options) {
        List<Finding> findings = message.findings();
        BusinessDocument document = null;
        EdifactMapping<?> mapping = byMessage.get(message.type().name());
        if (mapping != null && message.document() != null) {
            MappingReport report = new MappingReport(
                    message.header(), message.reference(), start(message.document()), options.limits().messageFindings());
            document = mapping.read(message.document(), report);
            findings = findings.isEmpty() ? report.findings()
                    : Findings.joined(findings.stream().map(DecidingQualifiers::weighed).toList(), report.findings());
        } else if (message.valid()) {
            Finding notMapped = Finding.of(
                    FormatError.MESSAGE_NOT_MAPPED, message.place().at(2, 1), message.type().name(), String.join(", ", byMessage.keySet()));
            findings = Findings.joined(findings, List.of(notMapped));
        }
        return new MessageResult(
                message.header(), message.reference(), message.type(), message.index(), message.byteStart(), message.byteEnd(),
                document, findings);
    }

    private static Position start(Row message) {
        List<Row> start = message.rows("start");
        return start.isEmpty() ? Position.NONE : start.getFirst().position();
    }

    byte[] write(List<BusinessDocument> documents, String directory, Envelope envelope) {
        MessageReferences references = new MessageReferences(envelope.firstMessageReference());
        List<OutboundMessage> messages = new ArrayList<>();
        for (BusinessDocument document : documents) {
            messages.add(message(document, directory, references.next()));
        }
        return cartridge.write(new OutboundInterchange(EnvelopeHeader.of(envelope, documents), messages, false));
    }

    private OutboundMessage message(BusinessDocument document, String directory, String reference) {
        EdifactMapping<?> mapping = byType.get(document.type());
        if (mapping == null || !targets(document.type()).contains(Target.edifact(directory))) {
            throw new IllegalArgumentException(document.type() + " cannot be written as EDIFACT " + directory);
        }
        Row row = cartridge.newRow(mapping.message(), directory);
        fill(mapping, document, row, directory);
        String version = mapping.service() ? SERVICE_VERSION : directory;
        return new OutboundMessage(reference, new MessageType(mapping.message(), version, null), row);
    }

    @SuppressWarnings("unchecked") // byType: a mapping stands under the type of its own document
    private static <D extends BusinessDocument> void fill(
            EdifactMapping<D> mapping, BusinessDocument document, Row row, String directory) {
        mapping.write((D) document, row, directory);
    }

    Set<Target> targets(DocumentType type) {
        Set<Target> known = targets.get(type);
        if (known == null) {
            known = find(type);
            targets.put(type, known);
        }
        return known;
    }

    private Set<Target> find(DocumentType type) {
        EdifactMapping<?> mapping = byType.get(type);
        Set<Target> found = new LinkedHashSet<>();
        if (mapping != null && mapping.service()) {
            // It answers messages of any directory, in the version of the syntax.
            byType.values().stream().filter(other -> !other.service()).forEach(other -> found.addAll(targets(other.type())));
        } else if (mapping != null) {
            cartridge.directories(mapping.message()).stream().sorted(Directory.BY_AGE).forEach(name -> found.add(Target.edifact(name)));
        }
        return found;
    }

    @Nullable String message(DocumentType type) {
        EdifactMapping<?> mapping = byType.get(type);
        return mapping == null ? null : mapping.message();
    }
}
