package io.tradelane.portal.exchange;

import io.tradelane.trading.exchange.TimelineEntry;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event in JSON.
 *
 * @param message address of the message behind it in this API, {@code interchange} likewise
 */
public record TimelineResource(
        long seq, Instant at, String event, @Nullable String from, @Nullable String to, String actor, String source,
        @Nullable String messageType, @Nullable String controlReference, @Nullable String door, @Nullable String message,
        @Nullable String interchange, Map<String, String> details) {

    public static TimelineResource of(Timeline.Entry line) {
        TimelineEntry entry = line.entry();
        return new TimelineResource(entry.seq(), entry.at(), entry.event(), entry.from(), entry.to(), entry.actor(), entry.source().name(),
                entry.messageType(), entry.controlReference(), entry.door(),
                entry.message() == null ? null : "/api/v1/messages/" + entry.message(),
                entry.interchange() == null ? null : "/api/v1/interchanges/" + entry.interchange(), entry.details());
    }
}
