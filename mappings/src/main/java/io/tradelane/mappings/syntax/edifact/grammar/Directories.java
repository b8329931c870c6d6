package io.tradelane.mappings.syntax.edifact.grammar;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The UN/EDIFACT directories D93A to D21B and the service directory; each is loaded when first asked for. */
public final class Directories {

    /** Name of the service directory. */
    public static final String SERVICE = "SERVICE";

    private static final Directories STANDARD = new Directories();

    private final Directory service = ServiceDirectory.read();
    private final Map<String, Optional<Directory>> loaded = new ConcurrentHashMap<>();

    private Directories() {}

    public static Directories standard() {
        return STANDARD;
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
