package io.tradelane.simulators.carrier;

import com.sun.net.httpserver.HttpExchange;
import io.tradelane.simulators.Mailroom;
import io.tradelane.simulators.WebPeer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A carrier. Transport orders come as JSON at {@code /v1/transport-orders} or as EDI at {@code /edi}; where goods are is asked for at
 * {@code /v1/events?since=}, or pushed as Standard Webhooks.
 */
public final class CarrierService extends WebPeer {
    public static final String KEY = "carrier-demo-key";
    private final Mailroom mailroom;
    private final List<JsonNode> orders = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public CarrierService(Mailroom mailroom, int port) {
        super(port);
        this.mailroom = mailroom;
        serve("/v1/transport-orders", this::order);
        serve("/v1/events", this::events);
        serve("/edi", this::edi);
    }

    public synchronized List<JsonNode> orders() {
        return List.copyOf(orders);
    }

    /** Something happened to a shipment. @param reference the shipper's number @return the event, as it is shown */
    public synchronized Map<String, Object> report(String reference, String status, OffsetDateTime at, String place, @Nullable String reason) {
        var event = new LinkedHashMap<String, Object>();
        event.put("id", "E" + (events.size() + 1));
        event.put("shipment", "TRK-" + reference);
        event.put("reference", reference);
        event.put("status", status);
        event.put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("place", place);
        if (reason != null) {
            event.put("reason", reason);
        }
        events.add(event);
        return event;
    }

    /** Pushes an event. @param secret {@code whsec_} and base 64 @return the status of the answer */
    public int push(URI hub, String secret, Map<String, Object> event) throws IOException, InterruptedException {
        byte[] body = JSON.writeValueAsBytes(event);
        String id = "evt_" + event.get("id");
        String time = Long.toString(System.currentTimeMillis() / 1000);
        var request = HttpRequest.newBuilder(hub).timeout(Duration.ofSeconds(30)).header("Content-Type", "application/json").header("webhook-id", id)
                .header("webhook-timestamp", time).header("webhook-signature", "v1," + sign(secret, id + "." + time + ".", body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String sign(String secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An event as EDI: IFTSTA D96A. @param sender GLN of the carrier @param status code of UN/EDIFACT data element 9011 @param day yyyyMMdd */
    public static byte[] iftsta(String sender, String receiver, String reference, String number, String status, String day) {
        String text = """
                UNB+UNOC:3+%1$s:14+%2$s:14+%7$s:0800+%4$s++IFTSTA'
                UNH+1+IFTSTA:D:96A:UN'
                BGM+23+%4$s+9'
                DTM+137:%6$s:102'
                CNI+1+%3$s'
                STS+1+%5$s'
                DTM+334:%6$s1700:203'
                UNT+7+1'
                UNZ+1+%4$s'
                """.formatted(sender, receiver, reference, number, status, day, day.substring(2));
        return text.replace("\n", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isKnown(HttpExchange request) {
        return KEY.equals(request.getRequestHeaders().getFirst("X-API-Key"));
    }

    private synchronized Answer order(HttpExchange request) throws IOException {
        if (!isKnown(request)) {
            return Answer.of(401);
        }
        JsonNode order = json(request);
        if (order.path("reference").asString("").isEmpty()) {
            return Answer.json(422, Map.of("error", "reference is missing"), Map.of());
        }
        orders.removeIf(known -> known.path("reference").equals(order.path("reference")));
        orders.add(order);
        return Answer.json(201, Map.of("id", "TRK-" + order.path("reference").asString(), "status", "accepted"), Map.of());
    }

    private synchronized Answer events(HttpExchange request) {
        if (!isKnown(request)) {
            return Answer.of(401);
        }
        int since = Integer.parseInt(query(request).getOrDefault("since", "0"));
        List<Map<String, Object>> page = events.stream().skip(since).limit(2).toList();
        return Answer.json(200, Map.of("events", page, "next", Integer.toString(since + page.size())), Map.of());
    }

    private Answer edi(HttpExchange request) throws IOException {
        mailroom.keep(String.valueOf(request.getRequestHeaders().getFirst("Message-Id")) + ".edi", request.getRequestBody().readAllBytes());
        return Answer.of(204);
    }

    @Override
    public void close() {
        super.close();
        client.close();
    }
}
