package io.tradelane.portal.access;

import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever sends the request, person or machine, as pages and the API see it. */
public record Caller(
        Actor actor, Set<Permission> permissions, @Nullable SignedInUser user, @Nullable UUID organisation) {

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** For templates, which name permissions by word. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    public boolean isOperator() {
        return actor.scope() == io.tradelane.trading.partner.Tenancy.Scope.OPERATOR;
    }

    public boolean isSelf(@Nullable UUID other) {
        return organisation != null && organisation.equals(other);
    }

    /** @return null for an anonymous request */
    public static @Nullable Caller find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** @throws IllegalStateException for an anonymous request, which no rule lets through to where this is asked */
    public static Caller current() {
        Caller caller = find();
        if (caller == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return caller;
    }

    static @Nullable Caller of(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return null;
        }
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            UUID organisation = user.acting().organisation();
            Actor actor = user.isOperator()
                    ? Actor.operator(user.id(), user.name())
                    : Actor.person(organisation, user.id(), user.name());
            return new Caller(actor, Grants.of(user.acting().roles()), user, organisation);
        }
        return authentication instanceof ApiKeyAuthentication key ? key.caller() : null;
    }
}
