package io.tradelane.trading.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One certificate on the board.
 *
 * @param ours whether there is a private key of it here
 * @param successor the one that follows it; null: none is here yet
 * @param lastUsedAt when a message of the partner's was last verified by it, to the hour
 * @param confirmations who has been asked about it, and has confirmed it
 */
public record CertificateStanding(
        PartnerCertificate certificate, boolean ours, @Nullable UUID predecessor, @Nullable UUID successor, @Nullable Instant lastUsedAt,
        @Nullable Integer warnedDays, List<Confirmation> confirmations) {

    /** Whether all who were asked about the one after it have it. */
    public boolean isFollowed(List<CertificateStanding> all) {
        return successor != null && all.stream().anyMatch(other -> other.certificate.id().equals(successor)
                && !other.confirmations.isEmpty() && other.confirmations.stream().allMatch(Confirmation::confirmed));
    }

    /** @param how null as long as it is not confirmed */
    public record Confirmation(
            UUID organisation, @Nullable Instant invitedAt, @Nullable How how, @Nullable String by, @Nullable Instant at) {
        public boolean confirmed() {
            return at != null;
        }
    }

    /** How it is known that somebody has a certificate. */
    public enum How {
        /** On the page of the link. */
        LINK,
        /** Somebody who runs the hub said so. */
        OPERATOR,
        /** A message came that fits only this one. */
        USE
    }
}
