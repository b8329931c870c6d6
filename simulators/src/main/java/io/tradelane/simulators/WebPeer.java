package io.tradelane.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's web server on this machine. */
public class WebPeer implements AutoCloseable {
    protected static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpServer server;

    /** Answers one request; what it throws is answered 500. */
    @FunctionalInterface
    public interface Action {
        Answer answer(HttpExchange request) throws IOException;
    }

    public record Answer(int status, String type, byte[] body, Map<String, String> headers) {

        public static Answer of(int status) {
            return new Answer(status, "text/plain", new byte[0], Map.of());
        }

        public static Answer json(int status, Object body, Map<String, String> headers) {
            return new Answer(status, "application/json", JSON.writeValueAsBytes(body), headers);
        }
    }

    /** @param port 0: any free one; then see {@link #address} */
    protected WebPeer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    protected final void serve(String path, Action action) {
        server.createContext(path, exchange -> {
            try (exchange) {
                Answer answer;
                try {
                    answer = action.answer(exchange);
                } catch (IOException | RuntimeException broken) {
                    answer = new Answer(500, "text/plain", String.valueOf(broken.getMessage()).getBytes(StandardCharsets.UTF_8), Map.of());
                }
                exchange.getResponseHeaders().set("Content-Type", answer.type);
                answer.headers.forEach(exchange.getResponseHeaders()::set);
                boolean empty = answer.body.length == 0 || exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(answer.status, empty ? -1 : answer.body.length);
                if (!empty) {
                    exchange.getResponseBody().write(answer.body);
                }
            }
        });
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    protected static String body(HttpExchange request) throws IOException {
        return new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    protected static JsonNode json(HttpExchange request) throws IOException {
        return JSON.readTree(body(request));
    }

    protected static boolean isBasic(HttpExchange request, String user, String password) {
        String expected = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return expected.equals(request.getRequestHeaders().getFirst("Authorization"));
    }

    protected static Map<String, String> form(@Nullable String text) {
        var values = new HashMap<String, String>();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            String[] halves = pair.split("=", 2);
            values.put(URLDecoder.decode(halves[0], StandardCharsets.UTF_8), halves.length > 1 ? URLDecoder.decode(halves[1], StandardCharsets.UTF_8) : "");
        }
        return values;
    }

    protected static Map<String, String> query(HttpExchange request) {
        return form(request.getRequestURI().getRawQuery());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
