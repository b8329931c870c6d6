package io.tradelane.trading.order;

import static io.tradelane.trading.order.Agreement.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The legal transitions of a purchase order's agreement: the one table. A pair of state and event that has no row here
 * is refused. Several rows for one pair differ in their guard; exactly one guard holds.
 */
public record AgreementTransition(Agreement from, Event event, Guard guard, Agreement to, By by) {

    public enum Event {
        SUBMIT,
        APPROVE,
        DISAPPROVE,
        RECALL,
        ISSUE,
        ACKNOWLEDGE,
        ACCEPT,
        PROPOSE_CHANGE,
        REJECT,
        /** The buyer's new version takes the place of one that the supplier has not confirmed. */
        REPLACE,
        ACCEPT_CHANGE,
        REFUSE_CHANGE,
        WITHDRAW_CHANGE,
        REQUEST_CHANGE,
        REQUEST_CANCEL,
        ACCEPT_CANCEL,
        REFUSE_CANCEL,
        CANCEL,
        HOLD,
        RELEASE,
        COMPLETE,
        CLOSE,
        REOPEN
    }

    /** A condition on the order beyond its state. */
    public enum Guard {
        NONE,
        /** The supplier has acknowledged or answered it once. */
        ANSWERED,
        /** The supplier has not reacted at all yet. */
        NOT_ANSWERED,
        /** It was confirmed before the change was proposed. */
        CONFIRMED_BEFORE,
        /** The change was the supplier's first answer. */
        NEVER_CONFIRMED,
        /** At least one line is still to be delivered once the change is applied. */
        SOMETHING_LEFT,
        /** The change rejects every line. */
        NOTHING_LEFT
    }

    public enum By {
        BUYER,
        SUPPLIER,
        EITHER,
        SYSTEM
    }

    private static AgreementTransition row(Agreement from, Event event, Guard guard, Agreement to, By by) {
        return new AgreementTransition(from, event, guard, to, by);
    }

    public static final List<AgreementTransition> TABLE = List.of(
            row(DRAFT, Event.SUBMIT, Guard.NONE, PENDING_APPROVAL, By.BUYER),
            row(PENDING_APPROVAL, Event.APPROVE, Guard.NONE, APPROVED, By.BUYER),
            row(PENDING_APPROVAL, Event.DISAPPROVE, Guard.NONE, DRAFT, By.BUYER),
            row(PENDING_APPROVAL, Event.RECALL, Guard.NONE, DRAFT, By.BUYER),
            row(APPROVED, Event.ISSUE, Guard.NONE, ISSUED, By.SYSTEM),
            row(ISSUED, Event.ACKNOWLEDGE, Guard.NONE, ISSUED, By.SUPPLIER),
            row(ISSUED, Event.ACCEPT, Guard.NONE, CONFIRMED, By.SUPPLIER),
            row(ISSUED, Event.PROPOSE_CHANGE, Guard.NONE, CHANGE_PENDING_BUYER, By.SUPPLIER),
            row(ISSUED, Event.REJECT, Guard.NONE, REJECTED_BY_SUPPLIER, By.SUPPLIER),
            row(ISSUED, Event.REPLACE, Guard.NONE, ISSUED, By.BUYER),
            row(CONFIRMED, Event.PROPOSE_CHANGE, Guard.NONE, CHANGE_PENDING_BUYER, By.SUPPLIER),
            row(CHANGE_PENDING_BUYER, Event.ACCEPT_CHANGE, Guard.SOMETHING_LEFT, CONFIRMED, By.BUYER),
            row(CHANGE_PENDING_BUYER, Event.ACCEPT_CHANGE, Guard.NOTHING_LEFT, REJECTED_BY_SUPPLIER, By.BUYER),
            row(CHANGE_PENDING_BUYER, Event.REFUSE_CHANGE, Guard.CONFIRMED_BEFORE, CONFIRMED, By.BUYER),
            row(CHANGE_PENDING_BUYER, Event.REFUSE_CHANGE, Guard.NEVER_CONFIRMED, ISSUED, By.BUYER),
            row(CHANGE_PENDING_BUYER, Event.WITHDRAW_CHANGE, Guard.CONFIRMED_BEFORE, CONFIRMED, By.SUPPLIER),
            row(CHANGE_PENDING_BUYER, Event.WITHDRAW_CHANGE, Guard.NEVER_CONFIRMED, ISSUED, By.SUPPLIER),
            row(CONFIRMED, Event.REQUEST_CHANGE, Guard.NONE, CHANGE_PENDING_SUPPLIER, By.BUYER),
            row(CHANGE_PENDING_SUPPLIER, Event.ACCEPT_CHANGE, Guard.NONE, CONFIRMED, By.SUPPLIER),
            row(CHANGE_PENDING_SUPPLIER, Event.REFUSE_CHANGE, Guard.NONE, CONFIRMED, By.SUPPLIER),
            row(CHANGE_PENDING_SUPPLIER, Event.WITHDRAW_CHANGE, Guard.NONE, CONFIRMED, By.BUYER),
            row(DRAFT, Event.CANCEL, Guard.NONE, CANCELLED, By.BUYER),
            row(PENDING_APPROVAL, Event.CANCEL, Guard.NONE, CANCELLED, By.BUYER),
            row(APPROVED, Event.CANCEL, Guard.NONE, CANCELLED, By.BUYER),
            row(ISSUED, Event.CANCEL, Guard.NOT_ANSWERED, CANCELLED, By.BUYER),
            row(ISSUED, Event.REQUEST_CANCEL, Guard.ANSWERED, CANCEL_PENDING, By.EITHER),
            row(CONFIRMED, Event.REQUEST_CANCEL, Guard.NONE, CANCEL_PENDING, By.EITHER),
            row(CANCEL_PENDING, Event.ACCEPT_CANCEL, Guard.NOTHING_LEFT, CANCELLED, By.EITHER),
            row(CANCEL_PENDING, Event.ACCEPT_CANCEL, Guard.SOMETHING_LEFT, CONFIRMED, By.EITHER),
            row(CANCEL_PENDING, Event.REFUSE_CANCEL, Guard.CONFIRMED_BEFORE, CONFIRMED, By.EITHER),
            row(CANCEL_PENDING, Event.REFUSE_CANCEL, Guard.NEVER_CONFIRMED, ISSUED, By.EITHER),
            row(CONFIRMED, Event.HOLD, Guard.NONE, ON_HOLD, By.EITHER),
            row(ON_HOLD, Event.RELEASE, Guard.NONE, CONFIRMED, By.EITHER),
            row(CONFIRMED, Event.COMPLETE, Guard.NONE, COMPLETED, By.SYSTEM),
            row(CONFIRMED, Event.CLOSE, Guard.NONE, CLOSED, By.BUYER),
            row(COMPLETED, Event.REOPEN, Guard.NONE, CONFIRMED, By.BUYER),
            row(CLOSED, Event.REOPEN, Guard.NONE, CONFIRMED, By.BUYER));

    /** Where {@code event} leads from {@code state} while {@code holding} guards hold; empty: refused. */
    public static Optional<Agreement> next(Agreement state, Event event, Set<Guard> holding) {
        return TABLE.stream()
                .filter(row -> row.from == state && row.event == event)
                .filter(row -> row.guard == Guard.NONE || holding.contains(row.guard))
                .map(AgreementTransition::to)
                .findFirst();
    }
}
