package io.tradelane.server.connectors;

import static io.tradelane.server.connectors.ConnectorHub.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.server.connectors.ConnectorHub.Company;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.as2.As2Partner;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.PartnerCertificate.Use;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An AS2 partner changes its certificate without a day on which both sides have to do something. */
class CertificateSwitchTest {
    private static final Protection BOTH = new Protection(Digest.SHA_256, Cipher.AES_256_CBC, false);

    @TempDir
    Path folder;

    private final ConnectorHub hub = ConnectorHub.shared();
    private Identity ours;

    @Test
    void bothCertificatesHoldUntilTheNextIsUsedThenWeUseItTooAndTheOldOneEnds() throws Exception {
        Company buyer = hub.company("Switching Buyer", Kind.BUYER);
        Company supplier = hub.company("Switching Supplier", Kind.SUPPLIER);
        ours = identity("hub");
        Identity before = identity("before");
        Identity after = identity("after");
        add(hub.operator(), "as2 hub", ours, true);
        UUID old = add(supplier, "before", before, false);
        int port = freePort();
        UUID in = hub.channel(supplier, "as2", Direction.INBOUND, Map.of("partnerName", "SWITCH", "hubName", "TRADE", "hubKey", "as2 hub"), Map.of());
        UUID out = hub.channel(supplier, "as2", Direction.OUTBOUND, Map.of("partnerName", "SWITCH", "hubName", "TRADE", "hubKey", "as2 hub", "url",
                "http://127.0.0.1:" + port + "/as2"), Map.of());
        hub.agree(buyer, supplier, DocumentType.ORDER, "JSON", "1", out);

        try (As2Partner partner = partner(before, port)) {
            await().atMost(LONG).ignoreExceptions().untilAsserted(() -> assertThat(send(partner, "first")).isEqualTo(Disposition.PROCESSED));
            assertThat(hub.operate("POST", "/api/v1/certificates/" + old + "/successor", JsonMapper.shared().writeValueAsString(
                    Map.of("alias", "after", "pem", Identities.pem(after.certificate())))).statusCode()).isEqualTo(201);
            assertThat(send(partner, "second")).as("in the overlap, by the old one").isEqualTo(Disposition.PROCESSED);
            assertThat(onBoard(supplier, "after").get("confirmations")).as("nobody has used the next one").isEmpty();
            hub.post(buyer, "application/json", ConnectorHub.order(buyer, supplier, "SWITCH-1"));
            hub.awaitDelivered(out, 1);
        }
        try (As2Partner partner = partner(after, port)) {
            assertThat(send(partner, "third")).as("by the next one").isEqualTo(Disposition.PROCESSED);
            JsonNode next = onBoard(supplier, "after");
            assertThat(next.get("confirmations").get(0).get("how").asString()).isEqualTo("USE");
            assertThat(next.get("predecessor").asString()).isEqualTo(old.toString());
            hub.post(buyer, "application/json", ConnectorHub.order(buyer, supplier, "SWITCH-2"));
            hub.awaitDelivered(out, 2);
        }
        Tenancy.run(Actor.hub(), () -> hub.bean(TransactionTemplate.class).executeWithoutResult(status -> assertThat(hub.bean(JdbcClient.class)
                .sql("update partner_certificate set valid_to = now() - interval '1 second' where id = :id").param("id", old).update()).isOne()));
        try (As2Partner partner = partner(before, port)) {
            assertThat(send(partner, "fourth")).as("by the one that has ended").isEqualTo(Disposition.AUTHENTICATION_FAILED);
            assertThat(onBoard(supplier, "before").get("daysLeft").asInt()).isNegative();
        }
        assertThat(hub.interchanges(in)).isEqualTo(3);
    }

    private As2Partner partner(Identity own, int port) throws Exception {
        return new As2Partner("SWITCH", "TRADE", own, ours.certificate(), new Mailroom(Files.createTempDirectory(folder, "mail")), port);
    }

    private Disposition send(As2Partner partner, String id) throws Exception {
        return partner.send(hub.address("/as2"), id + "@switch.example", ("not read here: " + id).getBytes(StandardCharsets.US_ASCII), "text/plain", BOTH).disposition();
    }

    private JsonNode onBoard(Company company, String alias) throws Exception {
        String answer = hub.operate("GET", "/api/v1/certificates?organisation=" + company.id(), "").body();
        for (JsonNode one : JsonMapper.shared().readTree(answer).get("items")) {
            if (one.get("alias").asString().equals(alias)) {
                return one;
            }
        }
        throw new AssertionError(alias + " is not on the board: " + answer);
    }

    private UUID add(Company company, String alias, Identity identity, boolean withKey) {
        return Tenancy.call(Actor.hub(), () -> hub.bean(Certificates.class).add(company.id(), alias, Use.SIGN_AND_ENCRYPT, Identities.pem(identity.certificate()),
                withKey ? Identities.pem(identity.key()) : null));
    }

    private Identity identity(String name) throws Exception {
        Path key = folder.resolve(name + ".key");
        Path certificate = folder.resolve(name + ".pem");
        assertThat(new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "200", "-subj", "/CN=" + name, "-keyout", key.toString(),
                "-out", certificate.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
        return new Identity(Identities.privateKey(Files.readString(key)), Identities.certificates(Files.readString(certificate)).getFirst());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
