package io.tradelane.trading.exchange;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where this room reports what needs a person; the room {@code incident} is behind it. */
public interface IncidentDesk {

    /**
     * @param cause for example {@code UNKNOWN_SENDER}
     * @param args for the text of the cause
     * @return the incident, a new one or the open one of the same cause, interchange and message
     */
    UUID raise(
            String cause,
            @Nullable UUID organisation,
            @Nullable UUID interchange,
            @Nullable UUID message,
            Map<String, String> args,
            @Nullable String detail);

    /** Closes what is open about an interchange (and message) for this cause, because it solved itself. */
    void settled(String cause, UUID interchange, @Nullable UUID message);

    /** Closes what is open for this cause about this {@code subject}, because it solved itself. */
    void settled(String cause, String subject);
}
