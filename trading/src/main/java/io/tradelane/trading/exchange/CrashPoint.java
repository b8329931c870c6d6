package io.tradelane.trading.exchange;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Named places where a test kills the process as {@code kill -9} would. Set {@code TRADELANE_CRASH_AT=name} or
 * {@code name:3} for the third time it is reached; unset, this costs one comparison with null.
 */
public final class CrashPoint {
    private static final @Nullable String NAME;
    private static final AtomicInteger LEFT = new AtomicInteger(1);

    static {
        String setting = System.getenv("TRADELANE_CRASH_AT");
        if (setting == null || setting.isBlank()) {
            NAME = null;
        } else {
            int colon = setting.indexOf(':');
            NAME = colon < 0 ? setting : setting.substring(0, colon);
            LEFT.set(colon < 0 ? 1 : Integer.parseInt(setting.substring(colon + 1)));
        }
    }

    private CrashPoint() {}

    public static void reach(String name) {
        if (NAME != null && NAME.equals(name) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
