package io.tradelane.trading.sourcing;

import static io.tradelane.trading.sourcing.QuoteState.*;

import java.util.List;
import java.util.Optional;

/**
 * The legal transitions of a version of a quotation: the one table. A pair of state and event without a row is refused. The events of
 * {@link By#OTHER} are for the side that did not make the version.
 */
public record QuoteTransition(QuoteState from, Event event, QuoteState to, By by) {

    public enum Event {
        /** The other side answers with a version of its own. */
        COUNTER,
        /** The same side says something better. */
        REPLACE,
        ACCEPT,
        REJECT,
        WITHDRAW,
        EXPIRE,
        /** The supplier quotes once more, while the request takes quotations. */
        RENEW,
        /** The request was awarded to others. */
        NOT_AWARDED
    }

    public enum By {
        AUTHOR,
        OTHER,
        SUPPLIER,
        SYSTEM
    }

    private static QuoteTransition row(QuoteState from, Event event, QuoteState to, By by) {
        return new QuoteTransition(from, event, to, by);
    }

    public static final List<QuoteTransition> TABLE = List.of(
            row(SUBMITTED, Event.COUNTER, SUPERSEDED, By.OTHER),
            row(SUBMITTED, Event.REPLACE, SUPERSEDED, By.AUTHOR),
            row(SUBMITTED, Event.ACCEPT, ACCEPTED, By.OTHER),
            row(SUBMITTED, Event.REJECT, REJECTED, By.OTHER),
            row(SUBMITTED, Event.WITHDRAW, WITHDRAWN, By.AUTHOR),
            row(SUBMITTED, Event.EXPIRE, EXPIRED, By.SYSTEM),
            row(SUBMITTED, Event.NOT_AWARDED, REJECTED, By.SYSTEM),
            row(ACCEPTED, Event.NOT_AWARDED, REJECTED, By.SYSTEM),
            row(EXPIRED, Event.RENEW, EXPIRED, By.SUPPLIER),
            row(REJECTED, Event.RENEW, REJECTED, By.SUPPLIER),
            row(WITHDRAWN, Event.RENEW, WITHDRAWN, By.SUPPLIER));

    /** Where {@code event} leads; empty: refused. */
    public static Optional<QuoteState> next(QuoteState state, Event event) {
        return TABLE.stream().filter(row -> row.from == state && row.event == event).map(QuoteTransition::to).findFirst();
    }

    /** What a new version of {@code by} is to one that stands: an answer to the other side's, in place of its own, or a new start. */
    static Event event(QuoteState state, Side author, Side by) {
        return state != SUBMITTED ? Event.RENEW : author == by ? Event.REPLACE : Event.COUNTER;
    }
}
