package io.tradelane.mappings;

import java.util.Locale;
import java.util.Optional;

/**
 * What a document can be written as.
 *
 * @param version the directory, for example D96A; the basic type of an IDoc, ORDERS05, or ORDERS05-FLAT; of other formats, their own, or empty
 */
public record Target(Format format, String version) {
    public static final Target JSON = new Target(Format.JSON, "");
    /** Ends the version of an IDoc that is written as records. */
    static final String FLAT = "-FLAT";

    public static Target edifact(String directory) {
        return new Target(Format.EDIFACT, directory);
    }

    /** Reads {@code edifact:d01b}, {@code D01B}, {@code x12:005010}, {@code json}. */
    public static Optional<Target> parse(String text) {
        return Catalogue.families().stream().flatMap(family -> family.target(text.strip()).stream()).findFirst();
    }

    public String mediaType() {
        return isXmlIdoc() ? "application/xml" : format.mediaType();
    }

    /** Of a file's name, without the point. */
    public String ending() {
        return isXmlIdoc() ? "xml" : format.ending();
    }

    private boolean isXmlIdoc() {
        return format == Format.IDOC && !version.endsWith(FLAT);
    }

    @Override
    public String toString() {
        String name = format.name().toLowerCase(Locale.ROOT);
        return version.isEmpty() ? name : name + ":" + version;
    }
}
