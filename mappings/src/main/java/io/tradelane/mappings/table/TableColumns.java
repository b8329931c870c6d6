package io.tradelane.mappings.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column is which field.
 *
 * @param row the row of headers; absent when there is none
 * @param headers by column
 * @param fields by what they are; several columns of one field in their order
 * @param others columns with a header that says nothing here
 * @param currency that a header names
 */
record TableColumns(
        @Nullable TableRow row, List<String> headers, Map<TableField, List<Integer>> fields, List<Integer> others, @Nullable String currency) {
    /** Titles and addresses may stand above the headers. */
    private static final int SEARCHED = 20;

    static TableColumns of(Table table, @Nullable TableMapping mapping) {
        if (mapping != null && !mapping.headers()) {
            return numbered(table, mapping);
        }
        TableColumns best = null;
        for (TableRow row : table.rows().subList(0, Math.min(SEARCHED, table.rows().size()))) {
            TableColumns columns = named(row, mapping);
            if (best == null || columns.fields().size() > best.fields().size()) {
                best = columns;
            }
        }
        return best == null ? new TableColumns(null, List.of(), Map.of(), List.of(), null) : best;
    }

    private static TableColumns numbered(Table table, TableMapping mapping) {
        int width = table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            numbers.add(Integer.toString(i));
        }
        TableColumns columns = named(new TableRow(0, numbers, null), mapping);
        return new TableColumns(null, columns.headers(), columns.fields(), columns.others(), null);
    }

    private static TableColumns named(TableRow row, @Nullable TableMapping mapping) {
        Map<TableField, List<Integer>> fields = new EnumMap<>(TableField.class);
        List<Integer> others = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        String currency = null;
        for (int i = 0; i < row.cells().size(); i++) {
            String header = row.cell(i);
            headers.add(header);
            TableField field = mapping == null ? HeaderNames.field(header) : mapping.columns().get(header);
            if (field != null) {
                fields.computeIfAbsent(field, key -> new ArrayList<>()).add(i);
            } else if (!header.isEmpty()) {
                others.add(i);
            }
            if (currency == null && (field == TableField.PRICE || field == TableField.AMOUNT)) {
                currency = HeaderCurrency.of(header);
            }
        }
        return new TableColumns(row, headers, fields, others, currency);
    }

    /** How much of a mapping is in the table, up to 1. */
    double share(TableMapping mapping) {
        int found = fields.values().stream().mapToInt(List::size).sum();
        return mapping.columns().isEmpty() ? 0 : (double) found / mapping.columns().size();
    }

    boolean has(TableField... wanted) {
        for (TableField field : wanted) {
            if (fields.containsKey(field)) {
                return true;
            }
        }
        return false;
    }
}
