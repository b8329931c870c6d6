package io.tradelane.mappings;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/** What can be said before a format's own reader has its turn. */
public enum FormatError implements FindingCode {
    EMPTY_INPUT("13", ERROR),
    FORMAT_UNKNOWN("33", ERROR),
    MESSAGE_NOT_MAPPED("12", WARNING);

    private final String standardCode;
    private final Severity severity;

    FormatError(String standardCode, Severity severity) {
        this.standardCode = standardCode;
        this.severity = severity;
    }

    @Override
    public String standardCode() {
        return standardCode;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
