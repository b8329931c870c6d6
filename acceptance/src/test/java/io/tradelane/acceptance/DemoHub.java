package io.tradelane.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One demo hub whose journey has been played, shared by every class that asks for it and stopped after the last.
 * With {@code -Dtradelane.demo.home} and {@code -Dtradelane.demo.port} one that already runs is used instead.
 */
record DemoHub(Path home, int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNFINISHED = Set.of("RECEIVED", "PROCESSING");

    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DemoHub.class;
        }

        @Override
        public DemoHub resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.create(DemoHub.class))
                    .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class).hub;
        }
    }

    private record Running(DemoHub hub, AutoCloseable process) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        static Running start() {
            String home = System.getProperty("tradelane.demo.home");
            if (home != null) {
                return new Running(new DemoHub(Path.of(home), Integer.getInteger("tradelane.demo.port", 8080)), () -> {});
            }
            try {
                Path fresh = Files.createTempDirectory("tradelane-acceptance").resolve("home");
                TradelaneProcess process = TradelaneProcess.start(fresh, TradelaneProcess.freePort(), Map.of(), "demo");
                try {
                    process.awaitOutput("Every step happened.").awaitReady();
                } catch (RuntimeException neverReady) {
                    process.kill();
                    throw neverReady;
                }
                return new Running(new DemoHub(fresh, process.port), process);
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException("the demo does not start", failure);
            }
        }

        @Override
        public void close() throws Exception {
            process.close();
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    String key(String organisation) {
        return find("apiKeys", "organisation", organisation).get("key").asText();
    }

    String password(String email) {
        return find("signIns", "email", email).get("password").asText();
    }

    /** Posts an interchange and waits for what becomes of it. */
    JsonNode processed(String key, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                request("/api/v1/interchanges", key).header("Content-Type", "application/EDIFACT").POST(body).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new AssertionError("answered " + answer.statusCode() + " " + answer.body());
        }
        return await("/api/v1/interchanges/" + JSON.readTree(answer.body()).get("id").asText(), key,
                interchange -> !UNFINISHED.contains(interchange.get("status").asText()));
    }

    JsonNode await(String path, String key, Predicate<JsonNode> condition) {
        return Awaitility.await(path).atMost(TradelaneProcess.PATIENCE).pollInterval(Duration.ofMillis(100))
                .until(() -> get(path, key), condition);
    }

    JsonNode get(String path, String key) throws IOException, InterruptedException {
        return JSON.readTree(bytes(path, key));
    }

    /** A command in JSON that has to succeed. */
    JsonNode post(String path, String key, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                request(path, key).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    byte[] bytes(String path, String key) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(request(path, key).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** @param version of what is changed, for If-Match; 0: it is new */
    JsonNode post(String path, String key, int version, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, key).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        if (version > 0) {
            request.header("If-Match", "\"" + version + "\"");
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofMinutes(2)).header("Authorization", "Bearer " + key);
    }

    private JsonNode find(String list, String field, String value) {
        try {
            for (JsonNode each : JSON.readTree(home.resolve("demo.json").toFile()).get(list)) {
                if (each.get(field).asText().equals(value)) {
                    return each;
                }
            }
        } catch (IOException failure) {
            throw new IllegalStateException("demo.json cannot be read", failure);
        }
        throw new IllegalArgumentException("no " + value + " in " + list);
    }
}
