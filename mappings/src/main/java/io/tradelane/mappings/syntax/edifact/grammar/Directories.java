package io.tradelane.mappings.syntax.edifact.grammar;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The UN/EDIFACT directories D93A to D21B and the service directory; each is loaded when first asked for. */
public final class Directories {

    /** Name of the service directory. */
    public static final String SERVICE = "SERVICE";

    private static final Directories STANDARD = new Directories();
    private static final List<String> RELEASED = Stream.concat(Stream.of("D93A"), IntStream.rangeClosed(1994, 2021)
                    .mapToObj(year -> "D%02d".formatted(year % 100))
                    .flatMap(year -> Stream.of(year + "A", year + "B", year + "C").filter(name -> !name.endsWith("C") || name.equals("D01C"))))
            .toList();

    private final Directory service = ServiceDirectory.read();
    private final MessageIndex index = MessageIndex.read();
    private final Map<String, Optional<Directory>> loaded = new ConcurrentHashMap<>();

    private Directories() {}

    public static Directories standard() {
        return STANDARD;
    }

    /** D93A to D21B, the oldest first. */
    public static List<String> released() {
        return RELEASED;
    }

    /** @param name D96A; anything else than a letter, two digits and a letter is not found */
    public Optional<Directory> find(String name) {
        if (name.equals(SERVICE)) {
            return Optional.of(service);
        }
        Optional<Directory> known = loaded.get(name);
        if (known != null) {
            return known;
        }
        return name.matches("D[0-9]{2}[A-C]") ? loaded.computeIfAbsent(name, this::load) : Optional.empty();
    }

    /** Whether any directory has this message. */
    public boolean knows(String message) {
        return index.knows(message);
    }

    /** That of the directories with this message which is closest to a version that is none of them. */
    public Optional<Directory> nearest(String message, String version) {
        return find(index.nearest(message, version));
    }

    /** Whether a version says of what year it is: D96A, 93 1, but not 4 0. */
    public static boolean saysYear(String version) {
        return MessageIndex.saysYear(version);
    }

    /** Envelope segments and CONTRL of ISO 9735, syntax versions 1 to 4. */
    public Directory service() {
        return service;
    }

    private Optional<Directory> load(String name) {
        try (InputStream in = Directories.class.getResourceAsStream(name + ".grammar")) {
            return in == null ? Optional.empty() : Optional.of(DirectoryFile.read(name, new BufferedInputStream(in, 1 << 16), service));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the grammar of " + name, e);
        }
    }
}
