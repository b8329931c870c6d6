package io.tradelane.mappings.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of an {@code INDEX.tsv}: a file and what its source holds of it. The first row names the columns; {@code path} and
 * {@code expected} have to be there, {@code format} and {@code type} group the report.
 *
 * @param expected in the source's words
 * @param finding code of a finding that must be there; empty: any
 */
record IndexedFile(Path file, String path, String format, String type, String expected, String finding) {
    private static final String NAME = "INDEX.tsv";
    private static final int DEPTH = 5;

    /** What is to be expected of a reader. */
    enum Expectation {
        VALID,
        INVALID,
        /** Normal input for its source although something is wrong with it, or nothing is said: either answer will do, with a reason. */
        EITHER
    }

    /**
     * Of a folder's own index, or of those in the folders below.
     *
     * @throws IOException also when a column is missing, or there is no index
     */
    static List<IndexedFile> under(Path folder) throws IOException {
        if (Files.exists(folder.resolve(NAME))) {
            return read(folder, "");
        }
        List<IndexedFile> files = new ArrayList<>();
        try (Stream<Path> below = Files.walk(folder, DEPTH)) {
            for (Path index : (Iterable<Path>) below.filter(file -> file.endsWith(NAME)).sorted()::iterator) {
                files.addAll(read(index.getParent(), folder.relativize(index.getParent()) + "/"));
            }
        }
        if (files.isEmpty()) {
            throw new NoSuchFileException(folder.resolve(NAME).toString());
        }
        return files;
    }

    private static List<IndexedFile> read(Path folder, String prefix) throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve(NAME));
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
                        folder.resolve(path), prefix + path, cell(cells, columns.indexOf("format")), cell(cells, columns.indexOf("type")),
                        cell(cells, columns.indexOf("expected")), cell(cells, columns.indexOf("finding"))));
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
