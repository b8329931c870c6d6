package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Direction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document the tracker found.
 *
 * @param message null for an interchange without messages
 * @param status of the message, or of the interchange for outbound documents and interchanges without messages
 * @param keys the business keys that match
 */
public record DocumentHit(
        UUID interchange,
        @Nullable UUID message,
        Direction direction,
        String type,
        @Nullable String documentNumber,
        @Nullable UUID organisation,
        @Nullable String organisationName,
        @Nullable UUID counterparty,
        @Nullable String counterpartyName,
        String status,
        @Nullable String controlReference,
        String door,
        Instant at,
        List<String> keys) {}
