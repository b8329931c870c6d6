package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet. A formula's last result counts, the formula does not. */
final class SheetReader {
    private static final int EXPONENT = 30;
    /** What spreadsheets show; further digits come from counting in twos. */
    private static final MathContext PRECISION = new MathContext(15);

    private final XmlCursor cursor;
    private final List<String> strings;
    private final List<TableRow> rows;
    private final Limits limits;
    private final TableReport report;
    private int number;
    private List<String> cells = List.of();
    private BitSet numbers = new BitSet();

    SheetReader(XmlCursor cursor, List<String> strings, List<TableRow> rows, Limits limits, TableReport report) {
        this.cursor = cursor;
        this.strings = strings;
        this.rows = rows;
        this.limits = limits;
        this.report = report;
    }

    void read() throws IOException, XmlRefused {
        cursor.root();
        cursor.children(name -> {
            if (name.equals("sheetData")) {
                cursor.children(row -> row());
            }
        });
    }

    private void row() throws IOException, XmlRefused {
        number = number(cursor.attribute("r"), number + 1);
        cells = new ArrayList<>();
        numbers = new BitSet();
        cursor.children(cell -> cell());
        TableRow row = new TableRow(number, cells, numbers);
        if (row.blank()) {
            return;
        }
        if (rows.size() >= limits.messageSegments()) {
            throw new TableTooLarge();
        }
        rows.add(row);
    }

    private void cell() throws IOException, XmlRefused {
        int column = column(cursor.attribute("r"), cells.size());
        String type = cursor.attribute("t");
        if (column >= CsvTable.COLUMNS) {
            throw new TableTooLarge();
        }
        String[] value = new String[1];
        cursor.children(name -> {
            switch (name) {
                case "v" -> value[0] = cursor.text();
                case "is" -> value[0] = richText(cursor);
                default -> { }
            }
        });
        while (cells.size() < column) {
            cells.add("");
        }
        if (value[0] != null) {
            set(column, type == null ? "n" : type, value[0]);
        }
    }

    private void set(int column, String type, String value) {
        numbers.clear(column);
        String text = switch (type) {
            case "s" -> {
                int index = number(value, -1);
                yield index >= 0 && index < strings.size() ? strings.get(index) : "";
            }
            case "n" -> plain(column, value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "e" -> "";
            default -> value;
        };
        if (cells.size() > column) {
            cells.set(column, text);
        } else {
            cells.add(text);
        }
    }

    /** Numbers are written with an exponent where they are long: 4.0123455E+12. */
    private String plain(int column, String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (Math.abs(number.scale()) > EXPONENT || number.precision() > EXPONENT) {
                return value;
            }
            numbers.set(column);
            BigDecimal kept = number.scale() > 0 ? number.round(PRECISION).stripTrailingZeros() : number;
            return kept.scale() < 0 ? kept.setScale(0).toPlainString() : kept.toPlainString();
        } catch (NumberFormatException noNumber) {
            return value;
        }
    }

    /** {@code <t>} and the runs of rich text; phonetic hints are none of it. */
    static String richText(XmlCursor cursor) throws IOException, XmlRefused {
        StringBuilder text = new StringBuilder();
        cursor.children(name -> {
            switch (name) {
                case "t" -> text.append(cursor.text());
                case "r" -> cursor.children(run -> {
                    if (run.equals("t")) {
                        text.append(cursor.text());
                    }
                });
                default -> { }
            }
        });
        return text.toString();
    }

    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        int at = 0;
        for (; at < reference.length() && at < 4 && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z'; at++) {
            column = column * 26 + reference.charAt(at) - 'A' + 1;
        }
        return at == 0 ? next : column - 1;
    }

    private static int number(@Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }
}
