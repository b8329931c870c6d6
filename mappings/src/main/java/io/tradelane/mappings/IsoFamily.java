package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.cartridge.xml.XmlStyle;
import io.tradelane.mappings.payment.BankStatementReader;
import io.tradelane.mappings.payment.BusinessApplicationHeader;
import io.tradelane.mappings.payment.PaymentInstructionMapping;
import io.tradelane.mappings.payment.PaymentNotificationReader;
import io.tradelane.mappings.payment.PaymentStatusMapping;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentInstructionDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 20022, alone or wrapped: pain by declarations, camt by readers of their own; other messages are named and not mapped. */
final class IsoFamily extends XmlFamily {
    private static final Pattern MESSAGE =
            Pattern.compile("urn:(?:iso:std:iso:20022:tech:xsd:|swift:xsd:\\$?)([a-z]{4}\\.\\d{3})\\.\\d{3}\\.(\\d{2}).*");
    private static final Pattern TARGET = Pattern.compile("(?:iso20022[:.])?pain\\.00[18](?:[.:](?:001\\.)?(\\d\\d))?|iso20022(?::(\\d\\d))?", Pattern.CASE_INSENSITIVE);
    private static final List<String> WRITTEN = List.of("09", "08", "10", "11", "03", "02");
    private static final int NEWEST = 13;
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

    IsoFamily() {
        super(() -> List.of(
                new PaymentInstructionMapping("pain.001"),
                new PaymentInstructionMapping("pain.001-03"),
                new PaymentInstructionMapping("pain.001-02"),
                new PaymentInstructionMapping("pain.008"),
                new PaymentInstructionMapping("pain.008-02"),
                new PaymentStatusMapping()));
    }

    @Override
    public Format format() {
        return Format.ISO20022;
    }

    @Override
    public String title() {
        return "ISO 20022";
    }

    @Override
    boolean owns(XmlRoot root) {
        return root.name().equals("Document") && MESSAGE.matcher(root.namespace()).matches();
    }

    /** Also inside any other element, with a business application header or without. */
    @Override
    public boolean recognises(Head head) {
        return super.recognises(head)
                || head.root().isPresent() && head.start().contains(NAMESPACE) && head.root().get().first(this::startsMessage).isPresent();
    }

    private boolean startsMessage(XmlRoot element) {
        return owns(element) || BusinessApplicationHeader.is(element.name(), element.namespace());
    }

    @Override
    MessageType type(XmlRoot root, @Nullable String declared, @Nullable Row row) {
        Matcher message = MESSAGE.matcher(root.namespace());
        return message.matches() ? new MessageType(message.group(1), message.group(2), null) : new MessageType(root.name(), "", null);
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        Head head = Head.of(bytes);
        XmlRoot root = head.root().orElseThrow(() -> new IllegalArgumentException("not recognised as ISO 20022"));
        InputStream input = head.rest();
        MessageType type = type(root, null, null);
        if (!owns(root)) {
            return new IsoEnvelope(this, options, messages).read(input);
        }
        return isCamt(type) ? camt(input, type, options, messages) : super.read(input, options, messages);
    }

    static boolean isCamt(MessageType type) {
        return type.name().equals("camt.052") || type.name().equals("camt.053") || type.name().equals("camt.054");
    }

    private InterchangeResult camt(InputStream bytes, MessageType type, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        XmlReport report = new XmlReport(options.limits().messageFindings());
        BusinessDocument document = null;
        long read = 0;
        try {
            XmlCursor cursor = new XmlCursor(bytes, XmlLimits.of(options.limits()));
            cursor.root();
            document = camt(cursor, type, report);
            cursor.finish();
            read = cursor.bytes();
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        InterchangeHeader header = header(document, null);
        messages.accept(new MessageResult(
                header, header.controlReference(), type, 0, 0, read, report.hasErrors() ? null : document, report.findings()));
        return new InterchangeResult(Format.ISO20022, header, List.of(), 1, false);
    }

    /** @param cursor at the element Document, at whose end it is afterwards */
    static @Nullable BusinessDocument camt(XmlCursor cursor, MessageType type, XmlReport report) throws IOException, XmlRefused {
        if (Integer.parseInt(type.version()) > NEWEST) {
            report.warning(XmlError.UNKNOWN_VERSION, cursor, cursor.path(), type.version(), "02 … 13");
        }
        return switch (type.name()) {
            case "camt.054" -> new PaymentNotificationReader(cursor, report).read();
            case "camt.053" -> new BankStatementReader(cursor, report, BankStatementDocument.Kind.STATEMENT).read();
            default -> new BankStatementReader(cursor, report, BankStatementDocument.Kind.INTERIM).read();
        };
    }

    /** The bank by its BIC, the account's owner by name. */
    @Override
    InterchangeHeader header(@Nullable BusinessDocument document, @Nullable Row row) {
        if (document == null) {
            return Headers.without("XML", Headers.NOBODY, Headers.NOBODY, null, "");
        }
        InterchangeHeader header = Headers.of("XML", document);
        PartyAddress recipient = document.party(PartyRole.MESSAGE_RECIPIENT).map(Party::name).map(name -> new PartyAddress(name, null))
                .orElse(header.recipient());
        return new InterchangeHeader(
                header.syntaxIdentifier(), "", header.sender(), recipient, header.preparedAt(), document.number(), null, false, false);
    }

    @Override
    @Nullable XmlMapping<?> writing(BusinessDocument document, Target target, List<XmlMapping<?>> mappings) {
        if (!(document instanceof PaymentInstructionDocument instruction) || !WRITTEN.contains(target.version())) {
            return null;
        }
        boolean credit = instruction.kind() == PaymentInstructionDocument.Kind.CREDIT_TRANSFER;
        int version = Integer.parseInt(target.version());
        String name = credit ? version == 2 ? "pain.001-02" : version == 3 ? "pain.001-03" : "pain.001" : version == 2 ? "pain.008-02" : "pain.008";
        return mappings.stream().filter(mapping -> mapping.name().equals(name)).findFirst().orElse(null);
    }

    @Override
    XmlStyle style(BusinessDocument document, Target target) {
        boolean credit = document instanceof PaymentInstructionDocument instruction && instruction.kind() == PaymentInstructionDocument.Kind.CREDIT_TRANSFER;
        return new XmlStyle(true, NAMESPACE + (credit ? "pain.001.001." : "pain.008.001.") + target.version());
    }

    @Override
    public Set<Target> targets(DocumentType type) {
        Set<Target> targets = new LinkedHashSet<>();
        if (type == DocumentType.PAYMENT_INSTRUCTION) {
            WRITTEN.forEach(version -> targets.add(new Target(Format.ISO20022, version)));
        }
        return targets;
    }

    /** Reads {@code pain.001.09}, {@code pain.001.001.03}, {@code iso20022:03}. */
    @Override
    public Optional<Target> target(String text) {
        Matcher matcher = TARGET.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return Optional.of(new Target(Format.ISO20022, version == null ? WRITTEN.getFirst() : version));
    }

    @Override
    public List<String> sources(DocumentType type) {
        return switch (type) {
            case PAYMENT_NOTIFICATION -> List.of("ISO 20022 camt.054");
            case BANK_STATEMENT -> List.of("ISO 20022 camt.053", "ISO 20022 camt.052");
            case PAYMENT_INSTRUCTION -> List.of("ISO 20022 pain.001", "ISO 20022 pain.008");
            case PAYMENT_STATUS -> List.of("ISO 20022 pain.002");
            default -> List.of();
        };
    }
}
