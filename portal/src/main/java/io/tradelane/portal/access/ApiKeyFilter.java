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

/**
 * Reads {@code Authorization: Bearer …} with a key or an access token (RFC 6750). Without one, the client certificate says who calls; without
 * that too a request goes on as anonymous. What is wrong is refused.
 */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private final ApiClients clients;
    private final Organisations organisations;
    private final ClientCertificates certificates;
    private final ProblemWriter problems;

    ApiKeyFilter(ApiClients clients, Organisations organisations, ClientCertificates certificates, ProblemWriter problems) {
        this.certificates = certificates;
        this.clients = clients;
        this.organisations = organisations;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String certificate = certificates.fingerprint(request);
        request.setAttribute(ClientCertificates.ATTRIBUTE, certificate);
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            String key = header.substring(SCHEME.length()).strip();
            Optional<ApiKeyAuthentication> authentication = Tenancy.call(Actor.hub(), () -> clients.authenticate(key, certificate).map(this::of));
            if (authentication.isEmpty()) {
                problems.unauthorised(request, response);
                return;
            }
            signIn(authentication.get());
        } else if (header == null && certificate != null) {
            Tenancy.call(Actor.hub(), () -> clients.byCertificate(certificate).map(this::of)).ifPresent(ApiKeyFilter::signIn);
        }
        chain.doFilter(request, response);
    }

    private static void signIn(ApiKeyAuthentication authentication) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }

    private ApiKeyAuthentication of(ApiClient client) {
        boolean operator = organisations.find(client.organisation())
                .filter(organisation -> organisation.kind() == Organisation.Kind.OPERATOR)
                .isPresent();
        return new ApiKeyAuthentication(client, operator);
    }
}
