package io.tradelane.mappings.table;

import io.tradelane.trading.document.DocumentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A table of which it is known what it is, for the mappings in the rooms. */
public final class TableContent {
    private final Table table;
    private final TableColumns columns;
    private final TableFormats formats;
    private final @Nullable TableMapping mapping;
    private final TableReport report;

    TableContent(Table table, TableColumns columns, @Nullable TableMapping mapping, TableReport report) {
        this.table = table;
        this.columns = columns;
        this.formats = TableFormats.of(table, columns, mapping);
        this.mapping = mapping;
        this.report = report;
    }

    public TableReport report() {
        return report;
    }

    TableColumns columns() {
        return columns;
    }

    TableFormats formats() {
        return formats;
    }

    @Nullable TableMapping mapping() {
        return mapping;
    }

    boolean days1904() {
        return table.days1904();
    }

    public boolean has(TableField... fields) {
        return columns.has(fields);
    }

    /** Headers of columns that are no field, by column. */
    public Map<Integer, String> others() {
        Map<Integer, String> others = new LinkedHashMap<>();
        columns.others().forEach(column -> others.put(column, columns.headers().get(column)));
        return others;
    }

    /** Rows below the headers, those of one document together, in the order of the documents' first rows. */
    public Map<String, List<TableLine>> documents(TableField number) {
        Map<String, List<TableLine>> documents = new LinkedHashMap<>();
        String current = "";
        boolean below = columns.row() == null;
        for (TableRow row : table.rows()) {
            if (!below) {
                below = row == columns.row();
                continue;
            }
            TableLine line = new TableLine(this, row);
            line.checkWidth();
            String own = line.text(number);
            current = own == null ? current : own;
            documents.computeIfAbsent(current, key -> new ArrayList<>()).add(line);
        }
        return documents;
    }

    /** A number for a document that has none: the same for the same content, and for other content another. */
    String numberOfContent(DocumentType type) {
        CRC32 sum = new CRC32();
        for (TableRow row : table.rows()) {
            for (String cell : row.cells()) {
                sum.update((cell + "\u001F").getBytes(StandardCharsets.UTF_8));
            }
            sum.update('\n');
        }
        String prefix = type == DocumentType.CATALOGUE ? "PL-" : "INV-";
        return prefix + String.format("%08X", sum.getValue());
    }

    /** Of the whole table: saved with the mapping, or in a header. */
    public @Nullable String currency() {
        String saved = mapping == null ? null : mapping.currency();
        return saved == null ? columns.currency() : saved;
    }
}
