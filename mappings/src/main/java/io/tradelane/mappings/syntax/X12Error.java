package io.tradelane.mappings.syntax;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;
import static io.tradelane.mappings.syntax.X12Error.Level.ELEMENT;
import static io.tradelane.mappings.syntax.X12Error.Level.GROUP;
import static io.tradelane.mappings.syntax.X12Error.Level.INTERCHANGE;
import static io.tradelane.mappings.syntax.X12Error.Level.SEGMENT;
import static io.tradelane.mappings.syntax.X12Error.Level.SET;


/**
 * Everything the X12 reader and writer can say. The code is the one an acknowledgement has for it, by its level: TA105
 * for the interchange, AK905 for a group, AK502 for a set, AK304 for a segment, AK403 for a data element.
 */
public enum X12Error implements FindingCode {
    EMPTY_INPUT(INTERCHANGE, "023", ERROR),
    NOT_AN_INTERCHANGE(INTERCHANGE, "022", ERROR),
    INTERCHANGE_HEADER_MISSING(INTERCHANGE, "022", ERROR),
    TEXT_OUTSIDE_INTERCHANGE(INTERCHANGE, "024", WARNING),
    HEADER_WIDTH_WRONG(INTERCHANGE, "022", WARNING),
    ELEMENT_SEPARATOR_WRONG(INTERCHANGE, "026", ERROR),
    COMPONENT_SEPARATOR_WRONG(INTERCHANGE, "027", WARNING),
    TERMINATOR_WRONG(INTERCHANGE, "004", ERROR),
    INTERCHANGE_TRAILER_MISSING(INTERCHANGE, "023", ERROR),
    TERMINATOR_MISSING(INTERCHANGE, "023", WARNING),
    INPUT_ENDS_IN_SEGMENT(INTERCHANGE, "023", ERROR),
    INTERCHANGE_REFERENCE_MISMATCH(INTERCHANGE, "001", ERROR),
    GROUP_COUNT_WRONG(INTERCHANGE, "021", ERROR),
    INTERCHANGE_DUPLICATE(INTERCHANGE, "025", ERROR),
    INTERCHANGE_EMPTY(INTERCHANGE, "024", WARNING),
    SEGMENT_OUTSIDE_SET(INTERCHANGE, "024", ERROR),
    TRAILER_WITHOUT_HEADER(INTERCHANGE, "022", ERROR),
    INTERCHANGE_TOO_LARGE(INTERCHANGE, "024", ERROR),
    TOO_MANY_SETS(INTERCHANGE, "024", ERROR),

    GROUP_HEADER_MISSING(GROUP, "3", ERROR),
    GROUP_TRAILER_MISSING(GROUP, "3", ERROR),
    GROUP_REFERENCE_MISMATCH(GROUP, "4", ERROR),
    SET_COUNT_WRONG(GROUP, "5", ERROR),
    GROUP_DUPLICATE(GROUP, "19", ERROR),

    SET_TRAILER_MISSING(SET, "2", ERROR),
    SET_REFERENCE_MISMATCH(SET, "3", ERROR),
    SEGMENT_COUNT_WRONG(SET, "4", ERROR),
    SET_IDENTIFIER_MISSING(SET, "6", ERROR),
    SET_IN_WRONG_GROUP(SET, "6", WARNING),
    SET_DUPLICATE(SET, "23", ERROR),
    SET_TOO_LARGE(SET, "5", ERROR),
    TOO_MANY_FINDINGS(SET, "5", WARNING),

    TAG_INVALID(SEGMENT, "1", ERROR),
    SEGMENT_MISSING(SEGMENT, "3", ERROR),
    LOOP_REPEATED_TOO_OFTEN(SEGMENT, "4", ERROR),
    SEGMENT_REPEATED_TOO_OFTEN(SEGMENT, "5", ERROR),
    SEGMENT_NOT_IN_SET(SEGMENT, "6", ERROR),
    SEGMENT_OUT_OF_ORDER(SEGMENT, "7", ERROR),
    SEGMENT_EMPTY(SEGMENT, "8", ERROR),
    SEGMENT_TOO_LARGE(SEGMENT, "8", ERROR),
    LINE_BREAK_IN_SEGMENT(SEGMENT, "8", WARNING),

    ELEMENT_MISSING(ELEMENT, "1", ERROR),
    COMPONENT_MISSING(ELEMENT, "1", ERROR),
    CONDITION_UNMET(ELEMENT, "2", ERROR),
    TOO_MANY_ELEMENTS(ELEMENT, "3", ERROR),
    TRAILING_SEPARATORS(ELEMENT, "3", WARNING),
    ELEMENT_TOO_SHORT(ELEMENT, "4", ERROR),
    ELEMENT_TOO_LONG(ELEMENT, "5", ERROR),
    BINARY_LENGTH_WRONG(ELEMENT, "5", ERROR),
    NOT_NUMERIC(ELEMENT, "6", ERROR),
    CONTROL_CHARACTER(ELEMENT, "6", ERROR),
    SEPARATOR_IN_VALUE(ELEMENT, "6", ERROR),
    CODE_UNKNOWN(ELEMENT, "7", WARNING),
    DATE_INVALID(ELEMENT, "8", ERROR),
    TIME_INVALID(ELEMENT, "9", ERROR),
    ELEMENTS_EXCLUDE_EACH_OTHER(ELEMENT, "10", ERROR),
    ELEMENT_REPEATED_TOO_OFTEN(ELEMENT, "12", ERROR),
    TOO_MANY_COMPONENTS(ELEMENT, "13", ERROR);

    /** What a finding is about, and so in which segment of an acknowledgement it is told. */
    public enum Level {
        INTERCHANGE,
        GROUP,
        SET,
        SEGMENT,
        ELEMENT
    }

    private final Level level;
    private final String standardCode;
    private final Severity severity;

    X12Error(Level level, String standardCode, Severity severity) {
        this.level = level;
        this.standardCode = standardCode;
        this.severity = severity;
    }

    public Level level() {
        return level;
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
