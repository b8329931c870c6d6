package io.tradelane.benchmarks.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The partners' systems: those that take a delivery at once, one that answers a byte a second, and an address where nobody answers at all. */
final class Receivers implements AutoCloseable {
    private static final Pattern ANSWERED = Pattern.compile("UCI\\+([A-Z0-9]+)\\+");
    private final HttpServer server;
    private final ServerSocket silent;
    private final List<Socket> filling = new ArrayList<>();
    /** When the CONTRL for an interchange came, in nanoseconds, by its reference. */
    final Map<String, Long> answered = new ConcurrentHashMap<>();

    Receivers() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 500);
        server.createContext("/quick", this::take);
        server.createContext("/slow", this::trickle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        fill();
    }

    /** Connections that nobody accepts, until the system answers no more. */
    private void fill() throws IOException {
        for (int i = 0; i < 16; i++) {
            Socket socket = new Socket();
            filling.add(socket);
            try {
                socket.connect(silent.getLocalSocketAddress(), 200);
            } catch (IOException full) {
                return;
            }
        }
    }

    String quick(int number) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/quick/" + number;
    }

    String slow() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/slow";
    }

    String dead() {
        return "http://127.0.0.1:" + silent.getLocalPort() + "/dead";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            long now = System.nanoTime();
            Matcher reference = ANSWERED.matcher(text);
            if (reference.find()) {
                answered.putIfAbsent(reference.group(1), now);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void trickle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            TimeUnit.SECONDS.sleep(20);
            exchange.sendResponseHeaders(200, 60);
            for (int i = 0; i < 60; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        for (Socket socket : filling) {
            socket.close();
        }
        silent.close();
    }
}
