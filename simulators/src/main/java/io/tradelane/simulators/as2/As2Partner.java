package io.tradelane.simulators.as2;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.adapters.as2.message.Disposition;
import io.tradelane.adapters.as2.message.Entity;
import io.tradelane.adapters.as2.message.Headers;
import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.MessageReader;
import io.tradelane.adapters.as2.message.MessageWriter;
import io.tradelane.adapters.as2.message.Mic;
import io.tradelane.adapters.as2.message.Policy;
import io.tradelane.adapters.as2.message.Protection;
import io.tradelane.adapters.as2.message.Receipt;
import io.tradelane.adapters.as2.message.ReceiptRequest;
import io.tradelane.adapters.as2.message.Refused;
import io.tradelane.simulators.Mailroom;
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
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * A partner that sends and receives by AS2. What it gets must be signed and encrypted; it answers with a signed receipt in the HTTP
 * answer, and a repeated Message-ID with the same receipt again.
 */
public final class As2Partner implements AutoCloseable {
    private static final long MAX_BYTES = 100_000_000;

    private final String name;
    private final String hubName;
    private final Identity own;
    private final X509Certificate hub;
    private final Mailroom mailroom;
    private final HttpServer server;
    private final Map<String, Entity> answered = new java.util.concurrent.ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param port 0: any free one; then see {@link #address} */
    public As2Partner(String name, String hubName, Identity own, X509Certificate hub, Mailroom mailroom, int port) throws IOException {
        this.name = name;
        this.hubName = hubName;
        this.own = own;
        this.hub = hub;
        this.mailroom = mailroom;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        server.createContext("/as2", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/as2");
    }

    /**
     * Sends and waits for the signed receipt, which is kept in the mailroom.
     *
     * @param messageId without angle brackets; the same for a repeat
     * @throws IOException when the answer is no signed receipt, or its signature, message id or MIC is wrong
     */
    public Receipt send(URI hubAddress, String messageId, byte[] document, String mediaType, Protection protection)
            throws IOException, InterruptedException {
        var outgoing = MessageWriter.write(MessageWriter.payload(document, mediaType, "document.edi"), protection, own, hub);
        var request = HttpRequest.newBuilder(hubAddress).timeout(Duration.ofSeconds(30))
                .header("AS2-Version", "1.2").header("AS2-From", name).header("AS2-To", hubName)
                .header("Message-ID", "<" + messageId + ">")
                .POST(HttpRequest.BodyPublishers.ofByteArray(outgoing.wire().body()));
        copy(outgoing.wire().headers(), request);
        copy(new ReceiptRequest(true, Digest.SHA_256, null).headers(name), request);
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith("multipart/")) {
            throw new IOException("The hub answered HTTP " + response.statusCode() + " without a receipt");
        }
        Entity answer = Entity.of(Headers.of("Content-Type", type), response.body());
        Receipt receipt = Receipt.read(answer, List.of(hub), Instant.now());
        Mic mic = receipt.mic();
        Mic expected = mic == null ? null : outgoing.expectedMics().get(mic.digest());
        boolean proved = mic != null && expected != null && mic.matches(expected);
        if (receipt.signedBy() == null || !receipt.originalMessageId().equals("<" + messageId + ">")
                || receipt.disposition().accepted() && !proved) {
            throw new IOException("The hub's receipt proves nothing: " + receipt.disposition());
        }
        mailroom.keep("receipt-" + messageId + ".eml", answer.bytes());
        return receipt;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String messageId = exchange.getRequestHeaders().getFirst("Message-ID");
            var wire = entity(exchange);
            Entity answer = answered.computeIfAbsent(messageId == null ? "<" + UUID.randomUUID() + ">" : messageId, id -> receipt(id, wire));
            answer.headers().fields().forEach(f -> exchange.getResponseHeaders().set(f.name(), f.value()));
            exchange.getResponseHeaders().set("AS2-From", name);
            exchange.getResponseHeaders().set("AS2-To", hubName);
            exchange.getResponseHeaders().set("AS2-Version", "1.2");
            byte[] body = answer.body();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Entity receipt(String messageId, Entity wire) {
        try {
            var policy = new Policy(true, true, List.of(own), List.of(hub), MAX_BYTES, Instant.now());
            MessageReader.Incoming message = MessageReader.read(wire, policy);
            mailroom.keep(messageId + ".edi", message.payload().content());
            return new Receipt(messageId, name, Disposition.PROCESSED, message.mic(Digest.SHA_256), "Received.").write(own, Digest.SHA_256);
        } catch (Refused refused) {
            return new Receipt(messageId, name, refused.disposition(), null, String.valueOf(refused.getMessage()))
                    .write(own, Digest.SHA_256);
        }
    }

    private static Entity entity(HttpExchange exchange) throws IOException {
        var fields = new ArrayList<Headers.Field>();
        exchange.getRequestHeaders().forEach((field, values) -> fields.add(new Headers.Field(field, values.getFirst())));
        return Entity.of(new Headers(fields), exchange.getRequestBody().readAllBytes());
    }

    private static void copy(Headers headers, HttpRequest.Builder request) {
        headers.fields().forEach(f -> request.header(f.name(), f.value()));
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
