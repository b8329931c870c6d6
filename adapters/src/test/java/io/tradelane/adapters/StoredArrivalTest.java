package io.tradelane.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.MessageWriter;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.trading.TradingConfiguration;
import io.tradelane.trading.exchange.Announcer;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Originals;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.DatabaseRoles;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The AS2 door on the real inbox and the real tables of channels and certificates. */
@SpringBootTest(classes = StoredArrivalTest.Hub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StoredArrivalTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Channels channels;

    @Autowired
    private ChannelRoutes routes;

    @Autowired
    private Interchanges interchanges;

    @Autowired
    private Payloads payloads;

    @Autowired
    private Originals originals;

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private CopyOnWriteArrayList<UUID> announced;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("TRADELANE_MASTER_KEY", () -> SecretBox.newKey("1"));
        registry.add("tradelane.database.require-durability", () -> "false");
    }

    @Test
    void messageItsEvidenceAndItsReceiptAreStoredOnceAndTheRepeatIsAnsweredTheSame() throws Exception {
        UUID operator = hub(() -> organisations.create(new NewOrganisation("Hub", null, Kind.OPERATOR, null, "EUR")));
        UUID buyer = hub(() -> organisations.create(new NewOrganisation("Buyer", null, Kind.BUYER, "4012345500004", "EUR")));
        add(operator, "hub", Peers.HUB, true);
        add(buyer, "buyer", Peers.BUYER, false);
        hub(() -> channels.create(new NewChannel(buyer, "Buyer AS2", "as2", Direction.INBOUND,
                Map.of("partnerName", "BUYER", "hubName", "HUB"), Map.of(), true)));
        routes.refresh();
        Entity wire = MessageWriter.write(MessageWriter.payload(Peers.ORDERS, "application/EDIFACT", "orders.edi"),
                new Protection(Digest.SHA_256, Cipher.AES_256_CBC, false), Peers.BUYER, Peers.HUB.certificate()).wire();

        HttpResponse<byte[]> first = post(wire);
        HttpResponse<byte[]> second = post(wire);

        Receipt receipt = Receipt.read(Entity.of(Headers.of("Content-Type", first.headers().firstValue("Content-Type").orElseThrow()),
                first.body()), List.of(Peers.HUB.certificate()), Peers.NOW);
        assertThat(receipt.disposition()).isEqualTo(Disposition.PROCESSED);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(announced).hasSize(1);
        Interchange stored = hub(() -> interchanges.find(announced.getFirst()).orElseThrow());
        assertThat(stored.organisation()).isEqualTo(buyer);
        assertThat(stored.fileName()).isEqualTo("orders.edi");
        assertThat(hub(() -> read(stored.payload()))).isEqualTo(Peers.ORDERS);
        byte[] original = original(stored);
        assertThat(new String(original, StandardCharsets.ISO_8859_1)).contains("multipart/signed").contains("BGM+220+PO-1");
        byte[] kept = hub(() -> read(UUID.fromString(stored.properties().get(Originals.PAYLOAD))));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).as("the document is not stored twice").contains("multipart/signed").doesNotContain("BGM+220+PO-1");
        assertThat(openssl(original, Peers.BUYER)).isZero();
        assertThat(openssl(original, Peers.HUB)).as("signed by another").isNotZero();
        original[new String(original, StandardCharsets.ISO_8859_1).indexOf("PO-1") + 3] = '7';
        assertThat(openssl(original, Peers.BUYER)).as("changed").isNotZero();
        var behindTheWall = JdbcClient.create(postgres.getDatabase("postgres", "tradelane"));
        assertThat(behindTheWall.sql("select count(*) from payload").query(Long.class).single()).isEqualTo(2);
    }

    private void add(UUID organisation, String alias, Identity identity, boolean withKey) {
        hub(() -> certificates.add(organisation, alias, Use.SIGN_AND_ENCRYPT, Identities.pem(identity.certificate()),
                withKey ? Identities.pem(identity.key()) : null));
    }

    private HttpResponse<byte[]> post(Entity wire) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/as2"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(wire.body()))
                .headers("AS2-From", "BUYER", "AS2-To", "HUB", "Message-ID", "<1@buyer>", "Disposition-Notification-To", "x",
                        "Disposition-Notification-Options", "signed-receipt-protocol=optional, pkcs7-signature");
        wire.headers().fields().forEach(f -> request.header(f.name(), f.value()));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private byte[] original(Interchange stored) {
        return hub(() -> {
            try (var in = originals.open(stored).orElseThrow()) {
                return in.readAllBytes();
            } catch (java.io.IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        });
    }

    /** Whether another tool finds that the owner of the certificate signed it. */
    private static int openssl(byte[] message, Identity signer) throws Exception {
        Path folder = Files.createTempDirectory("tradelane-openssl");
        Files.write(folder.resolve("as-received.eml"), message);
        Files.writeString(folder.resolve("partner.pem"), Identities.pem(signer.certificate()));
        Process process = new ProcessBuilder("openssl", "cms", "-verify", "-inform", "SMIME", "-in", "as-received.eml", "-CAfile", "partner.pem",
                "-partial_chain", "-no_check_time", "-purpose", "any", "-out", "document").directory(folder.toFile()).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private byte[] read(UUID payload) {
        try (var in = payloads.open(payload)) {
            return in.readAllBytes();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static <T> T hub(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), work);
    }

    @EnableAutoConfiguration
    @Import({TradingConfiguration.class, AdaptersConfiguration.class})
    static class Hub {
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws Exception {
            return EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) throws Exception {
            DatabaseRoles.ensure(postgres.getPostgresDatabase(), "tradelane", "owner", "app");
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/tradelane";
            Flyway.configure().dataSource(url, DatabaseRoles.OWNER, "owner").load().migrate();
            return new DriverManagerDataSource(url, DatabaseRoles.APPLICATION, "app");
        }

        @Bean
        CopyOnWriteArrayList<UUID> announced() {
            return new CopyOnWriteArrayList<>();
        }

        @Bean
        Announcer announcer(CopyOnWriteArrayList<UUID> announced) {
            return announced::addAll;
        }

        @Bean
        DeliveryReports reports() {
            return new RecordedReports();
        }
    }
}
