package io.tradelane.trading.people;

import io.tradelane.trading.partner.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as one company sees her.
 *
 * @param active whether she may work for this company; her account is another matter
 * @param roles in this company, held whether or not she is active
 * @param requested roles that wait for a second person
 */
public record Person(
        UUID id, String email, String name, boolean active, Set<Role> roles, Set<Role> requested, boolean secondFactor, @Nullable Instant lastSignInAt) {}
