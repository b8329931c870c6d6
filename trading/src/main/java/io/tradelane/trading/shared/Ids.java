package io.tradelane.trading.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes time-ordered identifiers (UUID version 7, RFC 9562 section 5.7), so that new rows sit together in an index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long millis = System.currentTimeMillis();
        long random = RANDOM.nextLong();
        long high = millis << 16 | 0x7000L | random & 0x0FFFL;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
