package io.tradelane.trading.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A corrected copy of an interchange that came in.
 *
 * @param organisation the partner that sent the original; null while unknown
 * @param payload the corrected bytes
 * @param secondPerson whether somebody else had to approve it when it was proposed
 * @param findings of the check before it was handed in: JSON array as {@code message.findings}
 * @param errors how many of them are errors
 * @param author a person's id, or {@code client:} and the name of a machine's key
 * @param result the interchange that was made of it
 * @param version grows with every change; for ETags
 */
public record Correction(
        UUID id,
        UUID incident,
        UUID original,
        @Nullable UUID organisation,
        UUID payload,
        Status status,
        boolean secondPerson,
        String reason,
        String findings,
        int errors,
        String author,
        String authorName,
        Instant proposedAt,
        @Nullable String deciderName,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable UUID result,
        int version) {

    public enum Status {
        /** For another person than its author. */
        WAITING,
        SUBMITTED,
        REFUSED,
        WITHDRAWN
    }
}
