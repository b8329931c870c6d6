package io.tradelane.mappings.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of an {@code INDEX.tsv}: a file and what its source holds of it. The first row names the columns; {@code path} and
 * {@code expected} have to be there, {@code format} and {@code type} group the report.
 *
 * @param expected in the source's words
 */
record IndexedFile(Path file, String path, String format, String type, String expected) {

    /** What is to be expected of a reader. */
    enum Expectation {
        VALID,
        INVALID,
        /** Normal input for its source although something is wrong with it, or nothing is said: either answer will do, with a reason. */
        EITHER
    }

    /** @throws IOException also when a column is missing */
    static List<IndexedFile> read(Path folder) throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve("INDEX.tsv"));
        List<String> columns = rows.isEmpty() ? List.of() : List.of(rows.getFirst().split("\t", -1));
        if (!columns.contains("path") || !columns.contains("expected")) {
            throw new IOException("INDEX.tsv has no columns 'path' and 'expected'");
        }
        List<IndexedFile> files = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = List.of(row.split("\t", -1));
            String path = cell(cells, columns.indexOf("path"));
            if (!path.isBlank()) {
                files.add(new IndexedFile(
                        folder.resolve(path), path, cell(cells, columns.indexOf("format")), cell(cells, columns.indexOf("type")),
                        cell(cells, columns.indexOf("expected"))));
            }
        }
        return files;
    }

    private static String cell(List<String> cells, int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    Expectation expectation() {
        return expected.startsWith("known-invalid") || expected.startsWith("invalid") ? Expectation.INVALID
                : expected.startsWith("valid") ? Expectation.VALID
                : Expectation.EITHER;
    }
}
