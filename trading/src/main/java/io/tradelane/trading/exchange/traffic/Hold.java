package io.tradelane.trading.exchange.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why what waits for a partner is held.
 *
 * @param until when it goes by itself, or is tried; null: when a person says so
 * @param text the maintenance's reason, the last failure, or what a person wrote
 */
public record Hold(Reason reason, Instant since, @Nullable Instant until, @Nullable String text) {

    public enum Reason {
        MAINTENANCE,
        /** Its breaker is open. */
        UNREACHABLE,
        STOPPED
    }
}
