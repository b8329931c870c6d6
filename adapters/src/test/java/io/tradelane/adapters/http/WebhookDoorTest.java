package io.tradelane.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

class WebhookDoorTest extends DoorsTest {
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private static final String OTHER = "whsec_YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4";
    private final List<Received> received = new ArrayList<>();
    private HttpServer partner;
    private volatile int answer = 204;

    @Autowired
    private WebhookDoor door;

    private record Received(Map<String, String> headers, byte[] body) {}

    @BeforeEach
    void startPartner() throws IOException {
        partner = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        partner.createContext("/in", this::receive);
        partner.start();
    }

    @AfterEach
    void stopPartner() {
        partner.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.sendResponseHeaders(405, -1);
            exchange.close();
            return;
        }
        received.add(new Received(Map.of("id", header(exchange, "webhook-id"), "timestamp", header(exchange, "webhook-timestamp"),
                "signature", header(exchange, "webhook-signature"), "type", header(exchange, "Content-Type")), exchange.getRequestBody().readAllBytes()));
        if (answer == 0) {
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    @Test
    void postIsSignedOverIdTimeAndBody() throws Exception {
        assertThat(send(SECRET)).isInstanceOf(DeliveryReceipt.Delivered.class);
        Received one = received.getFirst();
        assertThat(one.headers.get("signature")).isEqualTo(sign(SECRET, one.headers.get("id"), one.headers.get("timestamp"), Peers.ORDERS));
        assertThat(Long.parseLong(one.headers.get("timestamp"))).isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.api.Assertions.within(60L));
        assertThat(one.headers.get("type")).isEqualTo("application/EDIFACT");
        assertThat(one.body).isEqualTo(Peers.ORDERS);
    }

    @Test
    void bothSecretsSignWhileOneIsBeingChanged() throws Exception {
        Channel channel = open("webhook", Direction.OUTBOUND, Map.of("url", address()), Map.of("secret", SECRET, "previousSecret", OTHER));
        transmitter.send(channel.id(), transmission());
        Map<String, String> headers = received.getFirst().headers;
        assertThat(headers.get("signature").split(" ")).containsExactly(sign(SECRET, headers.get("id"), headers.get("timestamp"), Peers.ORDERS),
                sign(OTHER, headers.get("id"), headers.get("timestamp"), Peers.ORDERS));
    }

    @Test
    void repeatAfterALostAnswerHasTheSameId() {
        Channel channel = open("webhook", Direction.OUTBOUND, Map.of("url", address()), Map.of("secret", SECRET));
        var transmission = transmission();
        answer = 0;
        assertThatThrownBy(() -> transmitter.send(channel.id(), transmission)).isInstanceOf(TransientFailure.class);
        answer = 503;
        assertThatThrownBy(() -> transmitter.send(channel.id(), transmission)).isInstanceOf(TransientFailure.class);
        answer = 200;
        assertThat(transmitter.send(channel.id(), transmission)).isInstanceOf(DeliveryReceipt.Delivered.class);
        assertThat(received).extracting(r -> r.headers.get("id")).hasSizeGreaterThanOrEqualTo(3).containsOnly(transmission.messageId());
    }

    @Test
    @Timeout(20)
    void anAnswerThatTricklesHoldsNobodyUpOnceItsStatusIsThere() throws Exception {
        CountDownLatch ends = new CountDownLatch(1);
        partner.createContext("/slow", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, 1_000);
            exchange.getResponseBody().write("on its way".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                ends.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
        Channel channel = open("webhook", Direction.OUTBOUND, Map.of("url", address().replace("/in", "/slow")), Map.of("secret", SECRET));
        assertThat(transmitter.send(channel.id(), transmission())).isInstanceOfSatisfying(DeliveryReceipt.Delivered.class,
                delivered -> assertThat(delivered.evidence().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("on its way"));
        ends.countDown();
    }

    @Test
    void refusalOfThePartnerIsNotRepeated() {
        answer = 410;
        assertThat(send(SECRET)).isInstanceOf(DeliveryReceipt.Refused.class);
    }

    @Test
    void secretThatIsTooShortOpensNoChannel() {
        Channel channel = open("webhook", Direction.INBOUND, Map.of(), Map.of("secret", "whsec_c2hvcnQ="));
        assertThat(routes.states().get(channel.id()).problem()).contains("24 bytes").doesNotContain("c2hvcnQ");
    }

    @Test
    void signedDocumentIsStored() throws Exception {
        Channel channel = inbound();
        var accepted = post(channel.id(), "msg_1", now(), Peers.ORDERS, SECRET);
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.body()).contains(intake.last().id().toString());
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(intake.last().reception().organisation()).isEqualTo(channel.organisation());
        assertThat(intake.last().reception().transportMessageId()).isEqualTo("msg_1");
        assertThat(post(channel.id(), "msg_2", now(), Peers.ORDERS, OTHER).statusCode()).isEqualTo(202);
    }

    @Test
    void replayHasNoEffectAndTheFirstAnswer() throws Exception {
        Channel channel = inbound();
        String time = now();
        post(channel.id(), "msg_1", time, Peers.ORDERS, SECRET);
        var again = post(channel.id(), "msg_1", time, Peers.ORDERS, SECRET);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).contains(intake.last().id().toString()).contains("\"duplicate\":true");
        assertThat(intake.stored).hasSize(1);
        assertThat(post(channel.id(), "msg_1", time, "UNB+other'".getBytes(), SECRET).statusCode()).isEqualTo(409);
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void wrongOldOrFutureSignaturesAreRefused() throws Exception {
        Channel channel = inbound();
        long now = Instant.now().getEpochSecond();
        assertThat(post(channel.id(), "a", now(), Peers.ORDERS, "whsec_" + Base64.getEncoder().encodeToString(new byte[32])).statusCode()).isEqualTo(401);
        assertThat(post(channel.id(), "a", Long.toString(now - 400), Peers.ORDERS, SECRET).body()).contains("stale-timestamp");
        assertThat(post(channel.id(), "a", Long.toString(now + 120), Peers.ORDERS, SECRET).statusCode()).isEqualTo(401);
        assertThat(post(channel.id(), "a", "yesterday", Peers.ORDERS, SECRET).statusCode()).isEqualTo(401);
        String signature = sign(SECRET, "a", now(), Peers.ORDERS);
        assertThat(request(channel.id(), "a", now(), "UNB+changed'".getBytes(), signature).body()).contains("wrong-signature");
        assertThat(request(channel.id(), "a", now(), Peers.ORDERS, signature.substring(0, 20)).statusCode()).isEqualTo(401);
        assertThat(request(channel.id(), "b", now(), Peers.ORDERS, signature).statusCode()).isEqualTo(401);
        assertThat(intake.stored).isEmpty();
    }

    @Test
    void unknownAndClosedChannelsAreNotFound() throws Exception {
        Channel channel = inbound();
        assertThat(post(UUID.randomUUID(), "a", now(), Peers.ORDERS, SECRET).statusCode()).isEqualTo(404);
        channels.change(channel, channel.parameters(), false);
        routes.refresh();
        assertThat(post(channel.id(), "a", now(), Peers.ORDERS, SECRET).statusCode()).isEqualTo(404);
    }

    @Test
    void tooLargeAndNotStoredAreNotAcknowledged() throws Exception {
        Channel channel = open("webhook", Direction.INBOUND, Map.of("maxBytes", "50"), Map.of("secret", SECRET));
        assertThat(post(channel.id(), "a", now(), Peers.ORDERS, SECRET).statusCode()).isEqualTo(413);
        Channel other = inbound();
        intake.partnerHasToWait(true);
        var waits = post(other.id(), "a", now(), Peers.ORDERS, SECRET);
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).contains("17");
        intake.databaseIsAway(true);
        var refused = post(other.id(), "a", now(), Peers.ORDERS, SECRET);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("/api/v1/webhooks/" + other.id());
    }

    @Test
    void testOfTheConnectionPostsNothing() {
        Channel channel = open("webhook", Direction.OUTBOUND, Map.of("url", address()), Map.of("secret", SECRET));
        var steps = new ConnectionSteps();
        door.test(channel, steps);
        assertThat(steps.results()).hasSize(3).allMatch(ConnectionSteps.Result::good).last()
                .isEqualTo(new ConnectionSteps.Result(ConnectionSteps.Step.ANSWERED, true, "OPTIONS: HTTP 405"));
        assertThat(received).isEmpty();
    }

    private Channel inbound() {
        return open("webhook", Direction.INBOUND, Map.of(), Map.of("secret", SECRET, "previousSecret", OTHER));
    }

    private DeliveryReceipt send(String secret) {
        return transmitter.send(open("webhook", Direction.OUTBOUND, Map.of("url", address()), Map.of("secret", secret)).id(), transmission());
    }

    private String address() {
        return "http://127.0.0.1:" + partner.getAddress().getPort() + "/in";
    }

    private static OutboundTransmission transmission() {
        UUID id = Ids.next();
        return new OutboundTransmission(id, id + "@tradelane", "ordrsp.edi", "application/EDIFACT", () -> new ByteArrayInputStream(Peers.ORDERS));
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private HttpResponse<String> post(UUID channel, String id, String time, byte[] body, String secret) throws Exception {
        return request(channel, id, time, body, sign(secret, id, time, body));
    }

    private HttpResponse<String> request(UUID channel, String id, String time, byte[] body, String signature) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url("/api/v1/webhooks/" + channel)))
                .headers("webhook-id", id, "webhook-timestamp", time, "webhook-signature", "v1,AAAA " + signature, "Content-Type", "application/EDIFACT")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Written from the specification, without the code under test. */
    private static String sign(String secret, String id, String time, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }
}
