package io.tradelane.trading.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application's answer to a document: UN/EDIFACT APERAK, X12 824, Peppol MLR and MLS.
 *
 * @param accepted BGM 1225: 27 not accepted, 44 or 29 accepted
 * @param messageReference control reference of the message answered (RFF+ACW); of Peppol MLS, the instance identifier of the
 *     Standard Business Document, or the document's number where it came without one
 * @param documentNumber number of the document answered
 * @param responseCode AB of Peppol: accepted without knowing that it reached its final recipient; {@code null} where {@code accepted}
 *     says all
 */
public record ApplicationAcknowledgementDocument(
        String number,
        LocalDate issueDate,
        boolean accepted,
        String messageReference,
        @Nullable String documentNumber,
        List<Party> parties,
        List<ApplicationError> errors,
        @Nullable String responseCode)
        implements BusinessDocument {
    public static final String ACCEPTED_BLIND = "AB";

    /** One that is accepted, with its final recipient, or refused. */
    public ApplicationAcknowledgementDocument(
            String number,
            LocalDate issueDate,
            boolean accepted,
            String messageReference,
            @Nullable String documentNumber,
            List<Party> parties,
            List<ApplicationError> errors) {
        this(number, issueDate, accepted, messageReference, documentNumber, parties, errors, null);
    }

    /**
     * @param code ERC 9321: an application error code of the agreement; of Peppol, SV, BV, BW or FD
     * @param text FTX AAO: what is wrong and what to do
     * @param lineNumber the line concerned, when it is one; in Peppol the place, as an XPath
     */
    public record ApplicationError(String code, String text, @Nullable String lineNumber) {}

    @Override
    public DocumentType type() {
        return DocumentType.APPLICATION_ACKNOWLEDGEMENT;
    }
}
