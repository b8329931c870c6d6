package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a table and tells what it is. */
public final class TableReader {
    private TableReader() {}

    /**
     * @param type {@code null} when it cannot be told from the columns
     * @param content for the mapping of that type
     */
    public record Result(@Nullable DocumentType type, TableContent content) {}

    /** @param mapping saved for the partner; absent: the usual names of columns */
    public static Result csv(InputStream bytes, Limits limits, @Nullable TableMapping mapping, TableReport report) throws IOException {
        return result(CsvTable.read(bytes, limits, mapping == null ? null : mapping.delimiter(), report), mapping, report);
    }

    public static Result xlsx(InputStream bytes, Limits limits, @Nullable TableMapping mapping, TableReport report) throws IOException {
        return result(XlsxTable.read(bytes, limits, report), mapping, report);
    }

    private static Result result(Table table, @Nullable TableMapping mapping, TableReport report) {
        TableColumns columns = TableColumns.of(table, mapping);
        TableContent content = new TableContent(table, columns, mapping, report);
        if (report.hasErrors()) {
            return new Result(null, content);
        }
        int headers = columns.row() == null ? 0 : 1;
        if (table.rows().size() <= headers) {
            report.add(TableError.TABLE_EMPTY, 0, null, null);
            return new Result(null, content);
        }
        DocumentType type = mapping == null ? TableType.of(columns) : mapping.type();
        if (type == null) {
            String usual = "Article number, Name, Quantity, Price";
            report.add(TableError.COLUMNS_NOT_MAPPED, headers, String.join(", ", columns.headers()), usual);
        }
        return new Result(type, content);
    }
}
