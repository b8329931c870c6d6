package io.tradelane.trading.despatch;

import io.tradelane.trading.document.TransportStatusDocument.Status;
import java.util.List;
import java.util.Optional;

/** How far goods have come, by what carriers report of them. What the buyer received is another matter. */
public enum Transport {
    /** No carrier has said anything. */
    UNREPORTED,
    DEPARTED,
    ARRIVED,
    /** Something keeps the goods from going on. */
    EXCEPTION,
    DELIVERED,
    RETURNED;

    /** @param on what was reported */
    record Transition(Transport from, Status on, Transport to) {}

    private static final List<Transport> UNDER_WAY = List.of(UNREPORTED, DEPARTED, ARRIVED, EXCEPTION);

    /** The legal transitions, the one table: until they are delivered, goods go where the last report says. */
    static final List<Transition> TABLE = UNDER_WAY.stream()
            .flatMap(from -> java.util.stream.Stream.of(
                    new Transition(from, Status.COLLECTED, DEPARTED),
                    new Transition(from, Status.DEPARTED, DEPARTED),
                    new Transition(from, Status.IN_TRANSIT, DEPARTED),
                    new Transition(from, Status.OUT_FOR_DELIVERY, DEPARTED),
                    new Transition(from, Status.ARRIVED, ARRIVED),
                    new Transition(from, Status.EXCEPTION, EXCEPTION),
                    new Transition(from, Status.DELIVERED, DELIVERED),
                    new Transition(from, Status.RETURNED, RETURNED)))
            .collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), table -> {
                table.add(new Transition(DELIVERED, Status.RETURNED, RETURNED));
                return List.copyOf(table);
            }));

    /** Where a report leads; empty: it changes nothing. */
    Optional<Transport> on(Status status) {
        return TABLE.stream().filter(row -> row.from == this && row.on == status).map(Transition::to).findFirst();
    }
}
