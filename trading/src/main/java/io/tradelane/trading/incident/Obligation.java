package io.tradelane.trading.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes somebody.
 *
 * @param debtor who owes it
 * @param creditor who waits for it
 * @param number of the document that asks for it
 * @param deal the number under which everything about the deal is found
 * @param interchange that is to be acknowledged
 * @param overdueAt when it was found late
 * @param snoozedUntil till then nobody wants to hear of it
 * @param reminders how often the debtor was reminded
 */
public record Obligation(
        UUID id,
        Kind kind,
        UUID subject,
        UUID debtor,
        UUID creditor,
        String number,
        String deal,
        @Nullable UUID order,
        @Nullable UUID interchange,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant overdueAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        @Nullable Instant snoozedUntil,
        @Nullable Instant remindedAt,
        int reminders,
        @Nullable UUID incident) {

    public enum Kind {
        /** Transport: an MDN, or what else a door waits for. */
        RECEIPT,
        /** CONTRL, 997, 999, by agreement. */
        SYNTAX,
        /** APERAK, 824, MLS, by agreement. */
        APPLICATION,
        ORDER_RESPONSE,
        DESPATCH_ADVICE,
        RECEIPT_ADVICE,
        INVOICE,
        PAYMENT;

        /** Whether a document of the deal is waited for, and no acknowledgement. */
        public boolean document() {
            return ordinal() >= ORDER_RESPONSE.ordinal();
        }
    }

    public enum Outcome {
        ARRIVED,
        /** It is not owed any more: cancelled, refused, sent again. */
        WITHDRAWN
    }

    /** Which of them. */
    public enum State {
        LATE,
        /** Open, late or not. */
        OPEN,
        SNOOZED,
        CLOSED
    }
}
