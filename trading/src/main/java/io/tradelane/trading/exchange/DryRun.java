package io.tradelane.trading.exchange;

import java.util.function.Supplier;

/** Work in a transaction that will be rolled back: nobody may begin one of its own in it, for that would stay. */
public final class DryRun {
    private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);

    private DryRun() {}

    public static boolean active() {
        return ACTIVE.get();
    }

    public static <T> T call(Supplier<T> work) {
        ACTIVE.set(true);
        try {
            return work.get();
        } finally {
            ACTIVE.remove();
        }
    }
}
