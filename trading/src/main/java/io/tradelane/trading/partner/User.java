package io.tradelane.trading.partner;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A person who signs in.
 *
 * @param passwordHash in the encoding of the one who made it (the portal); never a password
 */
public record User(
        UUID id, String email, String displayName, Locale locale, boolean enabled, List<Membership> memberships, String passwordHash) {

    public record Membership(UUID organisation, Role role) {}

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
