package io.tradelane.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** The ERP of Brightline while the demo is not running: keeps every delivery, repeated ones too. */
final class KillErp implements AutoCloseable {
    private final HttpServer server;
    private final ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();

    KillErp(String address) throws IOException {
        URI uri = URI.create(address);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", uri.getPort()), 50);
        server.createContext(uri.getPath(), this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** @param messageId by which a receiver knows a repeat */
    record Delivery(String messageId, String content) {}

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            deliveries.add(new Delivery(String.valueOf(exchange.getRequestHeaders().getFirst("Message-Id")), content));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** Documents with this text, a repeat (same Message-Id, same bytes) counted once. */
    List<Delivery> documents(String text) {
        return deliveries.stream().filter(delivery -> delivery.content().contains(text)).distinct().toList();
    }

    /** How often the hub delivered, repeats counted. */
    int deliveries() {
        return deliveries.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
