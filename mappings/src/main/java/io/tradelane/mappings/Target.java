package io.tradelane.mappings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document can be written as.
 *
 * @param version the directory, for example D96A; of other formats, its own, or empty
 */
public record Target(Format format, String version) {
    public static final Target JSON = new Target(Format.JSON, "");

    private static final Pattern TEXT =
            Pattern.compile("(?:(?:UN/?)?EDIFACT[:\\-_/ ]?)?([DS]?\\.?\\d\\d[ABC])", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAMT_TEXT =
            Pattern.compile("(?:CAMT|CAMT\\.054|ISO20022:CAMT\\.054)(?:[.:\\-](?:001\\.)?(\\d\\d))?", Pattern.CASE_INSENSITIVE);

    public static Target edifact(String directory) {
        return new Target(Format.EDIFACT, directory);
    }

    /** Reads {@code edifact:d01b}, {@code edifact-d96a}, {@code D01B}, {@code json}, {@code camt.054}. */
    public static Optional<Target> parse(String text) {
        if (text.equalsIgnoreCase("json")) {
            return Optional.of(JSON);
        }
        Matcher directory = TEXT.matcher(text);
        if (directory.matches()) {
            String version = directory.group(1).replace(".", "").toUpperCase(Locale.ROOT);
            return Optional.of(edifact(version.length() == 3 ? "D" + version : version));
        }
        Matcher camt = CAMT_TEXT.matcher(text);
        if (camt.matches()) {
            return Optional.of(new Target(Format.CAMT, camt.group(1) == null ? "08" : camt.group(1)));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        String name = format.name().toLowerCase(Locale.ROOT);
        return version.isEmpty() ? name : name + ":" + version;
    }
}
