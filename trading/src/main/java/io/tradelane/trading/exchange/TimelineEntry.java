package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Tenancy.Source;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline.
 *
 * @param actor the name of who did it
 * @param interchange to open the transmission behind it, null if none or not the reader's to see
 * @param messageType {@code ORDERS}, when a message stands behind it
 */
public record TimelineEntry(
        long seq,
        Instant at,
        @Nullable String from,
        String event,
        @Nullable String to,
        String actor,
        @Nullable UUID actorOrganisation,
        Source source,
        @Nullable UUID interchange,
        @Nullable UUID message,
        @Nullable String messageType,
        @Nullable String messageReference,
        @Nullable String controlReference,
        @Nullable String door,
        Map<String, String> details) {}
