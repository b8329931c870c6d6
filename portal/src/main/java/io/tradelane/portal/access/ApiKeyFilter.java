package io.tradelane.portal.access;

import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer tl_…} (RFC 6750). A request without one goes on as anonymous, one with a wrong key is refused. */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private final ApiClients clients;
    private final Organisations organisations;
    private final ProblemWriter problems;

    ApiKeyFilter(ApiClients clients, Organisations organisations, ProblemWriter problems) {
        this.clients = clients;
        this.organisations = organisations;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            String key = header.substring(SCHEME.length()).strip();
            Optional<ApiKeyAuthentication> authentication = Tenancy.call(Actor.hub(), () -> clients.authenticate(key).map(this::of));
            if (authentication.isEmpty()) {
                problems.unauthorised(request, response);
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication.get());
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private ApiKeyAuthentication of(ApiClient client) {
        boolean operator = organisations.find(client.organisation())
                .filter(organisation -> organisation.kind() == Organisation.Kind.OPERATOR)
                .isPresent();
        return new ApiKeyAuthentication(client, operator);
    }
}
