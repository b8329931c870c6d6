package io.tradelane.routes.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far the queues have come. They are worked off in their order, so what came after the last one taken still stands in the
 * queue, however long it has waited: to announce it again would only make the queue longer.
 */
@Component
class Progress {
    private final Clock clock;
    private final AtomicReference<@Nullable Mark> interchanges = new AtomicReference<>();
    private final AtomicReference<@Nullable Mark> messages = new AtomicReference<>();

    Progress(Clock clock) {
        this.clock = clock;
    }

    /** @param of time at which the newest one taken came in @param taken when that was */
    private record Mark(Instant of, Instant taken) {}

    void interchange(Instant receivedAt) {
        mark(interchanges, receivedAt);
    }

    void message(Instant createdAt) {
        mark(messages, createdAt);
    }

    /** @return for how long something must have waited to count as lost; {@code patience} when nothing is taken any more */
    Duration overdue(Duration patience) {
        Instant now = clock.instant();
        Instant front = front(messages.get(), now, patience).isBefore(front(interchanges.get(), now, patience))
                ? front(messages.get(), now, patience) : front(interchanges.get(), now, patience);
        return Duration.between(front, now).plus(patience);
    }

    private static Instant front(@Nullable Mark mark, Instant now, Duration patience) {
        return mark == null || mark.taken().plus(patience).isBefore(now) || mark.of().isAfter(now) ? now : mark.of();
    }

    private void mark(AtomicReference<@Nullable Mark> place, Instant of) {
        Instant now = clock.instant();
        place.accumulateAndGet(new Mark(of, now), (before, next) ->
                before != null && next != null && before.of().isAfter(next.of()) ? new Mark(before.of(), now) : next);
    }
}
