package io.tradelane.mappings.json;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/** Everything the reader of canonical JSON can say. JSON has no standard codes: the constant's name is the code. */
public enum JsonError implements FindingCode {
    NOT_JSON(ERROR),
    TOO_LARGE(ERROR),
    TYPE_MISSING(ERROR),
    TYPE_UNKNOWN(ERROR),
    FIELD_MISSING(ERROR),
    VALUE_INVALID(ERROR),
    CURRENCY_UNKNOWN(ERROR),
    FIELD_UNKNOWN(WARNING);

    private final Severity severity;

    JsonError(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
