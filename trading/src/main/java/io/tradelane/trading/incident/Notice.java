package io.tradelane.trading.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is told by mail or webhook.
 *
 * @param organisation in whose name; null: the operator
 * @param channel over which it goes; null: over a mail channel of the organisation, or of the operator
 * @param target the address, for a webhook blank
 * @param facts the same for programs
 * @param nextAttemptAt not before
 */
public record Notice(
        UUID id, Kind kind, @Nullable UUID organisation, @Nullable UUID channel, String target, String subject, String body,
        Map<String, String> facts, @Nullable UUID rule, Status status, int attempts, Instant nextAttemptAt, @Nullable String detail,
        Instant createdAt, @Nullable Instant sentAt) {

    public enum Kind {
        ALERT,
        RESOLVED,
        REMINDER,
        TEST,
        /** To one person, with a link that nobody else may see: until it is sent it is encrypted, and then gone. */
        LETTER
    }

    public enum Status {
        QUEUED,
        SENT,
        FAILED,
        /** It was over before anybody was to be told. */
        SKIPPED
    }
}
