package io.tradelane.trading.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functional acknowledgement of an interchange: UN/EDIFACT CONTRL (ISO 9735-4), X12 TA1; or of one functional group in
 * it: X12 997 and 999; or the status of IDocs: ALEAUD, STATUS.
 *
 * @param number our or their reference of this acknowledgement
 * @param interchangeReference control reference of the interchange answered (UCI 0020)
 * @param senderIdentifier sender of the interchange answered (UCI S002)
 * @param recipientIdentifier its recipient (UCI S003)
 * @param action for the interchange, or the group, as a whole
 * @param error interchange level, {@code null} when there is none
 * @param group the functional group answered, of X12; {@code null} where the interchange is
 * @param preparedAt when the interchange answered was prepared, which TA1 repeats; {@code null} in others
 */
public record SyntaxAcknowledgementDocument(
        String number,
        LocalDate issueDate,
        String interchangeReference,
        String senderIdentifier,
        String recipientIdentifier,
        Action action,
        @Nullable SyntaxError error,
        List<Message> messages,
        @Nullable Group group,
        @Nullable LocalDateTime preparedAt)
        implements BusinessDocument {

    /** Of an interchange of UN/EDIFACT. */
    public SyntaxAcknowledgementDocument(
            String number,
            LocalDate issueDate,
            String interchangeReference,
            String senderIdentifier,
            String recipientIdentifier,
            Action action,
            @Nullable SyntaxError error,
            List<Message> messages) {
        this(number, issueDate, interchangeReference, senderIdentifier, recipientIdentifier, action, error, messages, null, null);
    }

    /** The code is UN/EDIFACT data element 0083; of X12 AK901, AK501 and TA104. */
    public enum Action {
        REJECTED("4"),
        ACKNOWLEDGED("7"),
        RECEIVED("8"),
        /** E of X12: accepted although there are errors, which the sender is to mend. */
        ACCEPTED_WITH_ERRORS("7");

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
     * @param code UN/EDIFACT data element 0085; of X12, by its level, TA105, AK502, AK304 or AK403; of an
     *     IDoc, its status: 51, 56, 60
     * @param segment service segment tag at interchange or message level, else {@code null}; of X12, at segment level too
     * @param segmentPosition position of the segment in the message, UNH is 1; {@code null} above segment level
     * @param element position of the data element in the segment (S011 0098), from 1
     * @param component position in the composite (S011 0104), from 1
     * @param value copy of the element (AK404), {@code null} where none is given; of an IDoc, the text of its status
     */
    public record SyntaxError(
            String code,
            @Nullable String segment,
            @Nullable Integer segmentPosition,
            @Nullable Integer element,
            @Nullable Integer component,
            @Nullable String value) {

        public SyntaxError(
                String code,
                @Nullable String segment,
                @Nullable Integer segmentPosition,
                @Nullable Integer element,
                @Nullable Integer component) {
            this(code, segment, segmentPosition, element, component, null);
        }
    }

    /**
     * A functional group of X12.
     *
     * @param functionalIdentifier AK101: PO for purchase orders
     * @param reference AK102: its control number
     * @param version AK103, absent before 005010
     * @param included sets that its trailer says are in it
     * @param received sets that were found
     * @param accepted of them; fewer than received where the group is accepted in part
     * @param errors AK905 and following
     */
    public record Group(
            String functionalIdentifier,
            String reference,
            @Nullable String version,
            int included,
            int received,
            int accepted,
            List<String> errors) {}

    /**
     * @param reference UNH 0062 or ST02 of the message answered
     * @param identifier its S009 as sent, components joined by a colon, for example {@code ORDERS:D:96A:UN}; of X12, ST01 and
     *     where it was given ST03
     * @param errors of a message that is acknowledged: it was accepted in spite of them
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
