package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlReport;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one document while it is read: what they get, and what is wrong with it. */
final class RowAssembly {
    /** More is not joined into one value. */
    private static final int LONGEST = 1_000_000;

    private final List<Level> levels;
    private final int limit;
    private final @Nullable RowHandler handler;
    private final @Nullable Row[] rows;
    private final XmlReport[] reports;
    private final int[][] ranks;
    /** For each row, which kinds of rows below it were handed over. */
    private final long[] streamed;
    /** For each row, the fields of which a value was there and is no value. */
    private final BitSet[] faulty;
    /** How many rows were kept when each was begun. */
    private final int[] before;
    private int kept;
    private @Nullable Row document;

    /** A text, and the code of data element 2379 beside it. */
    record Text(String text, @Nullable String format, int line, int column) {}

    RowAssembly(ReadPlan plan, XmlReport report, int limit, @Nullable RowHandler handler) {
        this.levels = plan.levels();
        this.limit = limit;
        this.handler = handler;
        this.rows = new Row[levels.size()];
        this.reports = new XmlReport[levels.size()];
        this.ranks = new int[levels.size()][];
        this.streamed = new long[levels.size()];
        this.faulty = new BitSet[levels.size()];
        this.before = new int[levels.size()];
        Arrays.fill(reports, report);
        Arrays.setAll(faulty, level -> new BitSet());
    }

    /** As far as it was read; {@code null} before its root element. */
    @Nullable Row document() {
        return document;
    }

    /** Rows that take memory now. */
    int kept() {
        return kept;
    }

    @Nullable Row open(int level) {
        return rows[level];
    }

    XmlReport report(Level level) {
        return reports[level.number];
    }

    void begin(Level level, int line, int column, long offset) {
        int number = level.number;
        if (level.above >= 0) {
            if (rows[level.above] == null) {
                return;
            }
            reports[number] = level.isTentative() ? new XmlReport(limit) : reports[level.above];
        }
        Row row = new Row(level.layout);
        row.stands(line, column, offset, level.at.node().path);
        for (Level.GivenValue given : level.given) {
            row.value(given.slot(), given.value());
        }
        if (level.ranked) {
            ranks[number] = new int[level.layout.size()];
        }
        rows[number] = row;
        streamed[number] = 0;
        faulty[number].clear();
        before[number] = kept++;
        document = level.above < 0 ? row : document;
    }

    void take(Taking taking, Text found, Row row) {
        Declaration.Field field = taking.field();
        int slot = taking.slot();
        Object before = row.value(slot);
        if (field.join() != null) {
            checkLength(taking, found);
            join(row, slot, field.join(), before, found);
            return;
        }
        int[] rank = ranks[taking.level()];
        if (before != null && (rank == null || rank[slot] <= taking.rank())) {
            return;
        }
        String text = found.text();
        // What the document says of the form of a date is taken only where it is a code: no pattern comes from outside.
        Object value = field.type().read(text, DateForms.isCode(found.format()) ? found.format() : field.pattern());
        if (value == null) {
            if (!(field.type().error == XmlError.BAD_DATE && isZero(text))) {
                report(taking, field.type().error, found, field.type().expected);
                faulty[taking.level()].set(slot);
            }
            return;
        }
        checkLength(taking, found);
        if (!field.codes().isEmpty() && !field.codes().contains(text)) {
            report(taking, XmlError.UNKNOWN_CODE, found, String.join(", ", field.codes().stream().sorted().toList()));
        }
        row.put(slot, value, found.line(), found.column());
        if (rank != null) {
            rank[slot] = taking.rank();
        }
    }

    private void checkLength(Taking taking, Text found) {
        int max = taking.field().max();
        String text = found.text();
        if (max > 0 && text.length() > max && text.codePointCount(0, text.length()) > max) {
            report(taking, XmlError.TOO_LONG, found, Integer.toString(max));
        }
    }

    /** How SAP writes that there is no date. */
    private static boolean isZero(String text) {
        return text.chars().allMatch(c -> c == '0');
    }

    private static void join(Row row, int slot, String between, @Nullable Object before, Text found) {
        if (before == null) {
            row.put(slot, new StringBuilder(found.text()), found.line(), found.column());
            return;
        }
        StringBuilder all = before instanceof StringBuilder builder ? builder : new StringBuilder(before.toString());
        if (all.length() + found.text().length() <= LONGEST) {
            row.value(slot, all.append(between).append(found.text()));
        }
    }

    private void report(Taking taking, XmlError error, Text found, String expected) {
        reports[taking.level()].add(error, found.line(), found.column(), taking.path(), found.text(), expected);
    }

    void check(Node.Check check, int line, int column) {
        Row row = rows[check.level()];
        if (row == null) {
            return;
        }
        boolean there = check.slot() >= 0
                ? row.value(check.slot()) != null || faulty[check.level()].get(check.slot())
                : !row.rows(check.child()).isEmpty() || (streamed[check.level()] & 1L << check.child()) != 0;
        if (!there) {
            String name = check.path().substring(check.path().lastIndexOf('/') + 1);
            boolean attribute = name.startsWith("@");
            reports[check.level()].add(
                    attribute ? XmlError.MISSING_ATTRIBUTE : XmlError.MISSING_ELEMENT,
                    line, column, check.path(), null, attribute ? name.substring(1) : name);
        }
    }

    /** @return {@code null} if there was none */
    @Nullable Row end(Level level) {
        Row row = rows[level.number];
        if (row == null) {
            return null;
        }
        for (int slot : level.joined) {
            Object value = row.value(slot);
            row.value(slot, value == null ? null : value.toString());
        }
        for (Node.Check check : level.checks) {
            check(check, row.position().line(), row.position().column());
        }
        rows[level.number] = null;
        return row;
    }

    /** A row that is there for certain, with what was found in it. */
    void add(Level level, Row row, XmlReport report) {
        if (level.above < 0) {
            return;
        }
        Row parent = rows[level.above];
        if (parent == null) {
            return;
        }
        if (report != reports[level.above]) {
            reports[level.above].add(report);
        }
        if (level.stream && handler != null) {
            streamed[level.above] |= 1L << level.child;
            kept = before[level.number];
            handler.row(parent, row);
        } else {
            parent.add(level.child, row);
        }
    }

}
