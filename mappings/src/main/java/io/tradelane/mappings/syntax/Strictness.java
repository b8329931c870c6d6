package io.tradelane.mappings.syntax;

/** What a value outside its code list is worth. */
public enum Strictness {
    /** A warning: partners agree on codes of their own. */
    LENIENT(Severity.WARNING),
    /** An error. */
    STRICT(Severity.ERROR);

    private final Severity severity;

    Strictness(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
