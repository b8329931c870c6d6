package io.tradelane.trading.exchange.traffic;

import io.tradelane.trading.shared.TransientFailure;
import java.time.Duration;

/** The partner has to wait: nothing is wrong with what it sends. */
public final class Busy extends TransientFailure {

    /** Why; each with the status that says so over HTTP (RFC 6585, section 4; RFC 9110, section 15.6.4). */
    public enum Reason {
        RATE(429),
        AT_ONCE(429),
        MAINTENANCE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Reason reason;
    private final Duration retryAfter;

    public Busy(Reason reason, Duration retryAfter) {
        super(switch (reason) {
            case RATE -> "More documents than agreed for a minute; try again in " + seconds(retryAfter) + " s";
            case AT_ONCE -> "More documents at a time than agreed; try again in " + seconds(retryAfter) + " s";
            case MAINTENANCE -> "Maintenance; try again in " + seconds(retryAfter) + " s";
        }, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** For {@code Retry-After}: whole seconds, at least one. */
    public long retryAfterSeconds() {
        return seconds(retryAfter);
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
