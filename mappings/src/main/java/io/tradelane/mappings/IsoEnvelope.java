package io.tradelane.mappings;

import io.tradelane.mappings.payment.BusinessApplicationHeader;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlLimits;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.mappings.syntax.xml.XmlRoot;
import io.tradelane.mappings.syntax.xml.XmlStream;
import io.tradelane.trading.document.BusinessDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * ISO 20022 documents inside other elements, whatever those are called (BusMsg, DataPDU, RequestPayload, Xchg), each behind its
 * business application header where it has one. Streams; a header speaks of the documents behind it, up to the next header.
 */
final class IsoEnvelope {
    private final IsoFamily family;
    private final ReadOptions options;
    private final Consumer<MessageResult> messages;
    private final XmlReport envelope;
    private XmlReport headerReport;
    private @Nullable BusinessApplicationHeader header;
    private @Nullable InterchangeHeader first;
    private int count;

    IsoEnvelope(IsoFamily family, ReadOptions options, Consumer<MessageResult> messages) {
        this.family = family;
        this.options = options;
        this.messages = messages;
        this.envelope = new XmlReport(options.limits().messageFindings());
        this.headerReport = envelope;
    }

    InterchangeResult read(InputStream bytes) throws IOException {
        boolean rejected = false;
        try {
            XmlStream stream = new XmlStream(bytes, XmlLimits.of(options.limits()), false);
            for (int event = stream.next(); event != XmlStream.FINISH; event = stream.next()) {
                if (event == XmlStream.START && BusinessApplicationHeader.is(stream.name(), stream.namespace())) {
                    headerReport = new XmlReport(options.limits().messageFindings());
                    header = BusinessApplicationHeader.read(new XmlCursor(stream), headerReport);
                } else if (event == XmlStream.START && family.owns(XmlRoot.at(stream)) && !message(stream)) {
                    break;
                }
            }
            if (count == 0) {
                envelope.add(headerReport);
                String path = header == null ? "/" : header.path().substring(0, header.path().lastIndexOf('/') + 1);
                envelope.add(XmlError.MISSING_ELEMENT, stream.line(), stream.column(), path + "Document", null, "Document");
            }
        } catch (XmlRefused refused) {
            envelope.refused(refused);
            rejected = true;
        }
        return new InterchangeResult(Format.ISO20022, first, envelope.findings(), count, rejected || count == 0);
    }

    /** @return whether it could be read to its end */
    private boolean message(XmlStream stream) throws IOException, XmlRefused {
        if (count == options.limits().interchangeMessages()) {
            throw stream.refused(XmlError.TOO_LARGE, Integer.toString(count));
        }
        int depth = stream.depth();
        XmlRoot root = XmlRoot.at(stream);
        long start = stream.offset();
        XmlReport report = new XmlReport(options.limits().messageFindings());
        report.add(headerReport);
        if (header != null) {
            header.check(root.namespace(), report);
        }
        MessageType type = family.type(root, null, null);
        BusinessDocument document = null;
        InterchangeHeader own = family.header(null, null);
        List<Finding> findings = List.of();
        try {
            if (IsoFamily.isCamt(type)) {
                document = IsoFamily.camt(new XmlCursor(stream), type, report);
                own = family.header(document, null);
            } else if (family.cartridge().find(root).isPresent()) {
                MessageResult mapped = family.mapped(family.cartridge().read(stream, options.limits().messageFindings()), root, options);
                document = mapped.document();
                own = mapped.header();
                findings = mapped.findings();
            } else {
                stream.skip();
                findings = List.of(Findings.atStart(FormatError.MESSAGE_NOT_MAPPED, type.name(), family.title()));
            }
        } catch (XmlRefused refused) {
            report.refused(refused);
        }
        InterchangeHeader sent = header(own);
        first = first == null ? sent : first;
        messages.accept(new MessageResult(
                sent, document == null ? sent.controlReference() : document.number(), type, count++, start,
                stream.endOffset(), report.hasErrors() ? null : document, Findings.joined(report.findings(), findings)));
        return stream.depth() < depth;
    }

    /** As the header says; what it leaves out, as the document does. */
    private InterchangeHeader header(InterchangeHeader own) {
        return header == null ? own
                : Headers.without(
                        "AppHdr", header.sender().id().isEmpty() ? own.sender() : header.sender(),
                        header.receiver().id().isEmpty() ? own.recipient() : header.receiver(), header.createdAt(), header.reference());
    }
}
