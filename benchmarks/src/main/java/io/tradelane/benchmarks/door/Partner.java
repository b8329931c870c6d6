package io.tradelane.benchmarks.door;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** Brightline's system: takes every delivery. */
final class Partner implements AutoCloseable {
    private final HttpServer server;

    Partner(String address) throws IOException {
        URI uri = URI.create(address);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", uri.getPort()), 50);
        server.createContext(uri.getPath(), exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.setExecutor(Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory()));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
