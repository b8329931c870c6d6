package io.tradelane.trading.sourcing;

import static io.tradelane.trading.sourcing.RfqState.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The legal transitions of a request for quotation: the one table. A pair of state and event without a row is refused. */
public record RfqTransition(RfqState from, Event event, Guard guard, RfqState to, By by) {

    public enum Event {
        EDIT,
        PUBLISH,
        VIEW,
        DECLINE,
        ASK,
        ANSWER,
        AMEND,
        EXTEND,
        QUOTE,
        COUNTER,
        /** The buyer ends the bidding before its time, as nobody is waited for any more. */
        CLOSE,
        DEADLINE,
        START_ROUND,
        AWARD,
        /** Orders stand for all that was awarded. */
        ORDER,
        CANCEL,
        DUPLICATE
    }

    /** A condition beyond the state. */
    public enum Guard {
        NONE,
        /** At least one quotation is here. */
        QUOTED,
        NOT_QUOTED,
        /** Everybody invited has quoted or declined, and at least one has quoted. */
        ALL_ANSWERED,
        /** What is offered is not secret. */
        NOT_SEALED,
        ROUNDS_LEFT
    }

    public enum By {
        BUYER,
        SUPPLIER,
        SYSTEM
    }

    private static RfqTransition row(RfqState from, Event event, Guard guard, RfqState to, By by) {
        return new RfqTransition(from, event, guard, to, by);
    }

    public static final List<RfqTransition> TABLE = List.of(
            row(DRAFT, Event.EDIT, Guard.NONE, DRAFT, By.BUYER),
            row(DRAFT, Event.PUBLISH, Guard.NONE, OPEN, By.BUYER),
            row(DRAFT, Event.CANCEL, Guard.NONE, CANCELLED, By.BUYER),
            row(OPEN, Event.VIEW, Guard.NONE, OPEN, By.SUPPLIER),
            row(OPEN, Event.DECLINE, Guard.NONE, OPEN, By.SUPPLIER),
            row(OPEN, Event.ASK, Guard.NONE, OPEN, By.SUPPLIER),
            row(OPEN, Event.ANSWER, Guard.NONE, OPEN, By.BUYER),
            row(OPEN, Event.AMEND, Guard.NONE, OPEN, By.BUYER),
            row(OPEN, Event.EXTEND, Guard.NONE, OPEN, By.BUYER),
            row(OPEN, Event.QUOTE, Guard.NONE, OPEN, By.SUPPLIER),
            row(OPEN, Event.COUNTER, Guard.NOT_SEALED, OPEN, By.BUYER),
            row(OPEN, Event.CLOSE, Guard.ALL_ANSWERED, EVALUATION, By.BUYER),
            row(OPEN, Event.DEADLINE, Guard.QUOTED, EVALUATION, By.SYSTEM),
            row(OPEN, Event.DEADLINE, Guard.NOT_QUOTED, NO_BIDS, By.SYSTEM),
            row(OPEN, Event.CANCEL, Guard.NONE, CANCELLED, By.BUYER),
            row(EVALUATION, Event.START_ROUND, Guard.ROUNDS_LEFT, NEGOTIATING, By.BUYER),
            row(EVALUATION, Event.AWARD, Guard.NONE, AWARDED, By.BUYER),
            row(EVALUATION, Event.CANCEL, Guard.NONE, CANCELLED, By.BUYER),
            row(NEGOTIATING, Event.QUOTE, Guard.NONE, NEGOTIATING, By.SUPPLIER),
            row(NEGOTIATING, Event.COUNTER, Guard.NONE, NEGOTIATING, By.BUYER),
            row(NEGOTIATING, Event.DEADLINE, Guard.NONE, EVALUATION, By.SYSTEM),
            row(NEGOTIATING, Event.AWARD, Guard.NONE, AWARDED, By.BUYER),
            row(NEGOTIATING, Event.CANCEL, Guard.NONE, CANCELLED, By.BUYER),
            row(AWARDED, Event.ORDER, Guard.NONE, COMPLETED, By.SYSTEM),
            row(NO_BIDS, Event.DUPLICATE, Guard.NONE, NO_BIDS, By.BUYER),
            row(COMPLETED, Event.DUPLICATE, Guard.NONE, COMPLETED, By.BUYER),
            row(CANCELLED, Event.DUPLICATE, Guard.NONE, CANCELLED, By.BUYER));

    /** Where {@code event} leads from {@code state} while {@code holding} guards hold; empty: refused. */
    public static Optional<RfqState> next(RfqState state, Event event, Set<Guard> holding) {
        return TABLE.stream()
                .filter(row -> row.from == state && row.event == event)
                .filter(row -> row.guard == Guard.NONE || holding.contains(row.guard))
                .map(RfqTransition::to)
                .findFirst();
    }
}
