package io.tradelane.server.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** Brightline's ERP: takes documents by HTTP POST and keeps each under the name the hub gives it. */
final class BrightlineErp implements AutoCloseable {
    private final HttpServer server;
    private final PartnerSystem system;

    BrightlineErp(String address, PartnerSystem system) throws IOException {
        URI uri = URI.create(address);
        this.system = system;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", uri.getPort()), 50);
        server.createContext(uri.getPath(), this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            String id = exchange.getRequestHeaders().getOrDefault("Message-Id", java.util.List.of("document-" + bytes.length)).getFirst();
            system.keep(id + ".edi", bytes);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
