package io.tradelane.trading.people;

import io.tradelane.trading.partner.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sensitive role that waits for a second person.
 *
 * @param name of who is to have it
 * @param requestedById absent when a machine asked
 */
public record RoleRequest(
        UUID id, UUID organisation, UUID user, String name, String email, Role role, @Nullable UUID requestedById, String requestedBy, Instant requestedAt) {}
