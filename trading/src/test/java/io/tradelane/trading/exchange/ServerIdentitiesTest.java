package io.tradelane.trading.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.exchange.ServerIdentity.Kind;
import io.tradelane.trading.exchange.ServerIdentity.Shown;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What partners' servers show. */
class ServerIdentitiesTest extends TestDatabase {
    @Autowired ServerIdentities identities;
    @Autowired CertificateWarnings warnings;
    @Autowired Incidents incidents;
    @Autowired Channels channels;

    @Test
    void aKeyThatIsNotKnownIsOneIncidentThatClosesWhenTheServerIsKnownAgain() {
        UUID partner = organisation("Changes its key", Organisation.Kind.BUYER);
        Channel channel = channel(partner);
        Shown known = new Shown(Kind.SSH, "ecdsa-sha2-nistp256", "SHA256:first", null);
        Shown other = new Shown(Kind.SSH, "ssh-ed25519", "SHA256:other", null);
        asHub(() -> identities.accepted(channel, known));
        asHub(() -> identities.refused(channel, other));
        asHub(() -> identities.refused(channel, other));
        Incident incident = incident("SERVER_IDENTITY_CHANGED", partner);
        assertThat(incident.occurrences()).isEqualTo(1);
        assertThat(incident.summary(Locale.ENGLISH)).contains("SHA256:other");
        assertThat(one(partner)).satisfies(shown -> {
            assertThat(shown.accepted()).isEqualTo(known);
            assertThat(shown.refused()).isEqualTo(other);
            assertThat(shown.refusedAt()).isNotNull();
        });
        asHub(() -> identities.accepted(channel, other));
        assertThat(incident("SERVER_IDENTITY_CHANGED", partner).status()).isEqualTo(Incident.Status.CLOSED);
        assertThat(one(partner)).satisfies(shown -> {
            assertThat(shown.accepted()).isEqualTo(other);
            assertThat(shown.previous()).isEqualTo("SHA256:first");
            assertThat(shown.refused()).isNull();
        });
    }

    @Test
    void aCertificateThatEndsIsOneIncidentThatClosesWhenTheServerShowsTheNext() {
        UUID partner = organisation("Server's certificate ends", Organisation.Kind.BUYER);
        Channel channel = channel(partner);
        asHub(() -> identities.accepted(channel, new Shown(Kind.TLS, "CN=ftp.partner.example", "aa", Instant.now().plus(Duration.ofDays(20)))));
        asHub(warnings::check);
        asHub(warnings::check);
        Incident incident = incident("CERTIFICATE_EXPIRES", partner);
        assertThat(incident.occurrences()).isEqualTo(1);
        assertThat(incident.summary(Locale.ENGLISH)).contains("CN=ftp.partner.example").contains("19");
        asHub(() -> identities.accepted(channel, new Shown(Kind.TLS, "CN=ftp.partner.example", "bb", Instant.now().plus(Duration.ofDays(300)))));
        asHub(warnings::check);
        assertThat(incident("CERTIFICATE_EXPIRES", partner).status()).isEqualTo(Incident.Status.CLOSED);
    }

    @Test
    void aThirdCompanySeesNothingOfIt() {
        UUID partner = organisation("Has a server", Organisation.Kind.BUYER);
        Channel channel = channel(partner);
        asHub(() -> identities.accepted(channel, new Shown(Kind.SSH, "ssh-ed25519", "SHA256:x", null)));
        UUID third = organisation("Third", Organisation.Kind.BUYER);
        assertThat(in(person(third), () -> identities.list(null))).isEmpty();
        assertThat(in(operator(), () -> identities.list(partner))).hasSize(1);
    }

    private ServerIdentity one(UUID partner) {
        List<ServerIdentity> all = in(operator(), () -> identities.list(partner));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Channel channel(UUID partner) {
        UUID id = hub(() -> channels.create(new NewChannel(partner, "files", "sftp", Direction.INBOUND, Map.of(), Map.of(), true)));
        return hub(() -> channels.find(id)).orElseThrow();
    }

    private Incident incident(String cause, UUID partner) {
        return hub(() -> incidents.list(new Incidents.Filter(null, cause, partner, null), null, 10)).items().getFirst();
    }
}
