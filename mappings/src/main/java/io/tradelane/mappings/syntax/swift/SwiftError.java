package io.tradelane.mappings.syntax.swift;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/**
 * Everything the reader of SWIFT messages can say. The code is the one of the SWIFT user handbook's error codes where it has one
 * that says the same, else the constant's name.
 */
public enum SwiftError implements FindingCode {
    NO_MESSAGE("", ERROR),
    INPUT_TOO_LARGE("", ERROR),
    LINE_TOO_LONG("M50", ERROR),
    MESSAGE_TOO_LARGE("M50", ERROR),
    TOO_MANY_MESSAGES("", ERROR),
    TYPE_UNCLEAR("", ERROR),
    TEXT_NOT_CLOSED("", WARNING),
    TEXT_UNEXPECTED("T31", WARNING),
    FIELD_MISSING("T13", ERROR),
    FIELD_UNEXPECTED("T13", WARNING),
    FIELD_OUT_OF_ORDER("T13", ERROR),
    FIELD_REPEATED("T13", ERROR),
    FIELD_EMPTY("T17", ERROR),
    FIELD_TOO_LONG("T33", ERROR),
    LENGTH_EXCEEDED("T33", WARNING),
    CHARACTER_OUTSIDE_SET("M60", WARNING),
    FORMAT_INVALID("T30", ERROR),
    DATE_INVALID("T50", ERROR),
    DATE_BEYOND_MONTH("T50", WARNING),
    AMOUNT_INVALID("T43", ERROR),
    AMOUNT_NOTATION("T43", WARNING),
    DECIMALS_EXCEED_CURRENCY("C03", WARNING),
    CURRENCY_UNKNOWN("T52", ERROR),
    CURRENCY_DIFFERS("C27", ERROR),
    MARK_INVALID("T51", ERROR),
    TRANSACTION_TYPE_MISSING("T53", WARNING),
    BALANCE_DIFFERS("", WARNING),
    PAGES_DO_NOT_JOIN("", WARNING),
    SUM_DIFFERS("", WARNING),
    ENTRY_NOT_BOOKED("", WARNING),
    VALUE_NOT_EXPRESSIBLE("M60", ERROR);

    private final String standardCode;
    private final Severity severity;

    SwiftError(String standardCode, Severity severity) {
        this.standardCode = standardCode;
        this.severity = severity;
    }

    @Override
    public String standardCode() {
        return standardCode.isEmpty() ? name() : standardCode;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
