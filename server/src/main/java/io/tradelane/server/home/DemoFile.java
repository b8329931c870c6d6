package io.tradelane.server.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code HOME/demo.json}, mode 0600: sign-ins, API keys and the doors' addresses of the demo. The only place besides
 * the terminal where they are readable.
 */
public final class DemoFile {

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private final Path file;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    DemoFile(Home home) {
        this.file = home.file("demo.json");
    }

    public Path path() {
        return file;
    }

    /** @return what an earlier start wrote, or nothing */
    public Optional<Map<String, Object>> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(json.readValue(file.toFile(), CONTENT));
    }

    /** Replaces the whole file. Records, maps, lists and plain values are written as JSON. */
    public void write(Object content) {
        try {
            PrivateFiles.write(file, json.writeValueAsString(content) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
