package io.tradelane.simulators.erp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradelane.simulators.Mailroom;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;

/** An ERP that speaks HTTP: it posts its documents to the hub and takes posts from it. */
public final class ErpService implements AutoCloseable {
    private final Mailroom mailroom;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param port 0: any free one; then see {@link #address} */
    public ErpService(Mailroom mailroom, int port) throws IOException {
        this.mailroom = mailroom;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        server.createContext("/documents", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/documents");
    }

    /** @return the body of the answer 202 */
    public String post(URI hub, String apiKey, String mediaType, String idempotencyKey, byte[] document)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(hub).timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", mediaType).header("Idempotency-Key", '"' + idempotencyKey + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(document)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("The hub answered HTTP " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] document = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("Message-Id");
            if (!exchange.getRequestMethod().equals("POST") || id == null) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            mailroom.keep(id + ".edi", document);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
