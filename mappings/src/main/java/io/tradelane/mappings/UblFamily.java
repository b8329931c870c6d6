package io.tradelane.mappings;

import io.tradelane.mappings.rules.RuleError;
import io.tradelane.mappings.shared.ElectronicAddresses;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.xml.StandardBusinessDocument;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** OASIS UBL 2.0 to 2.3 and Peppol BIS 3, alone or in a Standard Business Document. */
final class UblFamily implements FormatFamily {
    private static final String NAMESPACES = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String VERSION = "2.1";
    private static final String PEPPOL = "PEPPOL";
    /** Peppol Message Level Status, where PEPPOL writes the Message Level Response that it replaces. */
    private static final String STATUS = "MLS";

    @Override
    public Format format() {
        return Format.UBL;
    }

    @Override
    public String title() {
        return "UBL";
    }

    @Override
    public boolean recognises(Head head) {
        return head.root().filter(root -> root.namespace().startsWith(NAMESPACES)
                || root.name().equals(StandardBusinessDocument.ROOT) && head.start().contains(NAMESPACES)).isPresent();
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        return isEnveloped(bytes) ? enveloped(bytes, options, messages) : single(bytes, options, messages);
    }

    /** Leaves the stream where it was. Only what has the word in it is looked at twice. */
    private static boolean isEnveloped(InputStream bytes) throws IOException {
        bytes.mark(Head.LENGTH);
        byte[] start = bytes.readNBytes(Head.LENGTH);
        bytes.reset();
        return new String(start, StandardCharsets.ISO_8859_1).contains(StandardBusinessDocument.ROOT)
                && XmlRoot.peek(start, start.length).filter(root -> root.name().equals(StandardBusinessDocument.ROOT)).isPresent();
    }

    private static InterchangeResult single(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        MessageResult message = new ProfiledDocument(Format.UBL, Holder.DOCUMENTS, options).read(bytes, null, 0);
        messages.accept(message);
        return new InterchangeResult(Format.UBL, message.header(), List.of(), 1, false);
    }

    private static InterchangeResult enveloped(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        XmlReport report = new XmlReport(options.limits().messageFindings());
        try {
            byte[] all = bytes.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, options.limits().interchangeBytes()));
            StandardBusinessDocument document = StandardBusinessDocument.read(all, XmlLimits.of(options.limits()));
            InterchangeHeader header = header(document);
            int index = 0;
            for (byte[] payload : document.payloads()) {
                messages.accept(new ProfiledDocument(Format.UBL, Holder.DOCUMENTS, options).read(new java.io.ByteArrayInputStream(payload), header, index++));
            }
            return new InterchangeResult(Format.UBL, header, List.of(), index, false);
        } catch (XmlRefused refused) {
            report.refused(refused);
            return new InterchangeResult(Format.UBL, null, report.findings(), 0, true);
        }
    }

    private static InterchangeHeader header(StandardBusinessDocument document) {
        return new InterchangeHeader(
                "SBDH", "1.3", known(document.sender()), known(document.receiver()), created(document.created()), document.instance(), null,
                false, false);
    }

    private static PartyAddress known(PartyAddress address) {
        return new PartyAddress(address.id(), ElectronicAddresses.qualifier(address.qualifier()));
    }

    private static @Nullable LocalDateTime created(@Nullable String text) {
        try {
            return text == null || text.length() < 19 ? null : LocalDateTime.parse(text.strip().substring(0, 19));
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public List<String> sources(DocumentType type) {
        return SOURCES.containsKey(type) ? List.of("UBL 2.0 to 2.3 " + SOURCES.get(type)) : List.of();
    }

    private static final Map<DocumentType, String> SOURCES = Map.ofEntries(
            Map.entry(DocumentType.ORDER, "Order"), Map.entry(DocumentType.ORDER_CHANGE, "OrderChange, OrderCancellation"),
            Map.entry(DocumentType.ORDER_RESPONSE, "OrderResponse"), Map.entry(DocumentType.DESPATCH_ADVICE, "DespatchAdvice"),
            Map.entry(DocumentType.RECEIPT_ADVICE, "ReceiptAdvice"), Map.entry(DocumentType.INVOICE, "Invoice, CreditNote"),
            Map.entry(DocumentType.INVOICE_RESPONSE, "ApplicationResponse (Peppol Invoice Response)"),
            Map.entry(DocumentType.APPLICATION_ACKNOWLEDGEMENT, "ApplicationResponse (Peppol MLR, MLS, catalogue response)"),
            Map.entry(DocumentType.CATALOGUE, "Catalogue"), Map.entry(DocumentType.QUOTATION, "Quotation"),
            Map.entry(DocumentType.REQUEST_FOR_QUOTATION, "RequestForQuotation"));

    private static final Set<DocumentType> NOT_IN_PEPPOL =
            Set.of(DocumentType.RECEIPT_ADVICE, DocumentType.QUOTATION, DocumentType.REQUEST_FOR_QUOTATION);

    @Override
    public Set<Target> targets(DocumentType type) {
        Set<Target> targets = new LinkedHashSet<>();
        if (SOURCES.containsKey(type)) {
            targets.add(new Target(Format.UBL, VERSION));
        }
        if (SOURCES.containsKey(type) && !NOT_IN_PEPPOL.contains(type)) {
            targets.add(new Target(Format.UBL, PEPPOL));
        }
        if (type == DocumentType.APPLICATION_ACKNOWLEDGEMENT) {
            targets.add(new Target(Format.UBL, STATUS));
        }
        return targets;
    }

    @Override
    public Optional<Target> target(String text) {
        return text.equalsIgnoreCase(PEPPOL) ? Optional.of(new Target(Format.UBL, PEPPOL)) : FormatFamily.super.target(text);
    }

    @Override
    public String usualVersion() {
        return VERSION;
    }

    @Override
    public byte[] write(List<BusinessDocument> documents, Target target, Envelope envelope) {
        if (documents.size() == 1 && target.version().equals(STATUS)
                && documents.getFirst() instanceof ApplicationAcknowledgementDocument response) {
            return Holder.DOCUMENTS.writeStatus(response, envelope);
        }
        boolean known = target.version().equals(VERSION) || target.version().equals(PEPPOL);
        if (documents.size() != 1 || !known) {
            throw new IllegalArgumentException(documents.size() + " documents are not written as " + target);
        }
        return Holder.DOCUMENTS.write(documents.getFirst(), target.version().equals(PEPPOL), VERSION);
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("Schemas and rules", RuleError.values());
    }

    /** Declarations are compiled when the first document of the kind comes. */
    private static final class Holder {
        static final UblDocuments DOCUMENTS = UblDocuments.ofUbl();
    }
}
