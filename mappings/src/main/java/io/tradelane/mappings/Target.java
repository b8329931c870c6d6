package io.tradelane.mappings;

import java.util.Locale;
import java.util.Optional;

/**
 * What a document can be written as.
 *
 * @param version the directory, for example D96A; of other formats, its own, or empty
 */
public record Target(Format format, String version) {
    public static final Target JSON = new Target(Format.JSON, "");

    public static Target edifact(String directory) {
        return new Target(Format.EDIFACT, directory);
    }

    /** Reads {@code edifact:d01b}, {@code D01B}, {@code x12:005010}, {@code json}. */
    public static Optional<Target> parse(String text) {
        return Catalogue.families().stream().flatMap(family -> family.target(text.strip()).stream()).findFirst();
    }

    @Override
    public String toString() {
        String name = format.name().toLowerCase(Locale.ROOT);
        return version.isEmpty() ? name : name + ":" + version;
    }
}
