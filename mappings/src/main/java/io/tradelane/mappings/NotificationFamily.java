package io.tradelane.mappings;

import io.tradelane.mappings.payment.PaymentNotificationReader;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentNotificationDocument;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO 20022 camt.054; and what XML is of no family is refused here. */
final class NotificationFamily implements FormatFamily {
    private static final Pattern CAMT_054 = Pattern.compile(".*camt\\.054\\.001\\.(\\d{2})$");
    private static final String KNOWN = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.02 … .13";
    private static final int OLDEST = 2;
    private static final int NEWEST = 13;

    @Override
    public Format format() {
        return Format.ISO20022;
    }

    @Override
    public String title() {
        return "ISO 20022";
    }

    @Override
    public boolean recognises(Head head) {
        return head.start().startsWith("<");
    }

    @Override
    public List<String> sources(DocumentType type) {
        return type == DocumentType.PAYMENT_NOTIFICATION ? List.of("ISO 20022 camt.054, versions .02 to .13") : List.of();
    }

    @Override
    public Map<String, FindingCode[]> findingCodes() {
        return Map.of("XML", XmlError.values());
    }

    @Override
    public InterchangeResult read(InputStream bytes, ReadOptions options, Consumer<MessageResult> messages) throws IOException {
        XmlReport report = new XmlReport(options.limits().messageFindings());
        try {
            XmlCursor cursor = new XmlCursor(bytes, XmlLimits.ofBytes(options.limits().interchangeBytes()));
            String root = cursor.root();
            Matcher camt = CAMT_054.matcher(cursor.namespace());
            if (root.equals("Document") && camt.matches()) {
                return notification(cursor, camt.group(1), report, messages);
            }
            String name = cursor.namespace().isEmpty() ? root : root + " (" + cursor.namespace() + ")";
            report.error(XmlError.UNKNOWN_MESSAGE, cursor, cursor.path(), name, KNOWN);
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        return new InterchangeResult(Format.XML, null, report.findings(), 0, true);
    }

    private static InterchangeResult notification(
            XmlCursor cursor, String version, XmlReport report, Consumer<MessageResult> messages) throws IOException {
        int number = Integer.parseInt(version);
        if (number < OLDEST || number > NEWEST) {
            report.warning(XmlError.UNKNOWN_VERSION, cursor, cursor.path(), version, "02 … 13");
        }
        PaymentNotificationReader reader = new PaymentNotificationReader(cursor, report);
        PaymentNotificationDocument document = null;
        try {
            document = reader.read();
            cursor.finish();
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        InterchangeHeader header = header(reader);
        MessageType type = new MessageType("camt.054", version, null);
        List<Finding> findings = report.findings();
        messages.accept(new MessageResult(
                header, reader.messageId(), type, 0, 0, cursor.bytes(), report.hasErrors() ? null : document, findings));
        return new InterchangeResult(Format.ISO20022, header, List.of(), 1, false);
    }

    private static InterchangeHeader header(PaymentNotificationReader reader) {
        OffsetDateTime created = reader.createdAt();
        return Headers.without(
                "XML", new PartyAddress(reader.bank(), reader.bank().isEmpty() ? null : "BIC"),
                new PartyAddress(reader.owner(), null), created, reader.messageId());
    }
}
