package io.tradelane.trading.despatch;

import java.util.List;
import java.util.Optional;

/** How far shipper and carrier have come about a transport. Where the goods are is another matter: {@link Transport}. */
public enum TransportOrderStatus {
    /** The carrier has not answered. */
    TENDERED,
    ACCEPTED,
    /** The carrier would do it, but otherwise; the shipper changes or cancels it, or waits. */
    CONDITIONAL,
    DECLINED,
    /** The shipper took it back. */
    CANCELLED;

    /** What the shipper (CHANGE, CANCEL) and the carrier say. */
    enum Event {
        CHANGE,
        CANCEL,
        ACCEPT,
        CONDITION,
        DECLINE,
        /** The carrier takes its acceptance back. */
        WITHDRAW
    }

    record Transition(TransportOrderStatus from, Event on, TransportOrderStatus to) {}

    /** The legal transitions, the one table. A change is to be accepted anew. */
    static final List<Transition> TABLE = List.of(
            new Transition(TENDERED, Event.CHANGE, TENDERED),
            new Transition(TENDERED, Event.CANCEL, CANCELLED),
            new Transition(TENDERED, Event.ACCEPT, ACCEPTED),
            new Transition(TENDERED, Event.CONDITION, CONDITIONAL),
            new Transition(TENDERED, Event.DECLINE, DECLINED),
            new Transition(TENDERED, Event.WITHDRAW, DECLINED),
            new Transition(CONDITIONAL, Event.CHANGE, TENDERED),
            new Transition(CONDITIONAL, Event.CANCEL, CANCELLED),
            new Transition(CONDITIONAL, Event.ACCEPT, ACCEPTED),
            new Transition(CONDITIONAL, Event.CONDITION, CONDITIONAL),
            new Transition(CONDITIONAL, Event.DECLINE, DECLINED),
            new Transition(CONDITIONAL, Event.WITHDRAW, DECLINED),
            new Transition(ACCEPTED, Event.CHANGE, TENDERED),
            new Transition(ACCEPTED, Event.CANCEL, CANCELLED),
            new Transition(ACCEPTED, Event.ACCEPT, ACCEPTED),
            new Transition(ACCEPTED, Event.DECLINE, DECLINED),
            new Transition(ACCEPTED, Event.WITHDRAW, DECLINED),
            new Transition(DECLINED, Event.CHANGE, TENDERED),
            new Transition(DECLINED, Event.CANCEL, CANCELLED));

    Optional<TransportOrderStatus> on(Event event) {
        return TABLE.stream().filter(row -> row.from == this && row.on == event).map(Transition::to).findFirst();
    }

    /** Whether a carrier has it, or may still take it. */
    public boolean isOpen() {
        return this == TENDERED || this == ACCEPTED || this == CONDITIONAL;
    }
}
