package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.ApiKey;
import io.tradelane.trading.partner.NewApiKey;
import io.tradelane.trading.partner.Organisations;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Keys of a company's systems in JSON. A secret is in the answer that made it and in no other. */
@ApiController
@Tag(name = "API keys")
class ApiKeysApi {
    private static final long LONGEST_OVERLAP = 24 * 30;
    private final ApiClients clients;
    private final Organisations organisations;
    private final Clock clock;

    ApiKeysApi(ApiClients clients, Organisations organisations, Clock clock) {
        this.clients = clients;
        this.organisations = organisations;
        this.clock = clock;
    }

    record NewKey(@Nullable String name, @Nullable Set<String> scopes, @Nullable Instant expiresAt, @Nullable String certificateFingerprint) {}

    /** @param overlapHours how long the secret before is good too; 24 when absent, 720 at most */
    record Rotation(@Nullable Long overlapHours) {}

    /** @param fingerprint SHA-256, hexadecimal; null: no certificate is needed */
    record Binding(@Nullable String fingerprint) {}

    /** @param key whole, as in {@code Authorization: Bearer}; up to its second underscore it is the client_id, behind it the client_secret */
    record Secret(UUID id, String key) {}

    @Operation(summary = "Keys that are not disabled")
    @GetMapping("/api/v1/partners/{id}/api-keys")
    Listing<ApiKey> list(@PathVariable UUID id) {
        company(id);
        return new Listing<>(clients.list(id), null);
    }

    @Operation(summary = "Make a key")
    @PostMapping("/api/v1/partners/{id}/api-keys")
    ResponseEntity<Secret> make(@PathVariable UUID id, @RequestBody NewKey wanted) {
        company(id);
        List<Map<String, String>> wrong = new ArrayList<>();
        if (wanted.name == null || wanted.name.isBlank() || wanted.name.length() > PartnerKeys.LONGEST_NAME) {
            wrong.add(Map.of("pointer", "/name", "code", "required"));
        }
        Set<String> scopes = wanted.scopes == null ? Set.of("read", "write") : wanted.scopes;
        if (!PartnerKeys.known(scopes)) {
            wrong.add(Map.of("pointer", "/scopes", "code", "unknown"));
        }
        if (wanted.expiresAt != null && !wanted.expiresAt.isAfter(clock.instant())) {
            wrong.add(Map.of("pointer", "/expiresAt", "code", "past"));
        }
        String fingerprint = fingerprint(wanted.certificateFingerprint, "/certificateFingerprint", null, id, wrong);
        if (!wrong.isEmpty() || wanted.name == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The key cannot be made so.", wrong);
        }
        var made = clients.create(new NewApiKey(id, wanted.name.strip(), scopes, wanted.expiresAt, fingerprint));
        return ResponseEntity.created(URI.create("/api/v1/partners/" + id + "/api-keys")).body(new Secret(made.id(), made.key()));
    }

    @Operation(summary = "A new secret under the same id; the one before is good for a while")
    @PostMapping("/api/v1/partners/{id}/api-keys/{key}/rotation")
    Secret rotate(@PathVariable UUID id, @PathVariable UUID key, @RequestBody(required = false) @Nullable Rotation rotation) {
        long hours = rotation == null || rotation.overlapHours == null ? PartnerKeys.OVERLAP.toHours() : rotation.overlapHours;
        if (hours < 0 || hours > LONGEST_OVERLAP) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The overlap is 0 to " + LONGEST_OVERLAP + " hours.");
        }
        var made = clients.rotate(own(id, key).id(), Duration.ofHours(hours));
        return new Secret(made.id(), made.key());
    }

    @Operation(summary = "Tie a key to a client certificate, or untie it")
    @PutMapping("/api/v1/partners/{id}/api-keys/{key}/certificate")
    ApiKey bind(@PathVariable UUID id, @PathVariable UUID key, @RequestBody Binding binding) {
        List<Map<String, String>> wrong = new ArrayList<>();
        String fingerprint = fingerprint(binding.fingerprint, "/fingerprint", own(id, key).id(), id, wrong);
        if (!wrong.isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "This is not a fingerprint that the key can have.", wrong);
        }
        clients.bind(key, fingerprint);
        return own(id, key);
    }

    @Operation(summary = "Disable a key, and with it the tokens made with it")
    @DeleteMapping("/api/v1/partners/{id}/api-keys/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable UUID id, @PathVariable UUID key) {
        clients.disable(own(id, key).id());
    }

    private @Nullable String fingerprint(@Nullable String text, String pointer, @Nullable UUID key, UUID company, List<Map<String, String>> wrong) {
        if (text == null) {
            return null;
        }
        String fingerprint = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            wrong.add(Map.of("pointer", pointer, "code", "no-fingerprint"));
        } else if (clients.list(company).stream().anyMatch(other -> fingerprint.equals(other.certificateFingerprint()) && !other.id().equals(key))) {
            wrong.add(Map.of("pointer", pointer, "code", "taken"));
        }
        return fingerprint;
    }

    private ApiKey own(UUID id, UUID key) {
        company(id);
        return NotFound.orElse404(clients.list(id).stream().filter(one -> one.id().equals(key)).findFirst());
    }

    private void company(UUID id) {
        NotFound.orElse404(organisations.find(id));
    }
}
