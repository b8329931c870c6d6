package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.partner.Organisation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApiKeysTest extends TestDatabase {
    private static final Set<String> SCOPES = Set.of("order:read");
    @Autowired ApiClients clients;

    @Test
    void aKeyEndsOnItsDay() {
        UUID buyer = organisation("Expiring", Kind.BUYER);
        var past = hub(() -> clients.create(new NewApiKey(buyer, "old", SCOPES, Instant.now().minusSeconds(1), null)));
        var future = hub(() -> clients.create(new NewApiKey(buyer, "new", SCOPES, Instant.now().plusSeconds(600), null)));
        assertThat(hub(() -> clients.authenticate(past.key()))).isEmpty();
        assertThat(hub(() -> clients.authenticate(future.key()))).isPresent();
        assertThat(hub(() -> clients.list(buyer))).filteredOn(key -> key.lastUsedAt() != null).extracting(ApiKey::name).containsExactly("new");
    }

    @Test
    void aNewSecretStandsBesideTheOldOneOnlyForTheOverlap() {
        UUID buyer = organisation("Rotating", Kind.BUYER);
        var first = hub(() -> clients.create(buyer, "erp", SCOPES));
        var second = hub(() -> clients.rotate(first.id(), Duration.ofHours(1)));
        assertThat(hub(() -> clients.authenticate(first.key()))).isPresent();
        assertThat(hub(() -> clients.authenticate(second.key()))).isPresent();
        var third = hub(() -> clients.rotate(first.id(), Duration.ZERO));
        assertThat(hub(() -> clients.authenticate(first.key()))).isEmpty();
        assertThat(hub(() -> clients.authenticate(second.key()))).isEmpty();
        assertThat(hub(() -> clients.authenticate(third.key()))).isPresent();
    }

    @Test
    void aKeyOfACertificateNeedsItAndTheCertificateAloneIsEnough() {
        UUID buyer = organisation("Bound", Kind.BUYER);
        String certificate = UUID.randomUUID().toString().replace("-", "").repeat(2);
        var key = hub(() -> clients.create(new NewApiKey(buyer, "erp", SCOPES, null, certificate)));
        assertThat(hub(() -> clients.authenticate(key.key()))).isEmpty();
        assertThat(hub(() -> clients.authenticate(key.key(), "00".repeat(32)))).isEmpty();
        assertThat(hub(() -> clients.authenticate(key.key(), certificate))).isPresent();
        assertThat(hub(() -> clients.byCertificate(certificate))).map(ApiClient::organisation).contains(buyer);
        assertThat(hub(() -> clients.byCertificate("00".repeat(32)))).isEmpty();
        asHub(() -> clients.disable(key.id()));
        assertThat(hub(() -> clients.byCertificate(certificate))).isEmpty();
    }

    @Test
    void aTokenHasItsScopesAndEndsWithItsClientOrWhenItIsGivenBack() {
        UUID buyer = organisation("Tokens", Kind.BUYER);
        var made = hub(() -> clients.create(buyer, "erp", Set.of("read", "write")));
        ApiClient client = hub(() -> clients.authenticate(made.key())).orElseThrow();
        String token = hub(() -> clients.issue(client, SCOPES, null)).value();
        String other = hub(() -> clients.issue(client, SCOPES, null)).value();
        assertThat(hub(() -> clients.authenticate(token))).hasValueSatisfying(found -> {
            assertThat(found.id()).isEqualTo(client.id());
            assertThat(found.scopes()).isEqualTo(SCOPES);
        });
        ApiClient stranger = new ApiClient(UUID.randomUUID(), buyer, "stranger", SCOPES, true);
        asHub(() -> clients.revoke(stranger, token, null));
        assertThat(hub(() -> clients.authenticate(token))).as("given back by somebody else").isPresent();
        asHub(() -> clients.revoke(client, token, null));
        assertThat(hub(() -> clients.authenticate(token))).isEmpty();
        assertThat(hub(() -> clients.authenticate(other))).isPresent();
        asHub(() -> clients.disable(made.id()));
        assertThat(hub(() -> clients.authenticate(other))).isEmpty();
    }
}
