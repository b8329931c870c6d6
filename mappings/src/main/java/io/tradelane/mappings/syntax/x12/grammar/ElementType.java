package io.tradelane.mappings.syntax.x12.grammar;

/** The types of data elements (X12.6, 3.3.1). */
public enum ElementType {
    /** A code. */
    ID,
    /** Text. */
    AN,
    /** A number without a decimal point; N2 has its point two digits from the end. */
    N,
    /** A number with a decimal point where it needs one. */
    R,
    /** CCYYMMDD; YYMMDD before version 004010. */
    DT,
    /** HHMM, HHMMSS, or with hundredths of a second. */
    TM,
    /** Bytes of any kind. */
    B;

    static ElementType of(String text) {
        return text.startsWith("N") ? N : valueOf(text);
    }

    public boolean isNumber() {
        return this == N || this == R;
    }
}
