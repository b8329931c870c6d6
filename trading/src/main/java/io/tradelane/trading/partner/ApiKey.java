package io.tradelane.trading.partner;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of a key; the secret is not among it.
 *
 * @param id of the {@link ApiClient}
 * @param clientId public part of the key, {@code tl_…}; the {@code client_id} of OAuth 2.0
 * @param scopes of {@link ApiClient}
 * @param expiresAt null: it does not expire
 * @param lastUsedAt to the minute; null: never
 * @param previousUntil until when the secret before this one is good too; null: there is none
 * @param certificateFingerprint SHA-256, hexadecimal, of the client certificate without which the key is worth nothing; null: none is asked for
 */
public record ApiKey(
        UUID id,
        UUID organisation,
        String name,
        String clientId,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant previousUntil,
        @Nullable String certificateFingerprint) {

    public boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
