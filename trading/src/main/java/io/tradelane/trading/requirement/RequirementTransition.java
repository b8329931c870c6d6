package io.tradelane.trading.requirement;

import static io.tradelane.trading.requirement.RequirementState.APPROVED;
import static io.tradelane.trading.requirement.RequirementState.CANCELLED;
import static io.tradelane.trading.requirement.RequirementState.CLOSED;
import static io.tradelane.trading.requirement.RequirementState.DRAFT;
import static io.tradelane.trading.requirement.RequirementState.ORDERED;
import static io.tradelane.trading.requirement.RequirementState.PENDING_APPROVAL;
import static io.tradelane.trading.requirement.RequirementState.REJECTED;
import static io.tradelane.trading.requirement.RequirementState.SOURCING;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The legal transitions of a requirement: the one table. A pair of state and event without a row is refused. */
public record RequirementTransition(RequirementState from, Event event, Guard guard, RequirementState to) {

    public enum Event {
        EDIT,
        SUBMIT,
        /** An article of the catalogue is meant by a line. */
        CHOOSE,
        APPROVE,
        REJECT,
        /** Lines of it go into a request for quotation, or into carts. */
        SOURCE,
        /** A request or a cart has ended, and orders stand for something of it. */
        ORDER,
        /** A request or a cart has ended, and nothing of it is ordered. */
        RETURN,
        CLOSE,
        CANCEL
    }

    /** A condition beyond the state. */
    public enum Guard {
        NONE,
        /** No request asks for any of its lines any more. */
        NOTHING_ASKED,
        /** Nothing of it was ordered, and no request asks for any of its lines. */
        NOTHING_DONE
    }

    public static final List<RequirementTransition> TABLE = List.of(
            row(DRAFT, Event.EDIT, Guard.NONE, DRAFT),
            row(DRAFT, Event.CHOOSE, Guard.NONE, DRAFT),
            row(DRAFT, Event.SUBMIT, Guard.NONE, PENDING_APPROVAL),
            row(DRAFT, Event.CANCEL, Guard.NONE, CANCELLED),
            row(PENDING_APPROVAL, Event.APPROVE, Guard.NONE, APPROVED),
            row(PENDING_APPROVAL, Event.REJECT, Guard.NONE, REJECTED),
            row(PENDING_APPROVAL, Event.CANCEL, Guard.NONE, CANCELLED),
            row(REJECTED, Event.EDIT, Guard.NONE, DRAFT),
            row(REJECTED, Event.CANCEL, Guard.NONE, CANCELLED),
            row(APPROVED, Event.CHOOSE, Guard.NONE, APPROVED),
            row(APPROVED, Event.SOURCE, Guard.NONE, SOURCING),
            row(APPROVED, Event.CANCEL, Guard.NONE, CANCELLED),
            row(SOURCING, Event.CHOOSE, Guard.NONE, SOURCING),
            row(SOURCING, Event.SOURCE, Guard.NONE, SOURCING),
            row(SOURCING, Event.ORDER, Guard.NONE, ORDERED),
            row(SOURCING, Event.RETURN, Guard.NOTHING_DONE, APPROVED),
                        row(SOURCING, Event.CANCEL, Guard.NOTHING_DONE, CANCELLED),
            row(ORDERED, Event.CHOOSE, Guard.NONE, ORDERED),
            row(ORDERED, Event.SOURCE, Guard.NONE, SOURCING),
            row(ORDERED, Event.ORDER, Guard.NONE, ORDERED),
            row(ORDERED, Event.CLOSE, Guard.NOTHING_ASKED, CLOSED));

    private static RequirementTransition row(RequirementState from, Event event, Guard guard, RequirementState to) {
        return new RequirementTransition(from, event, guard, to);
    }

    /** Where {@code event} leads from {@code state} while {@code holding} guards hold; empty: refused. */
    public static Optional<RequirementState> next(RequirementState state, Event event, Set<Guard> holding) {
        return TABLE.stream()
                .filter(row -> row.from == state && row.event == event)
                .filter(row -> row.guard == Guard.NONE || holding.contains(row.guard))
                .map(RequirementTransition::to)
                .findFirst();
    }
}
