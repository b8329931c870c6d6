package io.tradelane.mappings.cli;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.Headers;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The envelope a document came in, or one made from its parties. The same input gives the same bytes. */
final class DocumentEnvelope {
    private static final PartyAddress UNKNOWN = new PartyAddress("UNKNOWN", "ZZZ");
    /** UNB 0020 holds no more. */
    private static final int REFERENCE_LENGTH = 14;

    private DocumentEnvelope() {}

    static Envelope of(MessageResult message, BusinessDocument document) {
        InterchangeHeader header = message.header();
        LocalDateTime prepared = header.preparedAt() == null ? document.issueDate().atStartOfDay() : header.preparedAt();
        Envelope envelope = Envelope.of(
                known(header.sender()) ? header.sender() : orUnknown(Headers.sender(document)),
                known(header.recipient()) ? header.recipient() : orUnknown(Headers.recipient(document)),
                reference(header, document),
                prepared.toInstant(ZoneOffset.UTC));
        return header.test() ? envelope.asTest() : envelope;
    }

    private static boolean known(PartyAddress address) {
        return !address.id().isEmpty();
    }

    private static PartyAddress orUnknown(PartyAddress address) {
        return known(address) ? address : UNKNOWN;
    }

    private static String reference(InterchangeHeader header, BusinessDocument document) {
        String reference = header.controlReference().isEmpty() ? document.number() : header.controlReference();
        return reference.substring(0, Math.min(REFERENCE_LENGTH, reference.length()));
    }
}
