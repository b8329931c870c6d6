package io.tradelane.trading.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job over all stored bytes.
 *
 * @param examined payloads looked at
 * @param done of these moved, deleted or found whole
 * @param bytes of what was done
 * @param broken of which the bytes are not what their hash says
 */
public record RetentionRun(
        UUID id,
        Kind kind,
        Status status,
        String reason,
        String askedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long examined,
        long done,
        long bytes,
        long broken) {

    public enum Kind {
        /** Moves old bytes to the archive. */
        ARCHIVE,
        /** Deletes those of which the retention is over. */
        DELETE,
        /** Holds all against their hashes. */
        VERIFY
    }

    public enum Status {
        RUNNING,
        STOPPED,
        DONE
    }
}
