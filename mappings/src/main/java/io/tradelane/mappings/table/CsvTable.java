package io.tradelane.mappings.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tradelane.mappings.syntax.BoundedInput;
import io.tradelane.mappings.syntax.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CSV: delimiter and character set are found out, quotation marks as RFC 4180 has them. */
final class CsvTable {
    private static final int HEAD = 1 << 16;
    private static final int FIELD = 1 << 20;
    static final int COLUMNS = 1_000;

    private CsvTable() {}

    static Table read(InputStream bytes, Limits limits, @Nullable Character named, TableReport report) throws IOException {
        BufferedInputStream input = new BufferedInputStream(new BoundedInput(bytes, limits.interchangeBytes(), limit -> {
            throw new TableTooLarge();
        }), HEAD);
        try {
            return read(input, limits, named, report);
        } catch (UncheckedIOException | IOException failed) {
            IOException cause = failed instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) failed;
            if (!(cause instanceof TableTooLarge)) {
                throw cause;
            }
            report.add(TableError.TABLE_TOO_LARGE, 0, null, limits.interchangeBytes() + " bytes");
            return new Table(List.of(), ',', false);
        }
    }

    private static Table read(BufferedInputStream input, Limits limits, @Nullable Character named, TableReport report) throws IOException {
        input.mark(HEAD);
        byte[] head = input.readNBytes(HEAD);
        input.reset();
        TableCharset charset = TableCharset.of(head);
        input.skipNBytes(charset.mark());
        String start = new String(head, charset.mark(), head.length - charset.mark(), charset.charset());
        char found = Delimiter.of(start);
        char delimiter = named != null ? named : found == 0 ? ',' : found;
        Reader text = new InputStreamReader(input, charset.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
        List<TableRow> rows = new ArrayList<>();
        int said = Delimiter.named(start) == 0 ? 0 : 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(delimiter).acceptCharsAfterQuotes(true)
                .ignoreDifferentFieldCount(true).skipEmptyLines(true).maxBufferSize(FIELD).ofCsvRecord(text)) {
            rows(reader, rows, limits, report, charset, said);
        }
        return new Table(rows, delimiter, false);
    }

    private static void rows(
            CsvReader<CsvRecord> reader, List<TableRow> rows, Limits limits, TableReport report, TableCharset charset, int skipped) {
        Iterator<CsvRecord> records = reader.iterator();
        int line = 0;
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = (int) Math.min(Integer.MAX_VALUE, record.getStartingLineNumber());
                TableRow row = new TableRow(line, record.getFields(), null);
                if (line <= skipped || row.blank()) {
                    continue;
                }
                if (rows.size() >= limits.messageSegments() || record.getFieldCount() > COLUMNS) {
                    report.add(TableError.TABLE_TOO_LARGE, line, null, limits.messageSegments() + " × " + COLUMNS);
                    return;
                }
                unreadable(row, report, charset);
                rows.add(row);
            }
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof IOException failed) {
                throw new UncheckedIOException(failed);
            }
            report.add(TableError.ROW_BROKEN, line + 1, broken.getMessage(), null);
        }
    }

    private static void unreadable(TableRow row, TableReport report, TableCharset charset) {
        for (String cell : row.cells()) {
            if (cell.indexOf('\uFFFD') >= 0 && report.first(TableError.TEXT_UNREADABLE)) {
                report.add(TableError.TEXT_UNREADABLE, row.number(), cell, charset.charset().name());
            }
        }
    }
}
