package io.tradelane.server.demo.history;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that is the same every time. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to below 1. */
    double part() {
        return random.nextDouble();
    }

    /** @param most included */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean oneIn(double n) {
        return random.nextDouble() * n < 1;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The first more often than the last. */
    <T> T ofFirst(List<T> choices, double steepness) {
        return choices.get((int) (choices.size() * Math.pow(random.nextDouble(), steepness)));
    }

    /** Normal, mean 0, deviation 1. */
    double spread() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** An id that sorts where it belongs (UUID version 7). */
    UUID id(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000L | random.nextLong() & 0x0FFFL, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
