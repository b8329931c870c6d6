package io.tradelane.mappings.syntax.edifact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The character repertoires of ISO 9735, by their syntax identifier (data element 0001). */
public enum CharacterSet {
    UNOA("US-ASCII", " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-()/='+:?!\"%&*;<>"),
    UNOB("US-ASCII", null),
    UNOC("ISO-8859-1", null),
    UNOD("ISO-8859-2", null),
    UNOE("ISO-8859-5", null),
    UNOF("ISO-8859-7", null),
    UNOG("ISO-8859-3", null),
    UNOH("ISO-8859-4", null),
    UNOI("ISO-8859-6", null),
    UNOJ("ISO-8859-8", null),
    UNOK("ISO-8859-9", null),
    UNOL("ISO-8859-15", null),
    UNOW("UTF-8", null),
    UNOX("ISO-8859-1", null),
    UNOY("UTF-8", null);

    private static final Map<String, CharacterSet> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, set -> set));

    private final Charset charset;
    private final boolean[] foreign = new boolean[256];

    CharacterSet(String charset, @org.jspecify.annotations.Nullable String repertoire) {
        this.charset = Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.ISO_8859_1;
        for (int b = 0; b < 256; b++) {
            foreign[b] = repertoire != null ? repertoire.indexOf(b) < 0 : b < 0x20 || !allowsHigh(b);
        }
    }

    private boolean allowsHigh(int b) {
        return b < 0x80 || isMultiByte() || !charset.equals(StandardCharsets.US_ASCII) && b >= 0xa0;
    }

    public static Optional<CharacterSet> of(String identifier) {
        return Optional.ofNullable(BY_NAME.get(identifier));
    }

    /** All identifiers, for a person. */
    static String known() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    public Charset charset() {
        return charset;
    }

    /** One character may take several bytes. */
    boolean isMultiByte() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** The byte cannot be (a part of) a character of this set. */
    boolean isForeign(int b) {
        return foreign[b & 0xff];
    }
}
