package io.tradelane.adapters.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.MessageWriter;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.trading.partner.Direction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class As2EndpointTest extends DoorsTest {
    private static final Protection BOTH = new Protection(Digest.SHA_256, Cipher.AES_256_CBC, false);

    @BeforeEach
    void partner() {
        open("as2", Direction.INBOUND, Map.of("partnerName", "BUYER", "hubName", "HUB"));
    }

    @Test
    void repeatGetsTheEarlierReceiptToTheLastByte() throws Exception {
        String id = "<" + UUID.randomUUID() + "@buyer>";
        Entity wire = packed(BOTH, Peers.BUYER);

        HttpResponse<byte[]> first = post(wire, "BUYER", "HUB", id);
        HttpResponse<byte[]> second = post(wire, "BUYER", "HUB", id);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Message-ID")).isEqualTo(first.headers().firstValue("Message-ID"));
        assertThat(intake.stored).hasSize(1);
        assertThat(receipt(first).disposition()).isEqualTo(Disposition.PROCESSED);
    }

    @Test
    void receiptIsOnDiskBeforeItIsSent() throws Exception {
        HttpResponse<byte[]> answer = post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>");

        Entity kept = Entity.parse(java.util.Base64.getDecoder().decode(intake.last().reception().properties().get("as2.receipt")));
        assertThat(kept.body()).isEqualTo(answer.body());
    }

    @Test
    void signedMessageIsKeptAsEvidence() throws Exception {
        post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>");

        byte[] evidence = intake.evidence.get(intake.last().id());
        assertThat(new String(evidence, StandardCharsets.ISO_8859_1)).startsWith("Content-Type: multipart/signed").contains("BGM+220+PO-1");
    }

    @Test
    void noReceiptIsGivenWhileTheDatabaseIsAway() throws Exception {
        intake.databaseIsAway(true);
        HttpResponse<byte[]> refused = post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>");
        intake.databaseIsAway(false);
        HttpResponse<byte[]> repeated = post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(receipt(repeated).disposition()).isEqualTo(Disposition.PROCESSED);
    }

    @Test
    void whoIsOverItsLimitGetsNoReceiptButATimeToComeAgain() throws Exception {
        intake.partnerHasToWait(true);
        HttpResponse<byte[]> waits = post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>");
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).contains("17");
        intake.partnerHasToWait(false);
        assertThat(receipt(post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>")).disposition()).isEqualTo(Disposition.PROCESSED);
    }

    @Test
    void unsignedMessageIsAnsweredWithASignedRefusal() throws Exception {
        var answer = post(packed(new Protection(null, Cipher.AES_256_CBC, false), Peers.BUYER), "BUYER", "HUB", "<1@buyer>");
        assertThat(receipt(answer).disposition()).isEqualTo(Disposition.INSUFFICIENT_MESSAGE_SECURITY);
        assertThat(receipt(answer).signedBy()).isEqualTo(Peers.HUB.certificate());
        assertThat(intake.stored).isEmpty();
        assertThat(intake.refused).as("a person is told too").containsExactly("<1@buyer>: insufficient-message-security");
    }

    @Test
    void anotherDocumentUnderAnIdThatCameBeforeIsRefused() throws Exception {
        post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>");
        var answer = post(packed("UNB+another'".getBytes(StandardCharsets.US_ASCII), BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>");
        assertThat(receipt(answer).disposition()).isEqualTo(Disposition.INVALID_MESSAGE_ID);
        assertThat(intake.stored).hasSize(1);
        assertThat(intake.refused).containsExactly("<1@buyer>: invalid-message-id");
    }

    @Test
    void messageOfAnotherSignerIsRefused() throws Exception {
        var answer = post(packed(BOTH, Peers.STRANGER), "BUYER", "HUB", "<1@buyer>");
        assertThat(receipt(answer).disposition()).isEqualTo(Disposition.AUTHENTICATION_FAILED);
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void unknownPairIsRefused() throws Exception {
        for (String[] names : List.of(new String[] {"BUYER", "SOMEBODY"}, new String[] {"buyer", "HUB"}, new String[] {"HUB", "HUB"})) {
            var answer = post(packed(BOTH, Peers.BUYER), names[0], names[1], "<1@buyer>");
            assertThat(Receipt.peek(entity(answer)).disposition()).isEqualTo(Disposition.UNKNOWN_TRADING_RELATIONSHIP);
        }
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void messageIdBeyond998CharactersIsRefused() throws Exception {
        var answer = post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<" + "x".repeat(1000) + "@buyer>");
        assertThat(receipt(answer).disposition()).isEqualTo(Disposition.INVALID_MESSAGE_ID);
    }

    @Test
    void requestWithoutNamesIsRefused() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url("/as2"))).POST(HttpRequest.BodyPublishers.ofString("x")).build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    @Test
    void asynchronousReceiptGoesOnlyToADeclaredAddress() throws Exception {
        Entity wire = packed(BOTH, Peers.BUYER);
        var answer = post(wire, "BUYER", "HUB", "<1@buyer>", "Receipt-Delivery-Option", "http://169.254.169.254/latest");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void tooLargeMessageIsRefusedBeforeItIsRead() throws Exception {
        channels.deleteAll();
        open("as2", Direction.INBOUND, Map.of("partnerName", "BUYER", "hubName", "HUB", "maxBytes", "1000"));
        assertThat(post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>").statusCode()).isEqualTo(413);
    }

    @Test
    void camelHeadersOfAStrangerSteerNothing() throws Exception {
        var answer = post(packed(BOTH, Peers.BUYER), "BUYER", "HUB", "<1@buyer>", "CamelFileName", "../../evil", "CAmelHttpUri", "http://x");
        assertThat(receipt(answer).disposition()).isEqualTo(Disposition.PROCESSED);
        assertThat(intake.last().reception().fileName()).isEqualTo("orders.edi");
    }

    private static Entity packed(Protection protection, Identity signer) {
        return packed(Peers.ORDERS, protection, signer);
    }

    private static Entity packed(byte[] document, Protection protection, Identity signer) {
        var payload = MessageWriter.payload(document, "application/EDIFACT", "orders.edi");
        return MessageWriter.write(payload, protection, signer, Peers.HUB.certificate()).wire();
    }

    private HttpResponse<byte[]> post(Entity wire, String from, String to, String id, String... more) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url("/as2"))).POST(HttpRequest.BodyPublishers.ofByteArray(wire.body()))
                .headers("AS2-Version", "1.2", "AS2-From", from, "AS2-To", to, "Message-ID", id, "Disposition-Notification-To", from,
                        "Disposition-Notification-Options",
                        "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha-256");
        wire.headers().fields().forEach(f -> request.header(f.name(), f.value()));
        for (int i = 0; i < more.length; i += 2) {
            request.header(more[i], more[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Entity entity(HttpResponse<byte[]> answer) {
        return Entity.of(Headers.of("Content-Type", answer.headers().firstValue("Content-Type").orElseThrow()), answer.body());
    }

    private static Receipt receipt(HttpResponse<byte[]> answer) {
        return Receipt.read(entity(answer), List.of(Peers.HUB.certificate()), Peers.NOW);
    }
}
