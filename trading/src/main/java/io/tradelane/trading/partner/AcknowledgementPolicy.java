package io.tradelane.trading.partner;

import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import org.jspecify.annotations.Nullable;

/**
 * What two partners agreed about acknowledgements. An agreement on acknowledgements says when they are sent; one on any other
 * document, what the receiver has to answer to it and what its answers mean.
 *
 * @param answer when the partner is answered: with CONTRL, 997 or 999 (syntax acknowledgements), or with APERAK, 824, MLR or MLS
 *     (application acknowledgements)
 * @param interchange the same for TA1, which answers an interchange of X12 as a whole
 * @param expected what the partner has to answer to what it is sent
 * @param deadlineMinutes from sending until the answer is overdue; null: it may come at any time
 * @param rejected what 4 means in a partner's CONTRL (UN/EDIFACT data element 0083), and R in its 997
 * @param acknowledged what 7 means, and A
 * @param received what 8 means
 * @param withErrors what E means in a partner's 997, 999 or TA1
 */
public record AcknowledgementPolicy(
        When answer,
        When interchange,
        Expected expected,
        @Nullable Integer deadlineMinutes,
        Meaning rejected,
        Meaning acknowledged,
        Meaning received,
        Meaning withErrors) {

    /** As the standards have it. */
    public static final AcknowledgementPolicy STANDARD = new AcknowledgementPolicy(
            When.USUAL, When.USUAL, Expected.NOTHING, null, Meaning.REJECTED, Meaning.ACCEPTED, Meaning.RECEIVED, Meaning.ACCEPTED);

    /** A month. */
    public static final int LONGEST_DEADLINE_MINUTES = 31 * 24 * 60;

    public AcknowledgementPolicy {
        if (deadlineMinutes != null && (deadlineMinutes < 1 || deadlineMinutes > LONGEST_DEADLINE_MINUTES)) {
            throw new IllegalArgumentException("a deadline of " + deadlineMinutes + " minutes");
        }
    }

    /** When something is acknowledged. */
    public enum When {
        /**
         * CONTRL, 997 and 999 always; TA1 when it is asked for or refuses; APERAK and 824 when they refuse; message level responses
         * always.
         */
        USUAL,
        NEVER,
        /** When something is refused. */
        ERRORS,
        /** When the envelope asks for it (UNB 0031, ISA14), and when something is refused. */
        REQUESTED,
        ALWAYS;

        public When or(When usual) {
            return this == USUAL ? usual : this;
        }

        public boolean wants(boolean accepted, boolean requested) {
            return switch (this) {
                case USUAL, ALWAYS -> true;
                case NEVER -> false;
                case ERRORS -> !accepted;
                case REQUESTED -> !accepted || requested;
            };
        }
    }

    /** What a partner has to answer. */
    public enum Expected {
        NOTHING,
        /** That it could read it: CONTRL, 997, 999; an application's answer says so too. */
        SYNTAX,
        /** That it accepts it: APERAK, 824, MLR, MLS, ALEAUD. */
        APPLICATION
    }

    /** What a code of a partner's acknowledgement stands for. */
    public enum Meaning {
        ACCEPTED,
        /** Accepted, but a person is to look at it. */
        ATTENTION,
        /** It has come, no more is said; an answer is still owed. */
        RECEIVED,
        REJECTED
    }

    public Meaning meaning(Action action) {
        return switch (action) {
            case REJECTED -> rejected;
            case ACKNOWLEDGED -> acknowledged;
            case RECEIVED -> received;
            case ACCEPTED_WITH_ERRORS -> withErrors;
        };
    }
}
