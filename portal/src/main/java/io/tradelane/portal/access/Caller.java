package io.tradelane.portal.access;

import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
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

    /** Whether she works for the organisation that runs the hub, and so sees the exchange of all. */
    public boolean isOperator() {
        return actor.scope() != Scope.ORGANISATION;
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

    /** Who has not finished signing in is nobody. */
    static @Nullable Caller of(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated() || SecondStep.waiting(authentication).isPresent()) {
            return null;
        }
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            UUID organisation = user.acting().organisation();
            if (!user.isOperator()) {
                return new Caller(Actor.person(organisation, user.id(), user.name()).acting(user.acting().as()), Grants.of(user.acting().roles()), user, organisation);
            }
            Set<Role> roles = Grants.withoutAuditing(user.acting().roles());
            Actor actor = roles.contains(Role.AUDITOR) ? Actor.auditor(user.id(), user.name()) : Actor.operator(user.id(), user.name());
            return new Caller(actor.acting(user.acting().as()), Grants.of(roles), user, organisation);
        }
        return authentication instanceof ApiKeyAuthentication key ? key.caller() : null;
    }
}
