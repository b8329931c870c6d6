package io.tradelane.adapters.sftpserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one partner sees, and what is known of it.
 *
 * @param home its root: {@code in} to put files, {@code out} to fetch them; nothing else is there
 * @param waiting outside of it: one file for each in {@code out} that was not fetched yet, with channel and message id
 */
record Jail(Path home, Path waiting) {
    static final String IN = "in";
    static final String OUT = "out";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".temp", ".filepart", ".uploading", ".writing");

    void make() throws IOException {
        Files.createDirectories(home.resolve(IN));
        Files.createDirectories(home.resolve(OUT));
        Files.createDirectories(waiting);
    }

    Path in() {
        return home.resolve(IN);
    }

    Path out() {
        return home.resolve(OUT);
    }

    /** Removes what was fetched and is still there, because the partner or this process was gone too soon. */
    void sweep() throws IOException {
        try (var files = Files.list(out())) {
            for (Path file : files.filter(f -> !Files.exists(waiting.resolve(f.getFileName()))).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Removes parts of files that nobody has gone on with for a week. */
    void forgetParts(Instant now) throws IOException {
        try (var files = Files.list(in())) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(now.minus(KEPT))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The name of a file directly in the directory; empty for anything else. @param shown path as the partner sees it */
    static Optional<String> nameIn(String directory, Path shown) {
        Path path = shown.toAbsolutePath().normalize();
        return path.getNameCount() == 2 && path.getName(0).toString().equals(directory)
                        && path.getName(1).toString().matches("[^/\\\\\\p{Cntrl}]{1,200}")
                ? Optional.of(path.getName(1).toString()) : Optional.empty();
    }

    /** Whether the sender is going to rename it. */
    static boolean unfinished(String name) {
        return name.startsWith(".") || UNFINISHED.stream().anyMatch(name.toLowerCase(java.util.Locale.ROOT)::endsWith);
    }
}
