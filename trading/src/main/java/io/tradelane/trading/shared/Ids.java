package io.tradelane.trading.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes time-ordered identifiers (UUID version 7, RFC 9562 section 5.7), so that new rows sit together in an index. Those of one process also
 * follow each other within a millisecond (section 6.2, method 3): what was made first comes first by its identifier.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STEPS = 1 << 12;
    /** Of the last identifier: 4,096 steps to the millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long now = now();
        long time = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = time / STEPS << 16 | 0x7000L | time % STEPS;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static long now() {
        Instant now = Instant.now();
        return now.toEpochMilli() * STEPS + now.getNano() % TimeUnit.MILLISECONDS.toNanos(1) * STEPS / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
