package io.tradelane.mappings.syntax.tradacoms;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/** Everything the reader of TRADACOMS can say. The standard has no error codes: the constant's name is the code. */
public enum TradacomsError implements FindingCode {
    NOT_A_FILE(ERROR),
    INPUT_TOO_LARGE(ERROR),
    SEGMENT_TOO_LARGE(ERROR),
    MESSAGE_TOO_LARGE(ERROR),
    TOO_MANY_MESSAGES(ERROR),
    INPUT_ENDS_IN_SEGMENT(ERROR),
    FILE_TRAILER_MISSING(ERROR),
    TEXT_AFTER_END(ERROR),
    SEGMENT_OUTSIDE_MESSAGE(ERROR),
    MESSAGE_TRAILER_MISSING(WARNING),
    MESSAGE_CUT_OFF(ERROR),
    TAG_INVALID(ERROR),
    TAG_DELIMITER_WRONG(ERROR),
    TERMINATOR_WRONG(ERROR),
    SEGMENT_COUNT_WRONG(ERROR),
    MESSAGE_COUNT_WRONG(ERROR),
    SEGMENTS_COUNTED(WARNING),
    MESSAGE_REFERENCE_OUT_OF_SEQUENCE(ERROR),
    DETAIL_COUNT_WRONG(WARNING),
    SEGMENT_MISSING(ERROR),
    SEGMENT_UNEXPECTED(WARNING),
    SEGMENT_OUT_OF_ORDER(ERROR),
    ELEMENT_MISSING(ERROR),
    TOO_MANY_ELEMENTS(ERROR),
    ELEMENT_TOO_LONG(ERROR),
    TEXT_TOO_LONG(WARNING),
    NOT_NUMERIC(ERROR),
    DATE_INVALID(ERROR),
    CHARACTER_INVALID(ERROR),
    ISSUE_DATE_MISSING(WARNING),
    ITEM_MISSING(WARNING),
    SUM_DIFFERS(WARNING),
    CODE_UNKNOWN(WARNING),
    VALUE_NOT_EXPRESSIBLE(ERROR);

    private final Severity severity;

    TradacomsError(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
