package io.tradelane.trading.contract;

import static io.tradelane.trading.contract.ContractState.*;

import java.util.List;
import java.util.Optional;

/** The legal transitions of a version of a contract: the one table. A pair of state and event without a row is refused. */
public record ContractTransition(ContractState from, Event event, ContractState to, By by) {

    public enum Event {
        /** A further draft takes the place of the draft. */
        EDIT,
        PROPOSE,
        /** Another text is proposed in its place. */
        COUNTER,
        ACCEPT,
        DECLINE,
        VOID,
        /** By the first of the two. */
        SIGN,
        /** By the second. */
        COUNTERSIGN,
        DEADLINE,
        START,
        /** An amendment of it comes into force. */
        AMEND,
        FULFIL,
        TERMINATE,
        END
    }

    public enum By {
        AUTHOR,
        OTHER,
        EITHER,
        SYSTEM
    }

    private static ContractTransition row(ContractState from, Event event, ContractState to, By by) {
        return new ContractTransition(from, event, to, by);
    }

    public static final List<ContractTransition> TABLE = List.of(
            row(DRAFT, Event.EDIT, SUPERSEDED, By.AUTHOR),
            row(DRAFT, Event.PROPOSE, NEGOTIATING, By.AUTHOR),
            row(DRAFT, Event.VOID, VOIDED, By.AUTHOR),
            row(NEGOTIATING, Event.COUNTER, SUPERSEDED, By.EITHER),
            row(NEGOTIATING, Event.ACCEPT, READY, By.OTHER),
            row(NEGOTIATING, Event.DECLINE, DECLINED, By.OTHER),
            row(NEGOTIATING, Event.VOID, VOIDED, By.AUTHOR),
            row(READY, Event.SIGN, PARTIALLY_SIGNED, By.EITHER),
            row(READY, Event.DECLINE, DECLINED, By.OTHER),
            row(READY, Event.VOID, VOIDED, By.AUTHOR),
            row(READY, Event.DEADLINE, EXPIRED, By.SYSTEM),
            row(PARTIALLY_SIGNED, Event.COUNTERSIGN, SIGNED, By.EITHER),
            row(PARTIALLY_SIGNED, Event.DECLINE, DECLINED, By.OTHER),
            row(PARTIALLY_SIGNED, Event.VOID, VOIDED, By.AUTHOR),
            row(PARTIALLY_SIGNED, Event.DEADLINE, EXPIRED, By.SYSTEM),
            row(SIGNED, Event.START, EFFECTIVE, By.SYSTEM),
            row(EFFECTIVE, Event.AMEND, SUPERSEDED, By.SYSTEM),
            row(EFFECTIVE, Event.FULFIL, FULFILLED, By.SYSTEM),
            row(EFFECTIVE, Event.TERMINATE, TERMINATED, By.EITHER),
            row(EFFECTIVE, Event.END, LAPSED, By.SYSTEM));

    public static Optional<ContractTransition> of(ContractState state, Event event) {
        return TABLE.stream().filter(row -> row.from == state && row.event == event).findFirst();
    }
}
