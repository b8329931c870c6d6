package io.tradelane.mappings;

/** What some bytes are, told from the bytes alone. */
public enum Format {
    /** UN/EDIFACT, ISO 9735. */
    EDIFACT(true),
    /** ISO 20022 camt.054. */
    CAMT(true),
    /** The canonical JSON of a document. */
    JSON(true),
    /** ANSI ASC X12: recognised, not read. */
    X12(false),
    /** TRADACOMS: recognised, not read. */
    TRADACOMS(false),
    /** SWIFT MT: recognised, not read. */
    SWIFT_MT(false),
    /** Some other XML. */
    XML(false),
    UNKNOWN(false);

    private final boolean readable;

    Format(boolean readable) {
        this.readable = readable;
    }

    public boolean readable() {
        return readable;
    }
}
