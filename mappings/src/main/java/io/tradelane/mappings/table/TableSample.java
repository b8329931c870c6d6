package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.trading.document.DocumentType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a partner's table, for a person who is to say which column is what.
 *
 * @param columns in their order
 * @param rows below the headers, as many as were asked for; each with a cell for every column
 * @param type what it looks like by the usual names of columns; absent: nothing that is known
 * @param xlsx a workbook; else CSV
 * @param delimiter of CSV
 * @param findings why there is nothing to show
 */
public record TableSample(
        List<Column> columns, List<List<String>> rows, @Nullable DocumentType type, boolean xlsx, char delimiter, List<Finding> findings) {
    private static final int MOST_FINDINGS = 20;

    /**
     * @param key what a {@link TableMapping} calls it: its header, or its number from 1 where there is no row of headers
     * @param guess what a column with this header usually is; absent: unknown, or nothing that is read
     */
    public record Column(String key, @Nullable TableField guess) {}

    /**
     * @param headers whether there is a row of headers
     * @param mapping saved before: it finds the row of headers, and its fields stand for guesses; absent: the usual names
     * @throws IOException if the input fails
     */
    public static TableSample read(InputStream input, boolean headers, @Nullable TableMapping mapping, int rows, Limits limits) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(input);
        bytes.mark(4);
        boolean xlsx = bytes.read() == 'P' && bytes.read() == 'K';
        bytes.reset();
        TableReport report = new TableReport(MOST_FINDINGS, LocalDate.now(ZoneOffset.UTC));
        Table table = xlsx ? XlsxTable.read(bytes, limits, report)
                : CsvTable.read(bytes, limits, mapping == null ? null : mapping.delimiter(), report);
        if (report.hasErrors() || table.rows().isEmpty()) {
            if (!report.hasErrors()) {
                report.add(TableError.TABLE_EMPTY, 0, null, null);
            }
            return new TableSample(List.of(), List.of(), null, xlsx, table.delimiter(), report.findings());
        }
        TableColumns usual = TableColumns.of(table, null);
        TableColumns known = mapping == null || mapping.headers() != headers ? usual : TableColumns.of(table, mapping);
        known = known.fields().isEmpty() ? usual : known;
        TableRow header = headers ? known.row() : null;
        int width = table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String key = header == null ? Integer.toString(i + 1) : header.cell(i);
            TableField saved = mapping == null ? null : mapping.columns().get(key);
            columns.add(new Column(key, saved != null ? saved : header == null || mapping != null && known != usual ? null : HeaderNames.field(key)));
        }
        int below = header == null ? 0 : table.rows().indexOf(header) + 1;
        List<List<String>> shown = table.rows().stream().skip(below).limit(rows).map(row -> cells(row, width)).toList();
        return new TableSample(
                List.copyOf(columns), shown, mapping == null ? TableType.of(usual) : mapping.type(), xlsx, table.delimiter(), List.of());
    }

    private static List<String> cells(TableRow row, int width) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(row.cell(i));
        }
        return cells;
    }
}
