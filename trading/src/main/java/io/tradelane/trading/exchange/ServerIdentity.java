package io.tradelane.trading.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what the server of a channel's partner is known.
 *
 * @param accepted what it showed last and was accepted; null: nothing yet
 * @param since when that was seen first
 * @param previous fingerprint of the one before
 * @param refused what it showed since and was not accepted
 */
public record ServerIdentity(
        UUID channel, String channelName, UUID organisation, Kind kind, @Nullable Shown accepted, @Nullable Instant since, @Nullable String previous,
        @Nullable Shown refused, @Nullable Instant refusedAt) {

    /** A certificate, or the key of a host. */
    public enum Kind {
        TLS,
        SSH
    }

    /**
     * @param name of the certificate's subject; the kind of a host key
     * @param fingerprint SHA-256; of a certificate hexadecimal, of a host key as OpenSSH writes it
     * @param validTo null: it has no end
     */
    public record Shown(Kind kind, String name, String fingerprint, @Nullable Instant validTo) {}
}
