package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.BoundInterchange;
import io.tradelane.mappings.cartridge.BoundMessage;
import io.tradelane.mappings.cartridge.MappingKey;
import io.tradelane.mappings.cartridge.OutboundInterchange.OutboundMessage;
import io.tradelane.mappings.cartridge.OutboundInterchange;
import io.tradelane.mappings.cartridge.Overlay;
import io.tradelane.mappings.cartridge.OverlayReader;
import io.tradelane.mappings.cartridge.Reading;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.X12Cartridge;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.x12.Delimiters;
import io.tradelane.mappings.syntax.x12.X12Writer;
import io.tradelane.mappings.tree.MessageTree;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * X12 transaction sets to documents and back, by the mappings of the rooms. A target's version is GS08; a set may stand
 * behind it where a document can become several: {@code x12:004010/865}.
 */
final class X12Family implements FormatFamily {
    private static final Pattern START = Pattern.compile("(?:ISA|GS|ST)[^A-Za-z0-9\\s]");
    /** What a mailbox put in front of it. */
    private static final Pattern LATER = Pattern.compile("(?s)(?:^|[^A-Za-z0-9])ISA([^A-Za-z0-9\\s])\\d\\d\\1");
    private static final List<String> VERSIONS = List.of("004010", "004030", "004050", "005010", "006010", "007010", "008010");

    /** The convention of the 999, which it is written by instead of the 997. */
    private static final String IMPLEMENTATION = "005010X231A1";

    private final Map<String, X12Mapping<?>> bySet = new LinkedHashMap<>();
    private final X12Cartridge cartridge;

    X12Family() {
        X12Mappings.ALL.forEach(mapping -> bySet.put(mapping.set(), mapping));
        this.cartridge = X12Cartridge.of(X12Mappings.ALL.stream().collect(Collectors.toMap(X12Mapping::set, mapping -> List.of(mapping.resource()))));
    }

    /** For the test that every declaration fits every version. */
    X12Cartridge cartridge() {
        return cartridge;
    }

    @Override
    public Format format() {
        return Format.X12;
    }

    @Override
    public String title() {
        return "ANSI ASC X12";
    }

    @Override
    public boolean recognises(Head head) {
        return START.matcher(head.first()).lookingAt() || !isOther(head.first()) && isLater(head.start());
    }

    /** What begins so is of another family, whatever it quotes. */
    private static boolean isOther(String first) {
        return first.startsWith("UN") || first.startsWith("<") || first.startsWith("{") || first.startsWith("[");
    }

    private static boolean isLater(String start) {
        return start.contains("ISA") && LATER.matcher(start).find();
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        BoundInterchange interchange = cartridge.read(bytes, reading(options), message -> messages.accept(result(message, options)));
        return new InterchangeResult(
                Format.X12, interchange.header(), interchange.findings(), interchange.messageCount(), interchange.rejected(),
                interchange.envelopes());
    }

    private Reading reading(ReadOptions options) {
        return new Reading(
                options.codeLists(Format.X12, null),
                type -> {
                    X12Mapping<?> mapping = bySet.get(type.name());
                    return options.codeLists(Format.X12, mapping == null ? null : mapping.type());
                },
                options.limits(), options.overlays(), options.received());
    }

    @Override
    public List<String> problems(Overlay overlay) {
        return OverlayReader.isX12(overlay.key()) ? cartridge.problems(overlay) : List.of();
    }

    @Override
    public boolean trees(InputStream bytes, Limits limits, Consumer<MessageTree> trees) throws IOException {
        MessageTree.x12(bytes, limits, trees);
        return true;
    }

    private MessageResult result(BoundMessage message, ReadOptions options) {
        List<Finding> findings = message.findings();
        BusinessDocument document = null;
        X12Mapping<?> mapping = bySet.get(message.type().name());
        if (mapping != null && message.document() != null) {
            Row set = message.document();
            List<Row> start = set.rows("start");
            MappingReport report = new MappingReport(
                    message.header(), message.reference(), start.isEmpty() ? message.place() : start.getFirst().position(),
                    options.limits().messageFindings());
            document = mapping.read(set, report);
            findings = Findings.joined(findings, report.findings());
        } else if (message.valid()) {
            findings = Findings.joined(findings, List.of(notMapped(message)));
        }
        return new MessageResult(
                message.header(), message.reference(), message.type(), message.index(), message.byteStart(), message.byteEnd(),
                document, findings, message.group());
    }

    private Finding notMapped(BoundMessage message) {
        Position place = message.place().at(1, 0);
        return Finding.of(FormatError.MESSAGE_NOT_MAPPED, place, message.type().name(), String.join(", ", bySet.keySet()));
    }

    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        String[] version = target.version().split("/", 2);
        @Nullable String set = version.length == 2 ? version[1] : null;
        MessageReferences references = new MessageReferences(envelope.firstMessageReference());
        List<OutboundMessage> messages = new ArrayList<>();
        for (BusinessDocument document : documents) {
            messages.add(message(document, version[0], set, references.next()));
        }
        Delimiters delimiters = Delimiters.ofVersion(version[0]);
        InterchangeHeader header = header(envelope, version[0]);
        return cartridge.write(
                new OutboundInterchange(header, messages, false),
                new X12Writer(header, delimiters, Charset.forName(envelope.charset()), false));
    }

    private static InterchangeHeader header(Envelope envelope, String version) {
        return new InterchangeHeader(
                "X12", version.substring(0, 5), envelope.sender(), envelope.recipient(),
                LocalDateTime.ofInstant(envelope.preparedAt(), ZoneOffset.UTC), envelope.controlReference(), null,
                envelope.acknowledgementRequested(), envelope.test());
    }

    private OutboundMessage message(BusinessDocument document, String version, @Nullable String set, String reference) {
        if (version.length() < 6 || !version.matches("\\d{6}\\w*")) {
            throw new IllegalArgumentException("no version of X12: " + version);
        }
        X12Mapping<?> mapping = bySet.values().stream()
                .filter(candidate -> candidate.type() == document.type())
                .filter(candidate -> set == null ? fits(candidate, document, version) : candidate.set().equals(set))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(document.type() + " cannot be written as X12 " + version));
        Row row = cartridge.newRow(new MappingKey(mapping.set(), version));
        fill(mapping, document, row, version);
        return new OutboundMessage(reference, new MessageType(mapping.set(), version, null), row);
    }

    @SuppressWarnings("unchecked") // a mapping is asked about documents of its own type only
    private static <D extends BusinessDocument> boolean fits(X12Mapping<D> mapping, BusinessDocument document, String version) {
        return mapping.fits((D) document, version);
    }

    @SuppressWarnings("unchecked") // as above
    private static <D extends BusinessDocument> void fill(X12Mapping<D> mapping, BusinessDocument document, Row row, String version) {
        mapping.write((D) document, row, version);
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        Set<Target> targets = new LinkedHashSet<>();
        if (bySet.values().stream().anyMatch(mapping -> mapping.type() == type)) {
            VERSIONS.forEach(version -> targets.add(new Target(Format.X12, version)));
        }
        if (type == DocumentType.SYNTAX_ACKNOWLEDGEMENT) {
            targets.add(new Target(Format.X12, IMPLEMENTATION));
        }
        return targets;
    }

    @Override
    public List<String> sources(DocumentType type) {
        List<String> sets = bySet.values().stream().filter(mapping -> mapping.type() == type).map(X12Mapping::set).toList();
        return sets.isEmpty() ? List.of() : List.of("X12 " + String.join(", ", sets));
    }

    @Override
    public String usualVersion() {
        return VERSIONS.getFirst();
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("X12 syntax", X12Error.values());
    }
}
