package io.tradelane.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The executable as an operator starts it: a process of its own, spoken to through its doors only. */
final class TradelaneProcess implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    final Path home;
    final int port;
    private final Process process;

    private TradelaneProcess(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    static TradelaneProcess start(Path home, int port, Map<String, String> environment, String... words) throws IOException {
        // Started a dozen times, each for a minute: what the first one's classes looked like in memory, and code that is compiled quickly.
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                "-XX:TieredStopAtLevel=1", "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + Path.of("target", "tradelane.jsa").toAbsolutePath(),
                "-Xlog:disable", "-jar", jar().toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString(), "--port", Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()));
        builder.environment().putAll(environment);
        return new TradelaneProcess(home, port, builder.start());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path log(Path home) {
        File file = home.resolveSibling(home.getFileName() + ".log").toFile();
        file.getParentFile().mkdirs();
        return file.toPath();
    }

    String output() throws IOException {
        return Files.readString(log(home));
    }

    private static Path jar() {
        Path jar = Path.of("..", "server", "target", "tradelane.jar").toAbsolutePath().normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("build the executable first: " + jar);
        }
        return jar;
    }

    TradelaneProcess awaitReady() {
        Awaitility.await("ready").atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended with " + process.exitValue() + ", see " + log(home));
            }
            return status("/actuator/health/readiness") == 200;
        });
        return this;
    }

    /** Waits until the output says so. */
    TradelaneProcess awaitOutput(String text) {
        Awaitility.await(text).atMost(PATIENCE.multipliedBy(2)).pollInterval(Duration.ofMillis(250)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended with " + process.exitValue() + " before saying " + text + ", see " + log(home));
            }
            return output().contains(text);
        });
        return this;
    }

    /** @return exit status */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running, see " + log(home));
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    JsonNode demo() throws IOException {
        return JSON.readTree(home.resolve("demo.json").toFile());
    }

    String key(String organisation) throws IOException {
        for (JsonNode key : demo().get("apiKeys")) {
            if (key.get("organisation").asText().equals(organisation)) {
                return key.get("key").asText();
            }
        }
        throw new IllegalArgumentException("no API key of " + organisation);
    }

    JsonNode signIn(String email) throws IOException {
        for (JsonNode signIn : demo().get("signIns")) {
            if (signIn.get("email").asText().equals(email)) {
                return signIn;
            }
        }
        throw new IllegalArgumentException("no sign-in " + email);
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    int status(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address(path))).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    HttpResponse<String> post(String path, String key, String mediaType, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode get(String path, String key) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(URI.create(address(path)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json")
                .build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.createObjectNode().put("status", response.statusCode());
    }

    JsonNode await(String path, String key, Predicate<JsonNode> condition) {
        return Awaitility.await(path).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                .until(() -> get(path, key), condition);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
