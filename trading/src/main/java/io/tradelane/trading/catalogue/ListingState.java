package io.tradelane.trading.catalogue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How far an article is on its way into the shop. */
public enum ListingState {
    /** The supplier writes it. */
    DRAFT,
    /** The operator is to look at it. */
    IN_REVIEW,
    /** The operator said what is wrong with it. */
    DENIED,
    /** It may be shown, and is not. */
    APPROVED,
    /** Shown from its day on, until its day. */
    LISTED,
    /** Taken out of the shop by the operator. */
    SUSPENDED,
    /** Not sold any more; orders of it stand. */
    DISCONTINUED;

    public enum Event {
        EDIT,
        SUBMIT,
        APPROVE,
        DENY,
        LIST,
        UNLIST,
        SUSPEND,
        REINSTATE,
        DISCONTINUE
    }

    private static final Map<ListingState, Map<Event, ListingState>> TABLE = new EnumMap<>(Map.of(
            DRAFT, Map.of(Event.EDIT, DRAFT, Event.SUBMIT, IN_REVIEW, Event.DISCONTINUE, DISCONTINUED),
            IN_REVIEW, Map.of(Event.EDIT, DRAFT, Event.APPROVE, APPROVED, Event.DENY, DENIED, Event.DISCONTINUE, DISCONTINUED),
            DENIED, Map.of(Event.EDIT, DRAFT, Event.DISCONTINUE, DISCONTINUED),
            APPROVED, Map.of(Event.EDIT, DRAFT, Event.LIST, LISTED, Event.DISCONTINUE, DISCONTINUED),
            LISTED, Map.of(Event.EDIT, LISTED, Event.LIST, LISTED, Event.UNLIST, APPROVED, Event.SUSPEND, SUSPENDED, Event.DISCONTINUE, DISCONTINUED),
            SUSPENDED, Map.of(Event.REINSTATE, LISTED, Event.DISCONTINUE, DISCONTINUED),
            DISCONTINUED, Map.of()));

    /** @return empty when the state does not know the event */
    public Optional<ListingState> after(Event event) {
        return Optional.ofNullable(TABLE.get(this).get(event));
    }
}
