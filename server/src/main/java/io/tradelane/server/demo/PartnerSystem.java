package io.tradelane.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;

/** The side of a demo partner that keeps what the hub sent: files in a folder, however they came. */
final class PartnerSystem {
    private final Path received;

    PartnerSystem(Path received) {
        this.received = received;
        try {
            Files.createDirectories(received);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void keep(String fileName, byte[] bytes) throws IOException {
        Path temporary = Files.createTempFile(received, ".", ".part");
        Files.write(temporary, bytes);
        Files.move(temporary, received.resolve(fileName.replaceAll("[^A-Za-z0-9._-]", "_")), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a document came that contains all of these texts. */
    boolean has(String... texts) {
        try (Stream<Path> files = Files.list(received)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).anyMatch(file -> contains(file, texts));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean contains(Path file, String... texts) {
        try {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return Arrays.stream(texts).allMatch(content::contains);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
