package io.tradelane.mappings.table;

import static io.tradelane.mappings.syntax.Severity.ERROR;
import static io.tradelane.mappings.syntax.Severity.WARNING;

import io.tradelane.mappings.syntax.FindingCode;
import io.tradelane.mappings.syntax.Severity;

/** Everything the reader of tables can say. There are no standard codes: the constant's name is the code. */
public enum TableError implements FindingCode {
    TABLE_EMPTY(ERROR),
    TABLE_TOO_LARGE(ERROR),
    ROW_BROKEN(ERROR),
    TEXT_UNREADABLE(WARNING),
    WORKBOOK_BROKEN(ERROR),
    WORKBOOK_TOO_LARGE(ERROR),
    COLUMNS_NOT_MAPPED(WARNING),
    COLUMN_MISSING(ERROR),
    COLUMN_REPEATED(WARNING),
    CELLS_WITHOUT_HEADER(WARNING),
    VALUE_MISSING(ERROR),
    NUMBER_INVALID(ERROR),
    NUMBER_AMBIGUOUS(WARNING),
    NUMBER_ROUNDED(ERROR),
    DATE_INVALID(ERROR),
    DATE_AMBIGUOUS(WARNING),
    CURRENCY_UNKNOWN(ERROR),
    CURRENCY_MISSING(ERROR),
    PRICES_WITHOUT_CURRENCY(WARNING),
    UNIT_ASSUMED(WARNING),
    DOCUMENT_NUMBER_ASSUMED(WARNING),
    ISSUE_DATE_ASSUMED(WARNING),
    ITEM_MISSING(ERROR),
    LINE_NUMBER_REPEATED(ERROR),
    ARTICLE_REPEATED(WARNING);

    private final Severity severity;

    TableError(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
