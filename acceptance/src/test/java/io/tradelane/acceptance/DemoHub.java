package io.tradelane.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One demo hub whose journey has been played, shared by every class that asks for it and stopped after the last.
 * With {@code -Dtradelane.demo.home} and {@code -Dtradelane.demo.port} one that already runs is used instead.
 */
record DemoHub(Path home, int port) {

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

    private JsonNode find(String list, String field, String value) {
        try {
            for (JsonNode each : new ObjectMapper().readTree(home.resolve("demo.json").toFile()).get(list)) {
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
