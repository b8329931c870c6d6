package io.tradelane.adapters.as2;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between two AS2 products: loses the first answer, or changes a byte of every body. */
final class Meddler implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OF_THE_CONNECTION.addAll(Set.of("Host", "Connection", "Content-Length", "Transfer-Encoding", "TE", "Upgrade", "Date"));
    }

    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI target;
    private final boolean tampers;
    final AtomicInteger passed = new AtomicInteger();

    Meddler(URI target, boolean tampers) throws IOException {
        this.target = target;
        this.tampers = tampers;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/as2";
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (tampers) {
            tamper(body);
        }
        var request = HttpRequest.newBuilder(target).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try (exchange) {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (passed.incrementAndGet() == 1 && !tampers) {
                exchange.sendResponseHeaders(502, -1);
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name)) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the order, which stands in clear in a message that is only signed. */
    private static void tamper(byte[] body) {
        for (int i = 0; i + 3 < body.length; i++) {
            if (body[i] == 'P' && body[i + 1] == 'O' && body[i + 2] == '-') {
                body[i + 3]++;
                return;
            }
        }
        throw new IllegalStateException("There is no order number in clear to change");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
