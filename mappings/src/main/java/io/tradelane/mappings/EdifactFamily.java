package io.tradelane.mappings;

import io.tradelane.mappings.acknowledgement.ApplicationAcknowledgementMapping;
import io.tradelane.mappings.acknowledgement.SyntaxAcknowledgementMapping;
import io.tradelane.mappings.cartridge.BoundInterchange;
import io.tradelane.mappings.cartridge.BoundMessage;
import io.tradelane.mappings.cartridge.EdifactCartridge;
import io.tradelane.mappings.cartridge.MappingKey;
import io.tradelane.mappings.cartridge.OutboundInterchange.OutboundMessage;
import io.tradelane.mappings.cartridge.OutboundInterchange;
import io.tradelane.mappings.cartridge.Overlay;
import io.tradelane.mappings.cartridge.OverlayReader;
import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.mappings.cartridge.Reading;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.catalogue.CatalogueMapping;
import io.tradelane.mappings.despatch.DespatchAdviceMapping;
import io.tradelane.mappings.despatch.ReceiptAdviceMapping;
import io.tradelane.mappings.inventory.InventoryReportMapping;
import io.tradelane.mappings.inventory.SalesReportMapping;
import io.tradelane.mappings.invoice.InvoiceMapping;
import io.tradelane.mappings.order.OrderChangeMapping;
import io.tradelane.mappings.order.OrderMapping;
import io.tradelane.mappings.order.OrderResponseMapping;
import io.tradelane.mappings.partner.PartyInformationMapping;
import io.tradelane.mappings.payment.PaymentAdviceMapping;
import io.tradelane.mappings.payment.RemittanceAdviceMapping;
import io.tradelane.mappings.schedule.DeliveryForecastMapping;
import io.tradelane.mappings.schedule.JustInTimeMapping;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.sourcing.QuotationMapping;
import io.tradelane.mappings.sourcing.RequestForQuotationMapping;
import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.transport.TransportInstructionMapping;
import io.tradelane.mappings.transport.TransportStatusMapping;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            new OrderChangeMapping(),
            new OrderResponseMapping(),
            new DespatchAdviceMapping(),
            new ReceiptAdviceMapping(),
            new InvoiceMapping(),
            new RemittanceAdviceMapping(),
            new PaymentAdviceMapping(Direction.CREDIT),
            new PaymentAdviceMapping(Direction.DEBIT),
            new CatalogueMapping(),
            new InventoryReportMapping(),
            new SalesReportMapping(),
            new DeliveryForecastMapping(),
            new JustInTimeMapping(),
            new RequestForQuotationMapping(),
            new QuotationMapping(),
            new PartyInformationMapping(),
            new TransportInstructionMapping(),
            new TransportStatusMapping(),
            new SyntaxAcknowledgementMapping(),
            new ApplicationAcknowledgementMapping());

    private final Map<String, EdifactMapping<?>> byMessage = new LinkedHashMap<>();
    private final Map<DocumentType, List<EdifactMapping<?>>> byType = new LinkedHashMap<>();
    private final EdifactCartridge cartridge;

    EdifactFamily() {
        for (EdifactMapping<?> mapping : MAPPINGS) {
            byMessage.put(mapping.message(), mapping);
            byType.computeIfAbsent(mapping.type(), absent -> new ArrayList<>()).add(mapping);
        }
        this.cartridge = EdifactCartridge.of(
                MAPPINGS.stream().collect(Collectors.toMap(EdifactMapping::message, EdifactFamily::resources)));
    }

    private static List<String> resources(EdifactMapping<?> mapping) {
        List<String> resources = new ArrayList<>(mapping.overlays());
        resources.add(mapping.resource());
        return resources;
    }

    /** For the test that every declaration fits its directories. */
    EdifactCartridge cartridge() {
        return cartridge;
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
        return START.matcher(head.first()).lookingAt();
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        BoundInterchange interchange = cartridge.read(bytes, reading(options), message -> messages.accept(result(message, options)));
        return new InterchangeResult(
                Format.EDIFACT, interchange.header(), interchange.findings(), interchange.messageCount(), interchange.rejected());
    }

    private Reading reading(ReadOptions options) {
        return new Reading(
                options.codeLists(Format.EDIFACT, null),
                type -> {
                    EdifactMapping<?> mapping = byMessage.get(type.name());
                    return options.codeLists(Format.EDIFACT, mapping == null ? null : mapping.type());
                },
                options.limits(), options.overlays(), options.received());
    }

    @Override
    public List<String> problems(Overlay overlay) {
        return OverlayReader.isX12(overlay.key()) ? List.of() : cartridge.problems(overlay);
    }

    @Override
    public boolean trees(InputStream bytes, ReadOptions options, Predicate<MessageTree> more) throws IOException {
        MessageTree.edifact(bytes, options.limits(), options.overlays(), options.received(), more);
        return true;
    }

    private MessageResult result(BoundMessage message, ReadOptions options) {
        List<Finding> findings = EancomCodes.without(message.findings(), message.type().association());
        BusinessDocument document = null;
        EdifactMapping<?> mapping = byMessage.get(message.type().name());
        if (mapping != null && message.document() != null) {
            MappingReport report = new MappingReport(
                    message.header(), message.reference(), start(message), options.limits().messageFindings(), options.received());
            document = mapping.read(message.document(), report);
            findings = findings.isEmpty() ? report.findings()
                    : Findings.joined(findings.stream().map(DecidingQualifiers::weighed).toList(), report.findings());
        } else if (!Finding.anyError(findings)) {
            Finding notMapped = Finding.of(
                    FormatError.MESSAGE_NOT_MAPPED, message.place().at(2, 1), message.type().name(), String.join(", ", byMessage.keySet()));
            findings = Findings.joined(findings, List.of(notMapped));
        }
        return new MessageResult(
                message.header(), message.reference(), message.type(), message.index(), message.byteStart(), message.byteEnd(),
                document, findings);
    }

    /** Where its BGM stands, or its UNH. */
    private static Position start(BoundMessage message) {
        Row document = message.document();
        Row start = document != null && document.layout().hasRows("start") ? document.first("start") : null;
        return start == null ? message.place() : start.position();
    }

    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        String directory = target.version();
        MessageReferences references = new MessageReferences(envelope.firstMessageReference());
        InterchangeHeader header = EnvelopeHeader.of(envelope, documents);
        List<OutboundMessage> messages = new ArrayList<>();
        for (BusinessDocument document : documents) {
            messages.add(message(document, directory, header, envelope.overlays(), references.next()));
        }
        return cartridge.write(new OutboundInterchange(header, messages, false, envelope.overlays()));
    }

    private OutboundMessage message(
            BusinessDocument document, String directory, InterchangeHeader header, Overlays overlays, String reference) {
        EdifactMapping<?> mapping = mapping(document, directory);
        MessageType type = new MessageType(mapping.message(), mapping.service() ? SERVICE_VERSION : directory, null);
        Row row = cartridge.newRow(type, header, overlays);
        fill(mapping, document, row, directory);
        return new OutboundMessage(reference, type, row);
    }

    private EdifactMapping<?> mapping(BusinessDocument document, String directory) {
        return byType.getOrDefault(document.type(), List.of()).stream()
                .filter(mapping -> fits(mapping, directory) && writes(mapping, document))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(document.type() + " cannot be written as EDIFACT " + directory));
    }

    @SuppressWarnings("unchecked") // byType: a mapping stands under the type of its own document
    private static <D extends BusinessDocument> boolean writes(EdifactMapping<D> mapping, BusinessDocument document) {
        return mapping.writes((D) document);
    }

    @SuppressWarnings("unchecked") // byType: a mapping stands under the type of its own document
    private static <D extends BusinessDocument> void fill(
            EdifactMapping<D> mapping, BusinessDocument document, Row row, String directory) {
        mapping.write((D) document, row, directory);
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        Set<Target> targets = new LinkedHashSet<>();
        for (EdifactMapping<?> mapping : byType.getOrDefault(type, List.of())) {
            directories(mapping).forEach(name -> targets.add(Target.edifact(name)));
        }
        return targets;
    }

    /** A service message answers messages of any directory, in the version of the syntax. */
    private List<String> directories(EdifactMapping<?> mapping) {
        return mapping.service() ? Directories.released() : cartridge.directories(mapping.message());
    }

    private boolean fits(EdifactMapping<?> mapping, String directory) {
        return mapping.service() ? Directories.released().contains(directory)
                : cartridge.writes(new MappingKey(mapping.message(), directory));
    }

    @Override
    public List<String> sources(DocumentType type) {
        return byType.getOrDefault(type, List.of()).stream().map(mapping -> "UN/EDIFACT " + mapping.message()).toList();
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
