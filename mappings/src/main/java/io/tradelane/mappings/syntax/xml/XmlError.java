package io.tradelane.mappings.syntax.xml;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/**
 * Everything a reader of XML can say. ISO 20022 has no list of syntax errors of its own for a bank's notification; the
 * standard code is that of ISO 20022 external status reasons where one fits: FF01 invalid file format, AM12 invalid
 * amount, AM11 currency, DT01 date, NARR narrative.
 */
public enum XmlError implements FindingCode {
    NOT_WELL_FORMED("FF01", ERROR),
    DOCTYPE_REFUSED("FF01", ERROR),
    ENTITY_REFUSED("FF01", ERROR),
    TOO_DEEP("FF01", ERROR),
    TOO_MANY_ATTRIBUTES("FF01", ERROR),
    TOO_MANY_NAMES("FF01", ERROR),
    RUN_TOO_LONG("FF01", ERROR),
    TOO_LARGE("FF01", ERROR),
    BAD_ENCODING("FF01", ERROR),
    UNKNOWN_MESSAGE("FF01", ERROR),
    UNKNOWN_VERSION("FF01", WARNING),
    MISSING_ELEMENT("FF01", ERROR),
    MISSING_ATTRIBUTE("FF01", ERROR),
    TOO_LONG("FF01", ERROR),
    BAD_VALUE("FF01", ERROR),
    UNKNOWN_CODE("FF01", ERROR),
    BAD_AMOUNT("AM12", ERROR),
    BAD_CURRENCY("AM11", ERROR),
    BAD_DATE("DT01", ERROR),
    BAD_NUMBER("FF01", ERROR),
    CHARACTER_REFUSED("FF01", ERROR),
    HEADER_DISAGREES("FF01", ERROR),
    NOT_BOOKED("NARR", WARNING),
    BALANCE_DIFFERS("AM10", WARNING),
    AMOUNTS_DIFFER("AM10", WARNING),
    AMOUNT_NOT_SPLIT("NARR", WARNING);

    private final String standardCode;
    private final Severity severity;

    XmlError(String standardCode, Severity severity) {
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
