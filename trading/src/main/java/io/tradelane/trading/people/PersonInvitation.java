package io.tradelane.trading.people;

import io.tradelane.trading.partner.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param invitedById absent when a machine or the hub invited */
public record PersonInvitation(
        UUID id, UUID organisation, String email, Locale language, Set<Role> roles, @Nullable UUID invitedById, String invitedBy, Instant invitedAt, Instant expiresAt) {

    public boolean expired(Instant now) {
        return now.isAfter(expiresAt);
    }
}
