package io.tradelane.portal.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.ApiClients.Token;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Access tokens for machines: the client credentials grant of OAuth 2.0 (RFC 6749, section 4.4), and giving a token back (RFC 7009). The
 * client shows the two halves of its key, by Basic or in the form, or its certificate (RFC 8705, section 2.2). Scopes are permissions.
 */
@RestController
@Tag(name = "Access tokens")
class TokenEndpoint {
    private final ApiClients clients;
    private final ClientCertificates certificates;

    TokenEndpoint(ApiClients clients, ClientCertificates certificates) {
        this.clients = clients;
        this.certificates = certificates;
    }

    record TokenAnswer(
            @JsonProperty("access_token") String accessToken, @JsonProperty("token_type") String tokenType, @JsonProperty("expires_in") long expiresIn, String scope) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TokenError(String error, @JsonProperty("error_description") @Nullable String description) {}

    @Operation(summary = "An access token for ten minutes: grant_type=client_credentials, scope is optional")
    @PostMapping(path = "/api/v1/oauth/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> token(HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
        if (form.values().stream().anyMatch(values -> values.size() > 1)) {
            return refused(400, "invalid_request", "A parameter comes twice");
        }
        if (form.getFirst("grant_type") == null) {
            return refused(400, "invalid_request", "grant_type is missing");
        }
        String certificate = certificates.fingerprint(request);
        Optional<ApiClient> client = client(request, form, certificate);
        if (client.isEmpty()) {
            return refused(401, "invalid_client", null);
        }
        if (!"client_credentials".equals(form.getFirst("grant_type"))) {
            return refused(400, "unsupported_grant_type", "Only client_credentials is known");
        }
        Set<String> may = permitted(client.get());
        Set<String> scopes = asked(form.getFirst("scope"), may);
        if (scopes.isEmpty() || !may.containsAll(scopes)) {
            return refused(400, "invalid_scope", "The key allows: " + String.join(" ", may));
        }
        Token token = Tenancy.call(Actor.hub(), () -> clients.issue(client.get(), scopes, certificate));
        return unstored(ResponseEntity.ok()).body(new TokenAnswer(token.value(), "Bearer", token.lifetime().toSeconds(), String.join(" ", scopes)));
    }

    @Operation(summary = "Give a token back before its time")
    @PostMapping(path = "/api/v1/oauth/revocation", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Object> revoke(HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
        String certificate = certificates.fingerprint(request);
        Optional<ApiClient> client = client(request, form, certificate);
        String token = form.getFirst("token");
        if (client.isEmpty()) {
            return refused(401, "invalid_client", null);
        }
        if (token == null) {
            return refused(400, "invalid_request", "token is missing");
        }
        Tenancy.run(Actor.hub(), () -> clients.revoke(client.get(), token, certificate));
        return unstored(ResponseEntity.ok()).build();
    }

    private Optional<ApiClient> client(HttpServletRequest request, MultiValueMap<String, String> form, @Nullable String certificate) {
        Optional<ClientSecret> shown = ClientSecret.of(request.getHeader(HttpHeaders.AUTHORIZATION), form);
        return Tenancy.call(Actor.hub(), () -> shown.isPresent() ? clients.authenticate(shown.get().key(), certificate)
                : certificate == null || form.getFirst("client_id") == null ? Optional.empty() : clients.byCertificate(certificate));
    }

    /** Bundles such as {@code read} as the permissions that they stand for. */
    private static Set<String> permitted(ApiClient client) {
        return client.scopes().stream().flatMap(scope -> Permission.ofScope(scope).stream()).map(Permission::scope).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Absent: all that the key allows. */
    private static Set<String> asked(@Nullable String scope, Set<String> may) {
        if (scope == null || scope.isBlank()) {
            return may;
        }
        List<String> words = Arrays.asList(scope.strip().split(" +"));
        return words.stream().flatMap(word -> {
            List<String> meant = Permission.ofScope(word).stream().map(Permission::scope).toList();
            return meant.isEmpty() ? List.of(word).stream() : meant.stream().filter(one -> meant.size() == 1 || may.contains(one));
        }).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResponseEntity<Object> refused(int status, String error, @Nullable String description) {
        var answer = unstored(ResponseEntity.status(status));
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tradelane\"");
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(new TokenError(error, description));
    }

    private static ResponseEntity.BodyBuilder unstored(ResponseEntity.BodyBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.PRAGMA, "no-cache");
    }
}
