package io.tradelane.trading.partner;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param expiresAt null: never
 * @param certificateFingerprint SHA-256, hexadecimal, of the client certificate that has to come with it; null: none
 */
public record NewApiKey(UUID organisation, String name, Set<String> scopes, @Nullable Instant expiresAt, @Nullable String certificateFingerprint) {

    public NewApiKey {
        scopes = Set.copyOf(scopes);
    }
}
