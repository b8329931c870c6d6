package io.tradelane.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a partner's system keeps what it received, however it came: one file each. */
public final class Mailroom {
    private final Path folder;

    public Mailroom(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** A repeat under the same name replaces the first. */
    public void keep(String name, byte[] bytes) {
        try {
            Path unfinished = Files.createTempFile(folder, ".", ".part");
            Files.write(unfinished, bytes);
            Files.move(unfinished, folder.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_")), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The first document that holds all of these texts. */
    public Optional<byte[]> find(String... texts) {
        return files().stream().map(Mailroom::read).flatMap(Optional::stream)
                .filter(bytes -> Arrays.stream(texts).allMatch(new String(bytes, StandardCharsets.ISO_8859_1)::contains)).findFirst();
    }

    public List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }
}
