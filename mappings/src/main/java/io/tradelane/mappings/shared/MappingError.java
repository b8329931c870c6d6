package io.tradelane.mappings.shared;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/**
 * What is wrong with a message whose syntax is right. The standard code is UN/EDIFACT data element 0085: 12 invalid
 * value, 13 missing.
 */
public enum MappingError implements FindingCode {
    NUMBER_MISSING("13", ERROR),
    NUMBER_ASSUMED("13", WARNING),
    ISSUE_DATE_MISSING("13", WARNING),
    CURRENCY_MISSING("13", WARNING),
    CURRENCY_UNKNOWN("12", ERROR),
    CODE_NOT_SUPPORTED("12", ERROR),
    CODE_ASSUMED("12", WARNING),
    REFERENCE_MISSING("13", ERROR),
    LINE_NUMBER_MISSING("13", ERROR),
    LINE_NUMBER_ASSUMED("13", WARNING),
    LINE_NUMBER_REPEATED("12", ERROR),
    LINE_NUMBER_DOUBTFUL("12", WARNING),
    LINE_LEFT_OUT("13", WARNING),
    LINES_MISSING("13", ERROR),
    ITEM_MISSING("13", WARNING),
    QUANTITY_MISSING("13", ERROR),
    QUANTITY_ASSUMED("13", WARNING),
    AMOUNT_MISSING("13", ERROR),
    BASIS_ZERO("12", WARNING),
    PRICE_LEFT_OUT("12", WARNING),
    PRICE_WITHOUT_AMOUNT("13", WARNING),
    PERIOD_ASSUMED("13", WARNING),
    DATE_MISSING("13", ERROR),
    GOODS_MISSING("13", WARNING),
    LINE_COUNT_WRONG("29", WARNING),
    CONTROL_SUM_WRONG("29", WARNING);

    private final String standardCode;
    private final Severity severity;

    MappingError(String standardCode, Severity severity) {
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
