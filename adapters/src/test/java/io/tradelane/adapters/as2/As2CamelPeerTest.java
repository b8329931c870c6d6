package io.tradelane.adapters.as2;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.component.as2.api.AS2ClientConnection;
import org.apache.camel.component.as2.api.AS2ClientManager;
import org.apache.camel.component.as2.api.AS2CompressionAlgorithm;
import org.apache.camel.component.as2.api.AS2EncryptionAlgorithm;
import org.apache.camel.component.as2.api.AS2MessageStructure;
import org.apache.camel.component.as2.api.AS2ServerConnection;
import org.apache.camel.component.as2.api.AS2ServerManager;
import org.apache.camel.component.as2.api.AS2SignatureAlgorithm;
import org.apache.camel.component.as2.api.entity.AS2MessageDispositionNotificationEntity;
import org.apache.camel.component.as2.api.entity.DispositionNotificationMultipartReportEntity;
import org.apache.camel.component.as2.api.entity.MultipartSignedEntity;
import org.apache.camel.component.as2.api.util.HttpMessageUtils;
import org.apache.camel.component.as2.api.util.MicUtils;
import org.apache.camel.component.as2.api.util.SigningUtils;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpResponse;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the AS2 of Apache Camel, an implementation that is not ours. */
class As2CamelPeerTest extends DoorsTest {
    private static final Certificate[] BUYER = {Peers.BUYER.certificate()};
    private static final Certificate[] HUB = {Peers.HUB.certificate()};

    /** It stays: who finds it registered, as the SSH library does, goes on asking for it by its name. */
    @BeforeAll
    static void theOtherImplementationNeedsARegisteredProvider() {
        Security.addProvider(new BouncyCastleProvider());
    }

    @ParameterizedTest
    @EnumSource(AS2MessageStructure.class)
    void camelSendsAndUnderstandsOurSignedReceipt(AS2MessageStructure structure) throws Exception {
        open("as2", Direction.INBOUND, Map.of("partnerName", "BUYER", "hubName", "HUB",
                "signatureRequired", Boolean.toString(structure.isSigned()),
                "encryptionRequired", Boolean.toString(structure.isEncrypted())));
        var client = new AS2ClientManager(new AS2ClientConnection("1.1", "camel", "buyer.example", "localhost", port,
                Duration.ofSeconds(5), Duration.ofSeconds(5), 1, Duration.ofSeconds(5), null, null));
        String edi = new String(Peers.ORDERS, StandardCharsets.US_ASCII);

        var context = client.send(edi, "/as2", "Order", "buyer@example.org", "BUYER", "HUB", structure, "application/edifact", "US-ASCII",
                null, AS2SignatureAlgorithm.SHA256WITHRSA, BUYER, Peers.BUYER.key(), AS2CompressionAlgorithm.ZLIB, "buyer@example.org",
                "sha-256", AS2EncryptionAlgorithm.AES256_CBC, HUB, "orders.edi", null, null, null, null);

        assertThat(new String(intake.last().bytes(), StandardCharsets.US_ASCII).strip()).isEqualTo(edi);
        var request = (ClassicHttpRequest) context.getAttribute(AS2ClientManager.HTTP_REQUEST);
        AS2MessageDispositionNotificationEntity mdn = notification((HttpResponse) context.getAttribute(AS2ClientManager.HTTP_RESPONSE));
        assertThat(mdn.getDispositionType().toString()).isEqualToIgnoringCase("processed");
        assertThat(mdn.getDispositionModifier()).isNull();
        if (structure == AS2MessageStructure.SIGNED) {
            var expected = MicUtils.createReceivedContentMic(request, BUYER, null);
            assertThat(mdn.getReceivedContentMic().getEncodedMessageDigest()).isEqualTo(expected.getEncodedMessageDigest());
        }
    }

    private static AS2MessageDispositionNotificationEntity notification(HttpResponse response) throws Exception {
        var signed = (MultipartSignedEntity) ((ClassicHttpResponse) response).getEntity();
        assertThat(SigningUtils.isValid(signed, HUB)).isTrue();
        var report = (DispositionNotificationMultipartReportEntity) signed.getSignedDataEntity();
        return (AS2MessageDispositionNotificationEntity) report.getPart(1);
    }

    @Test
    void camelSignsWithSha1AndIsRefused() throws Exception {
        open("as2", Direction.INBOUND, Map.of("partnerName", "BUYER", "hubName", "HUB", "encryptionRequired", "false"));
        var client = new AS2ClientManager(new AS2ClientConnection("1.1", "camel", "buyer.example", "localhost", port,
                Duration.ofSeconds(5), Duration.ofSeconds(5), 1, Duration.ofSeconds(5), null, null));

        var context = client.send("UNB", "/as2", "Order", "buyer@example.org", "BUYER", "HUB", AS2MessageStructure.SIGNED,
                "application/edifact", "US-ASCII", null, AS2SignatureAlgorithm.SHA1WITHRSA, BUYER, Peers.BUYER.key(), null,
                "buyer@example.org", "sha-256", null, null, null, null, null, null, null);

        var mdn = notification((HttpResponse) context.getAttribute(AS2ClientManager.HTTP_RESPONSE));
        assertThat(mdn.getDispositionModifier().toString()).contains("insufficient-message-security");
        assertThat(intake.stored).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SHA_256,AES_256_CBC,false", "SHA_512,AES_128_CBC,false", "SHA_384,NONE,false", "NONE,AES_128_CBC,false",
        "NONE,NONE,true"})
    void camelReceivesAndWeAcceptItsSignedReceipt(String signature, String encryption, boolean compress) throws Exception {
        int camelPort = freePort();
        var received = new ArrayList<String>();
        Certificate[] validated = signature.equals("NONE") ? null : HUB;
        PrivateKey decrypting = encryption.equals("NONE") ? null : Peers.BUYER.key();
        var server = new AS2ServerConnection("1.1", "camel", "supplier.example", camelPort, AS2SignatureAlgorithm.SHA256WITHRSA, BUYER,
                Peers.BUYER.key(), decrypting, "Thank you", validated, null, null, null, null);
        try {
            server.registerConsumerConfiguration("/as2", new AS2ServerConnection.AS2ConsumerConfiguration(
                    AS2SignatureAlgorithm.SHA256WITHRSA, BUYER, Peers.BUYER.key(), decrypting, validated));
            new AS2ServerManager(server).listen("/as2", (request, response, context) -> received.add(payload(request, validated, decrypting)));
            var channel = open("as2", Direction.OUTBOUND, Map.of("partnerName", "BUYER", "hubName", "HUB",
                    "url", "http://localhost:" + camelPort + "/as2", "signature", signature, "encryption", encryption,
                    "compress", Boolean.toString(compress)));
            UUID id = Ids.next();

            DeliveryReceipt receipt = transmitter.send(channel.id(), new OutboundTransmission(id, id.toString(), "orders.edi",
                    "application/edifact", () -> new ByteArrayInputStream(Peers.ORDERS)));

            assertThat(receipt).isInstanceOf(DeliveryReceipt.Delivered.class);
            assertThat(received).singleElement().satisfies(
                    text -> assertThat(text.strip()).isEqualTo(new String(Peers.ORDERS, StandardCharsets.US_ASCII)));
        } finally {
            server.close();
        }
    }

    private static String payload(ClassicHttpRequest request, Certificate[] validated, PrivateKey decrypting) {
        try {
            var info = new HttpMessageUtils.DecrpytingAndSigningInfo(validated, decrypting);
            Object message = HttpMessageUtils.extractEdiPayload(request, info).getEdiMessage();
            return message instanceof InputStream in ? new String(in.readAllBytes(), StandardCharsets.US_ASCII) : String.valueOf(message);
        } catch (Exception unreadable) {
            return unreadable.toString();
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
