package io.tradelane.mappings.cli;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** The envelope a document came in, or one made from its parties. The same input gives the same bytes. */
final class DocumentEnvelope {
    /** UNB 0007: GS1. */
    private static final String GS1 = "14";
    /** UNB 0020 holds no more. */
    private static final int REFERENCE_LENGTH = 14;

    private DocumentEnvelope() {}

    static Envelope of(MessageResult message, BusinessDocument document) {
        InterchangeHeader header = message.header();
        boolean fromBuyer = switch (document.type()) {
            case ORDER, REMITTANCE_ADVICE -> true;
            default -> false;
        };
        PartyRole from = fromBuyer ? PartyRole.BUYER : PartyRole.SUPPLIER;
        PartyRole to = fromBuyer ? PartyRole.SUPPLIER : PartyRole.BUYER;
        LocalDateTime prepared = header.preparedAt() == null ? document.issueDate().atStartOfDay() : header.preparedAt();
        Envelope envelope = Envelope.of(
                known(header.sender()) ? header.sender() : address(document, from, PartyRole.MESSAGE_SENDER),
                known(header.recipient()) ? header.recipient() : address(document, to, PartyRole.MESSAGE_RECIPIENT),
                reference(header, document),
                prepared.toInstant(ZoneOffset.UTC));
        return header.test() ? envelope.asTest() : envelope;
    }

    private static boolean known(PartyAddress address) {
        return !address.id().isEmpty();
    }

    private static PartyAddress address(BusinessDocument document, PartyRole... roles) {
        return Stream.of(roles)
                .flatMap(role -> document.party(role).stream())
                .flatMap(party -> party.identifiers().stream())
                .findFirst()
                .map(id -> new PartyAddress(id.value(), id.scheme() == Party.Scheme.GLN ? GS1 : "ZZZ"))
                .orElse(new PartyAddress("UNKNOWN", "ZZZ"));
    }

    private static String reference(InterchangeHeader header, BusinessDocument document) {
        String reference = header.controlReference().isEmpty() ? document.number() : header.controlReference();
        return reference.substring(0, Math.min(REFERENCE_LENGTH, reference.length()));
    }
}
