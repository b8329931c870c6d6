package io.tradelane.portal.access;

import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keys that come inside a message: a cXML shared secret is an API key of the company that sends it. */
@Component
public class SharedSecrets {
    private final ApiClients clients;

    SharedSecrets(ApiClients clients) {
        this.clients = clients;
    }

    public Optional<Caller> caller(String secret) {
        return Tenancy.call(Actor.hub(), () -> clients.authenticate(secret)).map(client -> new ApiKeyAuthentication(client, false).caller());
    }
}
