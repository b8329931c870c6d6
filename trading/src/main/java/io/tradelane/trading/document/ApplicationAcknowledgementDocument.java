package io.tradelane.trading.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application's answer to a document it could read but not accept: UN/EDIFACT APERAK.
 *
 * @param accepted BGM 1225: 27 not accepted, 44 or 29 accepted
 * @param messageReference control reference of the message answered (RFF+ACW)
 * @param documentNumber number of the document answered
 */
public record ApplicationAcknowledgementDocument(
        String number,
        LocalDate issueDate,
        boolean accepted,
        String messageReference,
        @Nullable String documentNumber,
        List<Party> parties,
        List<ApplicationError> errors)
        implements BusinessDocument {

    /**
     * @param code ERC 9321: an application error code of the agreement
     * @param text FTX AAO: what is wrong and what to do
     * @param lineNumber the line concerned, when it is one
     */
    public record ApplicationError(String code, String text, @Nullable String lineNumber) {}

    @Override
    public DocumentType type() {
        return DocumentType.APPLICATION_ACKNOWLEDGEMENT;
    }
}
