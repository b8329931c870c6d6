package io.tradelane.routes.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Receivers who have had as many documents as agreed for the moment. Kept by a monotonic clock. */
@Component
class Rests {
    private final Map<UUID, Long> until = new ConcurrentHashMap<>();

    void rest(UUID receiver, Duration pause) {
        until.put(receiver, System.nanoTime() + pause.toNanos());
    }

    Set<UUID> resting() {
        until.values().removeIf(end -> end - System.nanoTime() <= 0);
        return Set.copyOf(until.keySet());
    }
}
