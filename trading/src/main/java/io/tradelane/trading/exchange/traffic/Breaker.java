package io.tradelane.trading.exchange.traffic;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a channel that sends fares.
 *
 * @param failures in a row
 * @param since when it is in this state
 * @param probeAt when one document tries whether the partner is back; only when OPEN
 * @param reason what failed last, or why a person stopped it
 */
public record Breaker(UUID channel, UUID organisation, State state, int failures, Instant since, @Nullable Instant probeAt, @Nullable String reason) {

    public enum State {
        /** Documents go. */
        CLOSED,
        /** The partner failed several times in a row and is left alone between probes. */
        OPEN,
        /** A person said that nothing goes until a person says so. */
        STOPPED
    }
}
