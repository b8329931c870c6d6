package io.tradelane.trading.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to look at.
 *
 * @param occurrences how often it was raised while open
 * @param resubmission the interchange with the edited bytes, once there is one
 * @param version grows with every change; for ETags
 */
public record Incident(
        UUID id,
        String cause,
        Status status,
        @Nullable UUID organisation,
        @Nullable UUID interchange,
        @Nullable UUID message,
        Map<String, String> args,
        @Nullable String detail,
        int occurrences,
        @Nullable UUID assignee,
        @Nullable UUID resubmission,
        @Nullable String resolution,
        Instant raisedAt,
        Instant lastAt,
        @Nullable Instant closedAt,
        int version) {

    public enum Status {
        OPEN,
        /** Somebody had it tried again; it opens again if that fails. */
        RETRIED,
        CLOSED
    }

    /** What happened, in one sentence. */
    public String summary(Locale locale) {
        return IncidentTexts.summary(cause, args, locale);
    }

    /** The same with moments in this zone. */
    public String summary(Locale locale, ZoneId zone) {
        return IncidentTexts.summary(cause, args, locale, zone);
    }
}
