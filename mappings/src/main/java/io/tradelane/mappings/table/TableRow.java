package io.tradelane.mappings.table;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in the table.
 *
 * @param number of its first line in CSV, of the row in a sheet; from 1
 * @param numbers which cells are numbers by the sheet's own word; absent in CSV, where all is text
 */
record TableRow(int number, List<String> cells, @Nullable BitSet numbers) {

    String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    boolean isNumber(int column) {
        return numbers != null && numbers.get(column);
    }

    boolean blank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
