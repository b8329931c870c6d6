package io.tradelane.trading.admission;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company on its way in by its own application.
 *
 * @param note what the reviewer asks for, or why it was rejected
 * @param organisation once it is admitted
 */
public record Admission(
        UUID id, AdmissionState state, int version, Application application, String email, Locale language, List<Document> documents, Instant createdAt,
        @Nullable Instant submittedAt, @Nullable UUID reviewerId, @Nullable String reviewer, @Nullable String note, @Nullable String decidedBy,
        @Nullable Instant decidedAt, @Nullable UUID organisation) {

    /** What documents are asked for. */
    public enum Kind {
        BUSINESS_LICENCE,
        TAX_REGISTRATION,
        QUALITY_CERTIFICATE,
        OTHER
    }

    /** @param sha256 hexadecimal */
    public record Document(UUID id, Kind kind, String fileName, String mediaType, long size, String sha256, UUID payload, Instant uploadedAt) {}
}
