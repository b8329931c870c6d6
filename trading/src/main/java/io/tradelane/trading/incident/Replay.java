package io.tradelane.trading.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Documents that are processed or sent once more.
 *
 * @param query what was looked for, in words of the search
 * @param batch how many are taken a second
 * @param passedOver how many were found that went the other way
 * @param version grows with every change; for ETags
 */
public record Replay(
        UUID id,
        Kind kind,
        Mapping mapping,
        Status status,
        String reason,
        Map<String, String> query,
        int batch,
        int passedOver,
        String author,
        Instant createdAt,
        @Nullable Instant finishedAt,
        int version,
        Progress progress) {

    public enum Kind {
        /** What came in, from its bytes. */
        READ_AGAIN,
        /** What went out: the same bytes under the same control reference and transport message id, so that the partner knows the repeat. */
        SEND_AGAIN,
        /** What went out, written as agreed today, with a control reference and a message id of its own: to the partner it is new. */
        WRITE_ANEW
    }

    /** By which agreements and codes what came in is read. */
    public enum Mapping {
        TODAY,
        THAT_DAY
    }

    public enum Status {
        /** Each is tried, and undone again. */
        PREVIEWING,
        PREVIEWED,
        RUNNING,
        STOPPED,
        DONE,
        /** Given up; what is done stays. */
        ABANDONED
    }

    /** @param all transmissions in it @param previewed of these */
    public record Progress(int all, int previewed, int done, int skipped, int failed) {

        public int handled() {
            return done + skipped + failed;
        }
    }
}
