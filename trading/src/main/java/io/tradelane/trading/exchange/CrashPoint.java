package io.tradelane.trading.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Named places where a test kills the process as {@code kill -9} would. Set {@code TRADELANE_CRASH_AT=name} or
 * {@code name:3} for the third time it is reached; {@code one+another} waits at each until all are reached, and dies at all of them
 * at once; unset, this costs one comparison with null.
 */
public final class CrashPoint {
    private static final @Nullable Map<String, AtomicInteger> LEFT = parse(System.getenv("TRADELANE_CRASH_AT"));

    private CrashPoint() {}

    private static @Nullable Map<String, AtomicInteger> parse(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return null;
        }
        Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
        for (String point : setting.split("\\+")) {
            int colon = point.indexOf(':');
            left.put(colon < 0 ? point : point.substring(0, colon), new AtomicInteger(colon < 0 ? 1 : Integer.parseInt(point.substring(colon + 1))));
        }
        return left;
    }

    public static void reach(String name) {
        AtomicInteger left = LEFT == null ? null : LEFT.get(name);
        if (left == null || left.decrementAndGet() != 0) {
            return;
        }
        while (LEFT != null && LEFT.values().stream().anyMatch(other -> other.get() > 0)) {
            LockSupport.parkNanos(1_000_000);
        }
        Runtime.getRuntime().halt(137);
    }
}
