package io.tradelane.portal.access;

import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.partner.Tenancy.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A machine that showed a valid key. Its principal is the {@link ApiClient}. */
public final class ApiKeyAuthentication extends AbstractAuthenticationToken {
    private final transient ApiClient client;
    private final boolean operator;

    /** @param operator whether the key belongs to the organisation that runs the hub */
    ApiKeyAuthentication(ApiClient client, boolean operator) {
        super(List.of());
        this.client = client;
        this.operator = operator;
        setAuthenticated(true);
    }

    Caller caller() {
        Actor actor = operator
                ? new Actor(Scope.OPERATOR, null, null, client.name(), Source.API)
                : Actor.apiClient(client.organisation(), client.name());
        Set<Permission> permissions = client.scopes().stream()
                .flatMap(scope -> Permission.ofScope(scope).stream())
                .filter(permission -> !operator || Grants.ofOperator().contains(permission))
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(actor, permissions, null, client.organisation());
    }

    @Override
    public ApiClient getPrincipal() {
        return client;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiKeyAuthentication that && that.client.equals(client);
    }

    @Override
    public int hashCode() {
        return client.hashCode();
    }
}
