package io.tradelane.mappings.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How numbers and days are written in one table, told from what is written in it.
 *
 * @param certain whether something in it tells the decimal mark
 * @param monthFirst whether something in it tells that the month stands before the day; absent when nothing tells either
 */
record TableFormats(char decimalMark, boolean certain, @Nullable Boolean monthFirst) {
    private static final int SAMPLE = 2_000;
    private static final Set<TableField> NUMBERS = EnumSet.of(
            TableField.QUANTITY, TableField.PRICE, TableField.PRICE_BASIS, TableField.AMOUNT, TableField.TIER_FROM, TableField.MINIMUM_ORDER,
            TableField.PACK_SIZE, TableField.TAX_RATE, TableField.ON_HAND, TableField.AVAILABLE, TableField.RESERVED, TableField.IN_TRANSIT,
            TableField.ON_ORDER, TableField.BLOCKED, TableField.MINIMUM_STOCK, TableField.MAXIMUM_STOCK);
    private static final Set<TableField> DAYS = EnumSet.of(
            TableField.ISSUE_DATE, TableField.VALID_FROM, TableField.VALID_TO, TableField.REQUESTED_DELIVERY, TableField.AS_OF);

    static TableFormats of(Table table, TableColumns columns, @Nullable TableMapping mapping) {
        List<TableRow> sample = table.rows().subList(0, Math.min(SAMPLE, table.rows().size()));
        int comma = 0;
        int point = 0;
        Boolean monthFirst = null;
        for (TableRow row : sample) {
            if (row == columns.row()) {
                continue;
            }
            for (Map.Entry<TableField, List<Integer>> field : columns.fields().entrySet()) {
                for (int column : field.getValue()) {
                    String cell = row.cell(column);
                    if (NUMBERS.contains(field.getKey()) && !row.isNumber(column)) {
                        char mark = TableNumbers.mark(cell);
                        comma += mark == ',' ? 1 : 0;
                        point += mark == '.' ? 1 : 0;
                    } else if (DAYS.contains(field.getKey()) && monthFirst == null) {
                        monthFirst = TableDates.monthFirst(cell);
                    }
                }
            }
        }
        if (mapping != null && mapping.decimalMark() != null) {
            return new TableFormats(mapping.decimalMark(), true, monthFirst);
        }
        // Where the comma is the decimal mark, spreadsheets separate cells by semicolons.
        char usual = table.delimiter() == ';' ? ',' : '.';
        return new TableFormats(comma == point ? usual : comma > point ? ',' : '.', comma != point, monthFirst);
    }
}
