package io.tradelane.mappings;

import io.tradelane.mappings.acknowledgement.ApplicationAcknowledgementMapping;
import io.tradelane.mappings.acknowledgement.SyntaxAcknowledgementMapping;
import io.tradelane.mappings.cartridge.BoundInterchange;
import io.tradelane.mappings.cartridge.BoundMessage;
import io.tradelane.mappings.cartridge.EdifactCartridge;
import io.tradelane.mappings.cartridge.OutboundInterchange;
import io.tradelane.mappings.cartridge.OutboundInterchange.OutboundMessage;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.despatch.DespatchAdviceMapping;
import io.tradelane.mappings.invoice.InvoiceMapping;
import io.tradelane.mappings.order.OrderMapping;
import io.tradelane.mappings.order.OrderResponseMapping;
import io.tradelane.mappings.payment.RemittanceAdviceMapping;
import io.tradelane.mappings.shared.Directory;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** EDIFACT messages to documents and back, by the mappings of the rooms. */
final class EdifactFamily implements FormatFamily {
    /** 0052 and 0054 of a service message in syntax version 3: {@code CONTRL:D:3:UN}. */
    private static final String SERVICE_VERSION = "D3";
    private static final Pattern START = Pattern.compile("(?s)UNA.|UNB|UNG|UNH|[A-Z]{3}[+:']");
    private static final Pattern TARGET =
            Pattern.compile("(?:(?:UN/?)?EDIFACT[:\\-_/ ]?)?([DS]?\\.?\\d\\d[ABC])", Pattern.CASE_INSENSITIVE);
    /** A new mapping is one line here. */
    private static final List<EdifactMapping<?>> MAPPINGS = List.of(
            new OrderMapping(),
            new OrderResponseMapping(),
            new DespatchAdviceMapping(),
            new InvoiceMapping(),
            new RemittanceAdviceMapping(),
            new SyntaxAcknowledgementMapping(),
            new ApplicationAcknowledgementMapping());

    private final Map<String, EdifactMapping<?>> byMessage = new LinkedHashMap<>();
    private final Map<DocumentType, EdifactMapping<?>> byType = new LinkedHashMap<>();
    private final EdifactCartridge cartridge;

    EdifactFamily() {
        for (EdifactMapping<?> mapping : MAPPINGS) {
            byMessage.put(mapping.message(), mapping);
            byType.put(mapping.type(), mapping);
        }
        this.cartridge = EdifactCartridge.of(MAPPINGS.stream().map(EdifactMapping::resource).toList());
    }

    @Override
    public Format format() {
        return Format.EDIFACT;
    }

    @Override
    public String title() {
        return "UN/EDIFACT";
    }

    @Override
    public boolean recognises(Head head) {
        return START.matcher(head.start()).lookingAt();
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
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

    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        String directory = target.version();
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

    @Override
    public Set<Target> targets(DocumentType type) {
        EdifactMapping<?> mapping = byType.get(type);
        Set<Target> targets = new LinkedHashSet<>();
        if (mapping != null && mapping.service()) {
            // It answers messages of any directory, in the version of the syntax.
            byType.values().stream().filter(other -> !other.service()).forEach(other -> targets.addAll(targets(other.type())));
        } else if (mapping != null) {
            cartridge.directories(mapping.message()).stream().sorted(Directory.BY_AGE).forEach(name -> targets.add(Target.edifact(name)));
        }
        return targets;
    }

    @Override
    public List<String> sources(DocumentType type) {
        EdifactMapping<?> mapping = byType.get(type);
        return mapping == null ? List.of() : List.of("UN/EDIFACT " + mapping.message());
    }

    /** Reads {@code edifact:d01b}, {@code edifact-d96a}, {@code D01B}. */
    @Override
    public Optional<Target> target(String text) {
        Matcher directory = TARGET.matcher(text);
        if (!directory.matches()) {
            return Optional.empty();
        }
        String version = directory.group(1).replace(".", "").toUpperCase(Locale.ROOT);
        return Optional.of(Target.edifact(version.length() == 3 ? "D" + version : version));
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("UN/EDIFACT syntax", EdifactError.values(), "Content", MappingError.values());
    }
}
