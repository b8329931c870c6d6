package io.tradelane.adapters;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a channel leaves a partner alone that fails: after the third failure in a row 10 seconds, then twice as long each time, at most
 * ten minutes. A success ends it. Kept by a monotonic clock.
 */
public final class Pauses {
    private static final int FAILURES_BEFORE = 3;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private record Trouble(int failures, long until) {}

    private final Map<UUID, Trouble> troubles = new ConcurrentHashMap<>();

    public boolean pausing(UUID channel) {
        Trouble trouble = troubles.get(channel);
        return trouble != null && trouble.failures >= FAILURES_BEFORE && System.nanoTime() - trouble.until < 0;
    }

    public void failed(UUID channel) {
        troubles.merge(channel, new Trouble(1, System.nanoTime()), (before, first) -> {
            int failures = before.failures + 1;
            Duration pause = FIRST.multipliedBy(1L << Math.clamp(failures - FAILURES_BEFORE, 0, 10));
            return new Trouble(failures, System.nanoTime() + (pause.compareTo(LONGEST) > 0 ? LONGEST : pause).toNanos());
        });
    }

    public void succeeded(UUID channel) {
        troubles.remove(channel);
    }
}
