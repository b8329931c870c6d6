package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of whatever columns, as text: the first sheet of a workbook, or CSV.
 *
 * @param header its first row that is not blank
 * @param rows below it, blank ones left out
 * @param problem why there is nothing to read; absent: it was read
 */
public record TableText(List<String> header, List<Row> rows, @Nullable Finding problem) {
    private static final int MOST_FINDINGS = 20;

    /** @param number of its first line in CSV, of the row in a sheet; from 1 */
    public record Row(int number, List<String> cells) {}

    /** Whether the bytes are a zip file, as workbooks are. */
    public static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** @param rows how many at most; more are a problem */
    public static TableText read(byte[] bytes, int rows) {
        Limits usual = Limits.defaults();
        Limits limits = new Limits(usual.interchangeBytes(), usual.segmentBytes(), usual.elementBytes(), usual.freeTextBytes(), rows + 1, usual.interchangeMessages(), usual.messageFindings());
        TableReport report = new TableReport(MOST_FINDINGS, LocalDate.now(ZoneOffset.UTC));
        Table table;
        try {
            table = isZip(bytes) ? XlsxTable.read(new ByteArrayInputStream(bytes), limits, report) : CsvTable.read(new ByteArrayInputStream(bytes), limits, null, report);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Finding problem = report.findings().stream().filter(Finding::isError).findFirst().orElse(null);
        return problem != null || table.rows().isEmpty() ? new TableText(List.of(), List.of(), problem) : new TableText(table.rows().getFirst().cells(),
                table.rows().stream().skip(1).map(row -> new Row(row.number(), row.cells())).toList(), null);
    }
}
