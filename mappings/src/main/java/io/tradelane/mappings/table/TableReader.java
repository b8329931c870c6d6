package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.trading.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a table and tells what it is. */
public final class TableReader {
    private TableReader() {}

    /**
     * @param type {@code null} when it cannot be told from the columns
     * @param content for the mapping of that type
     */
    public record Result(@Nullable DocumentType type, TableContent content) {}

    /** @param mappings saved for the partner, of which that counts whose columns are there; none: the usual names of columns */
    public static Result csv(InputStream bytes, Limits limits, List<TableMapping> mappings, TableReport report) throws IOException {
        List<Character> delimiters = mappings.stream().map(TableMapping::delimiter).distinct().toList();
        return result(CsvTable.read(bytes, limits, delimiters.size() == 1 ? delimiters.getFirst() : null, report), mappings, report);
    }

    public static Result xlsx(InputStream bytes, Limits limits, List<TableMapping> mappings, TableReport report) throws IOException {
        return result(XlsxTable.read(bytes, limits, report), mappings, report);
    }

    private static Result result(Table table, List<TableMapping> mappings, TableReport report) {
        TableMapping mapping = null;
        TableColumns columns = mappings.isEmpty() ? TableColumns.of(table, null) : null;
        for (TableMapping each : mappings) {
            TableColumns own = TableColumns.of(table, each);
            if (columns == null || mapping == null || own.share(each) > columns.share(mapping)) {
                mapping = each;
                columns = own;
            }
        }
        return result(table, Objects.requireNonNull(columns), mapping, report);
    }

    private static Result result(Table table, TableColumns columns, @Nullable TableMapping mapping, TableReport report) {
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
