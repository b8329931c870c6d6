package io.tradelane.mappings.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets know it) and as XLSX. */
public final class TableWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private TableWriter() {}

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    public static byte[] csv(TableOutput table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(bytes, StandardCharsets.UTF_8)) {
            writer.writeRecord(table.headers().stream().map(TableWriter::harmless).toList());
            for (List<@Nullable Object> row : table.rows()) {
                List<String> cells = new ArrayList<>(row.size());
                row.forEach(value -> cells.add(value instanceof String text ? harmless(text) : TableOutput.text(value)));
                writer.writeRecord(cells);
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return bytes.toByteArray();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Texts are cells of text there, never formulas. */
    public static byte[] xlsx(TableOutput table, String sheetName) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Tradelane", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName);
            List<String> headers = table.headers();
            for (int column = 0; column < headers.size(); column++) {
                sheet.value(0, column, headers.get(column));
            }
            int row = 1;
            for (List<@Nullable Object> cells : table.rows()) {
                for (int column = 0; column < cells.size(); column++) {
                    cell(sheet, row, column, cells.get(column));
                }
                row++;
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return bytes.toByteArray();
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> { }
            case BigDecimal number -> sheet.value(row, column, number);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, value.toString());
        }
    }
}
