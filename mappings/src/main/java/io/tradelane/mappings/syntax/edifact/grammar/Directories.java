package io.tradelane.mappings.syntax.edifact.grammar;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The UN/EDIFACT directories D93A to D21B and the service directory; each is loaded when first asked for. */
public final class Directories {

    /** Name of the service directory. */
    public static final String SERVICE = "SERVICE";

    private static final List<String> RELEASED = namesOfReleased();

    /** Read when first asked for: who has no UN/EDIFACT knows the directories only by name. */
    private static final class Holder {
        static final Directories STANDARD = new Directories();
    }

    private final Directory service = ServiceDirectory.read();
    private final MessageIndex index = MessageIndex.read();
    private final Map<String, Optional<Directory>> loaded = new ConcurrentHashMap<>();

    private Directories() {}

    public static Directories standard() {
        return Holder.STANDARD;
    }

    /** D93A to D21B, the oldest first. */
    public static List<String> released() {
        return RELEASED;
    }

    private static List<String> namesOfReleased() {
        List<String> names = new ArrayList<>(List.of("D93A"));
        for (int year = 1994; year <= 2021; year++) {
            String name = "D" + year / 10 % 10 + year % 10;
            names.add(name + "A");
            names.add(name + "B");
            if (year == 2001) {
                names.add(name + "C");
            }
        }
        return List.copyOf(names);
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

    /** Whether a version means this directory, however it is written: 096A is D96A. */
    public static boolean means(String version, String directory) {
        return MessageIndex.means(version, directory);
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
