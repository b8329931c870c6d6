package io.tradelane.mappings.syntax;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

/** Everything the EDIFACT reader can say; the code is UN/EDIFACT data element 0085 (syntax error). */
public enum EdifactError implements FindingCode {
    EMPTY_INPUT("13", ERROR),
    NOT_AN_INTERCHANGE("33", ERROR),
    TEXT_OUTSIDE_INTERCHANGE("33", ERROR),
    SEGMENT_OUTSIDE_MESSAGE("33", ERROR),
    SERVICE_STRING_WRONG("22", ERROR),
    SERVICE_STRING_ASSUMED("22", WARNING),
    SYNTAX_VERSION_UNKNOWN("2", ERROR),
    CHARACTER_SET_UNKNOWN("46", ERROR),
    CONTROL_CHARACTER("21", ERROR),
    CHARACTER_OUTSIDE_SET("21", WARNING),
    LINE_BREAK_IN_SEGMENT("21", WARNING),
    RELEASE_AT_END("22", ERROR),
    INPUT_ENDS_IN_SEGMENT("13", ERROR),
    INTERCHANGE_TRAILER_MISSING("13", ERROR),
    MESSAGE_TRAILER_MISSING("13", ERROR),
    GROUP_TRAILER_MISSING("13", ERROR),
    TRAILER_WITHOUT_HEADER("33", ERROR),
    SEGMENT_COUNT_WRONG("29", ERROR),
    MESSAGE_COUNT_WRONG("29", ERROR),
    MESSAGE_REFERENCE_MISMATCH("28", ERROR),
    INTERCHANGE_REFERENCE_MISMATCH("28", ERROR),
    GROUP_REFERENCE_MISMATCH("28", ERROR),
    MESSAGE_REFERENCE_DUPLICATE("26", ERROR),
    GROUPS_AND_MESSAGES_MIXED("30", ERROR),
    INTERCHANGE_EMPTY("32", WARNING),
    MESSAGE_TYPE_UNKNOWN("12", ERROR),
    DIRECTORY_UNKNOWN("12", ERROR),
    DIRECTORY_ASSUMED("12", WARNING),
    MESSAGE_NOT_CHECKED("12", WARNING),
    SEGMENT_MISSING("13", ERROR),
    SEGMENT_UNKNOWN("15", ERROR),
    SEGMENT_OUT_OF_ORDER("15", ERROR),
    SEGMENT_EMPTY("13", ERROR),
    TAG_INVALID("12", ERROR),
    SEGMENT_REPEATED_TOO_OFTEN("35", ERROR),
    GROUP_REPEATED_TOO_OFTEN("36", ERROR),
    ELEMENT_MISSING("13", ERROR),
    COMPONENT_MISSING("13", ERROR),
    TOO_MANY_ELEMENTS("16", ERROR),
    TOO_MANY_COMPONENTS("16", ERROR),
    ELEMENT_REPEATED_TOO_OFTEN("35", ERROR),
    ELEMENT_TOO_LONG("39", ERROR),
    ELEMENT_TOO_SHORT("40", ERROR),
    NOT_NUMERIC("37", ERROR),
    DECIMAL_NOTATION("19", ERROR),
    DIGIT_MISSING_BEFORE_DECIMAL("38", WARNING),
    CODE_UNKNOWN("12", WARNING),
    VALUE_INVALID("12", ERROR),
    TRAILING_SEPARATORS("45", WARNING),
    INTERCHANGE_TOO_LARGE("18", ERROR),
    SEGMENT_TOO_LARGE("18", ERROR),
    MESSAGE_TOO_LARGE("18", ERROR),
    TOO_MANY_MESSAGES("18", ERROR),
    TOO_MANY_FINDINGS("18", WARNING);

    private final String standardCode;
    private final Severity severity;

    EdifactError(String standardCode, Severity severity) {
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
        return "io.tradelane.mappings.syntax.EdifactErrors";
    }
}
