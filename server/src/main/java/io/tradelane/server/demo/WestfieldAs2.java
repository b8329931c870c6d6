package io.tradelane.server.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradelane.adapters.as2.message.Cipher;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.MessageReader;
import io.tradelane.adapters.as2.message.MessageWriter;
import io.tradelane.adapters.as2.message.Policy;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.adapters.as2.message.ReceiptRequest;
import io.tradelane.adapters.as2.message.Refused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/** Westfield's AS2 server and client (RFC 4130): signs and encrypts what it sends, answers what it gets with a signed receipt. */
final class WestfieldAs2 implements AutoCloseable {
    private static final long MAX_BYTES = 10_000_000;
    private static final Set<String> OF_THE_CLIENT = Set.of("host", "connection", "content-length", "date");

    private final URI hub;
    private final Identity own;
    private final X509Certificate hubCertificate;
    private final PartnerSystem system;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    WestfieldAs2(DemoAddresses addresses, Map<String, String> keys, PartnerSystem system) throws IOException {
        this.hub = URI.create(addresses.portal() + "/as2");
        this.own = new Identity(
                Identities.privateKey(keys.get("key")), Identities.certificates(keys.get("certificate")).getFirst());
        this.hubCertificate = Identities.certificates(keys.get("hubCertificate")).getFirst();
        this.system = system;
        URI address = URI.create(addresses.westfieldAs2());
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 50);
        server.createContext(address.getPath(), this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** @throws IOException unless the hub's signed receipt says that it has processed just these bytes */
    void send(byte[] document) throws IOException, InterruptedException {
        MessageWriter.Outgoing message = MessageWriter.write(
                MessageWriter.payload(document, "application/EDIFACT", "orders.edi"),
                new Protection(Digest.SHA_256, Cipher.AES_256_CBC, false), own, hubCertificate);
        String messageId = "<" + Integer.toHexString(java.util.Arrays.hashCode(document)) + "@westfield.example>";
        HttpRequest.Builder request = HttpRequest.newBuilder(hub)
                .timeout(Duration.ofSeconds(30))
                .header("AS2-Version", "1.2")
                .header("AS2-From", DemoKeys.WESTFIELD)
                .header("AS2-To", DemoKeys.HUB)
                .header("Message-ID", messageId)
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.wire().body()));
        copy(message.wire().headers(), request);
        copy(new ReceiptRequest(true, Digest.SHA_256, null).headers("edi@westfield.example"), request);
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        Entity answer = entity(response.headers().map(), response.body());
        Receipt receipt = Receipt.read(answer, List.of(hubCertificate), Instant.now());
        if (!receipt.disposition().accepted() || receipt.mic() == null
                || !receipt.mic().matches(message.expectedMics().get(receipt.mic().digest()))) {
            throw new IOException("the hub's receipt says " + receipt.disposition() + " " + receipt.text());
        }
        system.keep("MDN-" + messageId + ".eml", answer.bytes());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Entity wire = entity(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
            String messageId = wire.headers().first("Message-ID").orElse("");
            Receipt receipt;
            try {
                MessageReader.Incoming message = MessageReader.read(
                        wire, new Policy(true, true, List.of(own), List.of(hubCertificate), MAX_BYTES, Instant.now()));
                system.keep(messageId + ".edi", message.payload().content());
                receipt = new Receipt(messageId, DemoKeys.WESTFIELD, Disposition.PROCESSED, message.mic(Digest.SHA_256), "Received");
            } catch (Refused refused) {
                receipt = new Receipt(messageId, DemoKeys.WESTFIELD, refused.disposition(), null, String.valueOf(refused.getMessage()));
            }
            Entity answer = receipt.write(own, Digest.SHA_256);
            answer.headers().fields().forEach(field -> exchange.getResponseHeaders().set(field.name(), field.value()));
            exchange.getResponseHeaders().set("AS2-From", DemoKeys.WESTFIELD);
            exchange.getResponseHeaders().set("AS2-To", DemoKeys.HUB);
            byte[] body = answer.body();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Entity entity(Map<String, List<String>> headers, byte[] body) {
        List<String> pairs = new ArrayList<>();
        headers.forEach((name, values) -> {
            if (!name.startsWith(":") && !values.isEmpty()) {
                pairs.add(name);
                pairs.add(values.getFirst());
            }
        });
        return Entity.of(Headers.of(pairs.toArray(String[]::new)), body);
    }

    private static void copy(Headers headers, HttpRequest.Builder request) {
        headers.fields().stream()
                .filter(field -> !OF_THE_CLIENT.contains(field.name().toLowerCase(java.util.Locale.ROOT)))
                .forEach(field -> request.header(field.name(), field.value()));
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
