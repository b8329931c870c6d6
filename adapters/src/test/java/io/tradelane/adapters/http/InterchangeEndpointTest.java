package io.tradelane.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.adapters.DoorsTest;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterchangeEndpointTest extends DoorsTest {

    @Test
    void documentIsStoredAndAcceptedWithItsAddress() throws Exception {
        var answer = post(Peers.ORDERS, "Content-Type", "application/EDIFACT");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/interchanges/" + intake.last().id());
        assertThat(answer.body()).isEqualTo("{\"id\":\"" + intake.last().id() + "\",\"status\":\"RECEIVED\",\"duplicate\":false}");
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(intake.last().reception().mediaType()).isEqualTo("application/EDIFACT");
        assertThat(intake.last().reception().organisation()).isEqualTo(io.tradelane.adapters.ChannelRows.ORGANISATION);
    }

    @Test
    void repeatWithTheSameIdempotencyKeyGetsTheFirstId() throws Exception {
        post(Peers.ORDERS, "Content-Type", "application/EDIFACT", "Idempotency-Key", "\"order-1\"");
        var second = post(Peers.ORDERS, "Content-Type", "application/EDIFACT", "Idempotency-Key", "\"order-1\"");

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).contains(intake.last().id().toString()).contains("\"duplicate\":true");
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void sameKeyWithAnotherDocumentIsAConflict() throws Exception {
        post(Peers.ORDERS, "Idempotency-Key", "order-1");
        var second = post("UNB+other'".getBytes(StandardCharsets.US_ASCII), "Idempotency-Key", "order-1");

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("idempotency-key-reused");
        assertThat(intake.stored).hasSize(1);
    }

    @Test
    void anyContentTypeIsTakenButAForm() throws Exception {
        assertThat(post("{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json").statusCode()).isEqualTo(202);
        assertThat(post("<a/>".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/xml").statusCode()).isEqualTo(202);
        assertThat(post(Peers.ORDERS).statusCode()).isEqualTo(202);
        assertThat(post(Peers.ORDERS, "Content-Type", "application/x-www-form-urlencoded").statusCode()).isEqualTo(202);
        assertThat(intake.last().bytes()).isEqualTo(Peers.ORDERS);
        assertThat(post(Peers.ORDERS, "Content-Type", "multipart/form-data; boundary=x").statusCode()).isEqualTo(415);
    }

    @Test
    void emptyBodyIsRefused() throws Exception {
        var answer = post(new byte[0], "Content-Type", "application/EDIFACT");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:tradelane:problem:empty-body").contains("\"reference\"").contains("\"instance\"");
    }

    @Test
    void callerWithoutAKeyIsRefused() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url("/api/v1/interchanges")))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Peers.ORDERS)).build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void limitOfTheChannelHoldsAndChangesWithoutARestart() throws Exception {
        Channel channel = open("http", Direction.INBOUND, Map.of("maxBytes", "50"));
        var refused = post(Peers.ORDERS);
        channels.change(channel, Map.of("maxBytes", "5000"), true);
        routes.refresh();
        var accepted = post(Peers.ORDERS);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("payload-too-large");
        assertThat(accepted.statusCode()).isEqualTo(202);
    }

    @Test
    void closedChannelRefuses() throws Exception {
        Channel channel = open("http", Direction.INBOUND, Map.of());
        channels.change(channel, Map.of(), false);
        routes.refresh();
        assertThat(post(Peers.ORDERS).statusCode()).isEqualTo(403);
    }

    @Test
    void nothingIsAcceptedWhileTheDatabaseIsAway() throws Exception {
        intake.databaseIsAway(true);
        var answer = post(Peers.ORDERS);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whoIsOverItsLimitIsToldWhenToComeAgain() throws Exception {
        intake.partnerHasToWait(true);
        var answer = post(Peers.ORDERS);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("17");
        assertThat(answer.body()).contains("urn:tradelane:problem:too-many-documents");
        intake.failure.set(new Busy(Busy.Reason.MAINTENANCE, Duration.ofMinutes(30)));
        var closed = post(Peers.ORDERS);
        assertThat(closed.statusCode()).isEqualTo(503);
        assertThat(closed.headers().firstValue("Retry-After")).contains("1800");
    }

    private HttpResponse<String> post(byte[] body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url("/api/v1/interchanges"))).header("Authorization", "Bearer " + KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
