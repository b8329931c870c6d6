package io.tradelane.mappings.table;

import java.util.List;

/**
 * All rows of a table that are not blank.
 *
 * @param delimiter of CSV; a space for a sheet
 * @param days1904 whether days in the sheet are counted from 1904
 */
record Table(List<TableRow> rows, char delimiter, boolean days1904) {}
