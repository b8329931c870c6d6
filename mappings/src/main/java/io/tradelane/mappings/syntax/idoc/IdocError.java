package io.tradelane.mappings.syntax.idoc;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/** Everything the readers of IDocs can say. The standard code is the status that SAP gives such an IDoc: 56, 60, 51. */
public enum IdocError implements FindingCode {
    NOT_AN_IDOC("56", ERROR),
    INPUT_TOO_LARGE("56", ERROR),
    RECORD_TOO_LONG("56", ERROR),
    TOO_MANY_SEGMENTS("56", ERROR),
    TOO_MANY_IDOCS("56", ERROR),
    RECORD_CUT_OFF("56", ERROR),
    RECORD_OUTSIDE_IDOC("56", ERROR),
    CONTROL_RECORD_MISSING("56", ERROR),
    CONTROL_RECORD_REPEATED("56", ERROR),
    CONTROL_FIELD_MISSING("56", ERROR),
    CONTROL_FIELD_EMPTY("56", WARNING),
    CONTROL_INCOHERENT("56", WARNING),
    RECORD_OF_OTHER_IDOC("56", ERROR),
    SEGMENT_NAME_INVALID("60", ERROR),
    SEGMENT_NUMBER_WRONG("60", WARNING),
    HIERARCHY_WRONG("60", WARNING),
    PARENT_MISSING("60", WARNING),
    DATA_MISSING("60", ERROR),
    SEGMENT_MISSING("60", ERROR),
    SEGMENT_REPEATED_TOO_OFTEN("60", ERROR),
    SEGMENT_OUT_OF_ORDER("60", WARNING),
    SEGMENT_MISPLACED("60", WARNING),
    SEGMENT_UNKNOWN("60", WARNING),
    FIELD_UNKNOWN("60", WARNING),
    FIELD_TOO_LONG("60", WARNING),
    CHARACTER_INVALID("60", ERROR),
    DATE_INVALID("60", ERROR),
    TIME_INVALID("60", ERROR),
    NUMBER_INVALID("60", ERROR),
    SUM_DIFFERS("51", WARNING),
    VALUE_NOT_EXPRESSIBLE("60", ERROR);

    private final String standardCode;
    private final Severity severity;

    IdocError(String standardCode, Severity severity) {
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

    @Override
    public String bundle() {
        return "io.tradelane.mappings.syntax.idoc.IdocErrors";
    }
}
