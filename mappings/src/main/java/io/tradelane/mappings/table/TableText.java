package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final BigDecimal LARGEST = new BigDecimal("1e12");
    private static final int LONGEST_NUMBER = 30;

    /** @param number of its first line in CSV, of the row in a sheet; from 1 */
    public record Row(int number, List<String> cells) {
        /** @param column null: the table has no such column @return null where nothing stands */
        public @Nullable String cell(@Nullable Integer column) {
            String text = column == null || column >= cells.size() ? "" : cells.get(column).strip();
            return text.isEmpty() ? null : text;
        }
    }

    /** Where the columns stand. @param names what each may be called, in small letters, and what it is; of several for one the first counts */
    public Map<String, Integer> columns(Map<String, String> names) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = names.get(header.get(i).strip().toLowerCase(Locale.ROOT));
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }

    /** A quantity as people type it, commas between its thousands or not: not negative, six decimals at most; null for what is none. */
    public static @Nullable BigDecimal quantity(@Nullable String text) {
        if (text == null || text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text.replace(",", ""));
            return value.signum() >= 0 && value.compareTo(LARGEST) < 0 && value.stripTrailingZeros().scale() <= 6 ? value : null;
        } catch (NumberFormatException wrong) {
            return null;
        }
    }

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
