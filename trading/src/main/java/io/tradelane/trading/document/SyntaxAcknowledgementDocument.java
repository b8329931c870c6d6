package io.tradelane.trading.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functional acknowledgement of an interchange: UN/EDIFACT CONTRL (ISO 9735-4).
 *
 * @param number our or their reference of this acknowledgement
 * @param interchangeReference control reference of the interchange answered (UCI 0020)
 * @param senderIdentifier sender of the interchange answered (UCI S002)
 * @param recipientIdentifier its recipient (UCI S003)
 * @param action for the interchange as a whole
 * @param error interchange level, {@code null} when there is none
 */
public record SyntaxAcknowledgementDocument(
        String number,
        LocalDate issueDate,
        String interchangeReference,
        String senderIdentifier,
        String recipientIdentifier,
        Action action,
        @Nullable SyntaxError error,
        List<Message> messages)
        implements BusinessDocument {

    /** The code is UN/EDIFACT data element 0083. */
    public enum Action {
        REJECTED("4"),
        ACKNOWLEDGED("7"),
        RECEIVED("8");

        private final String code;

        Action(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * An error at its place.
     *
     * @param code UN/EDIFACT data element 0085
     * @param segment service segment tag at interchange or message level, else {@code null}
     * @param segmentPosition position of the segment in the message, UNH is 1; {@code null} above segment level
     * @param element position of the data element in the segment (S011 0098), from 1
     * @param component position in the composite (S011 0104), from 1
     */
    public record SyntaxError(
            String code,
            @Nullable String segment,
            @Nullable Integer segmentPosition,
            @Nullable Integer element,
            @Nullable Integer component) {}

    /**
     * @param reference UNH 0062 of the message answered
     * @param identifier its S009 as sent, components joined by a colon, for example {@code ORDERS:D:96A:UN}
     */
    public record Message(String reference, String identifier, Action action, List<SyntaxError> errors) {}

    @Override
    public DocumentType type() {
        return DocumentType.SYNTAX_ACKNOWLEDGEMENT;
    }

    @Override
    public List<Party> parties() {
        return List.of();
    }
}
