package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one table, up to a number of findings; a first error is always kept. */
public final class TableReport {
    private final int limit;
    private final LocalDate received;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<TableError> once = EnumSet.noneOf(TableError.class);
    private boolean errors;
    private boolean refuses;

    /** @param received when the table came in */
    public TableReport(int limit, LocalDate received) {
        this.limit = limit;
        this.received = received;
    }

    LocalDate received() {
        return received;
    }

    /** About a row, or the table as a whole when {@code row} is 0. */
    void add(TableError code, int row, @Nullable String value, @Nullable String expected) {
        add(code, new Position(row, row == 0 ? 0 : 1, 0, null, row, 0, 0), value, expected, null);
    }

    /** About a cell. */
    void add(TableError code, int row, int column, String header, @Nullable String value, @Nullable String expected) {
        Position place = new Position(row, column + 1, 0, header.isBlank() ? null : header, row, column + 1, 0);
        add(code, place, value, expected, letters(column) + row + (header.isBlank() ? "" : " " + header));
    }

    private void add(TableError code, Position place, @Nullable String value, @Nullable String expected, @Nullable String path) {
        Finding finding = new Finding(code.severity(), code, place, value, expected, path);
        if ((findings.size() < limit || finding.isError() && !errors) && !findings.contains(finding)) {
            findings.add(finding);
        }
        errors |= finding.isError();
        refuses |= finding.isError() && code != TableError.CURRENCY_UNKNOWN;
    }

    /** Whether this is said for the first time; for what is the same in every row. */
    boolean first(TableError code) {
        return once.add(code);
    }

    /** As spreadsheets name columns: A … Z, AA … */
    private static String letters(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** Whether there is something that leaves no document: a code of the partner's own for a currency stays in it. */
    public boolean refuses() {
        return refuses;
    }

    public boolean hasErrors() {
        return errors;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
