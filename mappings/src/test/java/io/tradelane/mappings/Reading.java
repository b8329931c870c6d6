package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What came of reading something, for tests. */
public record Reading(InterchangeResult interchange, List<MessageResult> messages) {

    public static Reading of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), ReadOptions.defaults());
    }

    public static Reading of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reading ofResource(String name) {
        return of(bytes(name));
    }

    public static byte[] bytes(String name) {
        try (InputStream input = Objects.requireNonNull(Reading.class.getResourceAsStream(name), name)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    public static Reading of(InputStream bytes, ReadOptions options) {
        List<MessageResult> messages = new ArrayList<>();
        try {
            return new Reading(Translator.standard().read(bytes, options, messages::add), messages);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public MessageResult only() {
        if (messages.size() != 1) {
            throw new AssertionError(messages.size() + " messages: " + interchange.findings());
        }
        return messages.getFirst();
    }

    public boolean valid() {
        return interchange.valid() && messages.stream().allMatch(MessageResult::valid);
    }

    public List<Finding> findings() {
        return Stream.concat(interchange.findings().stream(), messages.stream().flatMap(m -> m.findings().stream())).toList();
    }

    public List<String> errors() {
        return findings().stream().filter(Finding::isError).map(f -> f.code().name()).toList();
    }

    public List<String> warnings() {
        return findings().stream().filter(f -> !f.isError()).map(f -> f.code().name()).toList();
    }
}
