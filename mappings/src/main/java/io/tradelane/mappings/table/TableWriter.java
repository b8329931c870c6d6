package io.tradelane.mappings.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
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
    private static final int FLUSHED = 500;

    private TableWriter() {}

    /** Rows one after the other, written as they come: none is kept. */
    public interface Rows extends Closeable {
        void row(List<? extends @Nullable Object> cells) throws IOException;
    }

    public static byte[] csv(TableOutput table) {
        return bytes(table, TableWriter::csvRows);
    }

    public static byte[] xlsx(TableOutput table, String sheetName) {
        return bytes(table, out -> xlsxRows(out, sheetName));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    public static Rows csvRows(OutputStream out) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        return new Rows() {
            @Override
            public void row(List<? extends @Nullable Object> cells) {
                List<String> texts = new ArrayList<>(cells.size());
                cells.forEach(value -> texts.add(value instanceof String text ? harmless(text) : TableOutput.text(value)));
                writer.writeRecord(texts);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    /** Texts are cells of text there, never formulas. */
    public static Rows xlsxRows(OutputStream out, String sheetName) {
        Workbook workbook = new Workbook(out, "Tradelane", "1.0");
        Worksheet sheet = workbook.newWorksheet(sheetName);
        return new Rows() {
            private int at;

            @Override
            public void row(List<? extends @Nullable Object> cells) throws IOException {
                for (int column = 0; column < cells.size(); column++) {
                    cell(sheet, at, column, cells.get(column));
                }
                at++;
                if (at % FLUSHED == 0) {
                    sheet.flush();
                }
            }

            @Override
            public void close() throws IOException {
                workbook.close();
            }
        };
    }

    private interface Opened {
        Rows to(OutputStream out) throws IOException;
    }

    private static byte[] bytes(TableOutput table, Opened opened) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Rows rows = opened.to(bytes)) {
            rows.row(table.headers());
            for (List<@Nullable Object> row : table.rows()) {
                rows.row(row);
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return bytes.toByteArray();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
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
