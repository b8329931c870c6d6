package io.tradelane.trading.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to send.
 *
 * @param detail what the transport said
 * @param receipt the transport's receipt as a payload (an MDN), if there is one
 */
public record DeliveryAttempt(
        UUID id, UUID interchange, int number, Instant at, Outcome outcome, @Nullable String detail, @Nullable UUID receipt) {

    public enum Outcome {
        SENT,
        DELIVERED,
        FAILED,
        REFUSED
    }
}
