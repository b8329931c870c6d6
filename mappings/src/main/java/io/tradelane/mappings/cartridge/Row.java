package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plan read for one instance of a declared group, or what it shall write for it. Names are those of the
 * declaration; an unknown name is an {@link IllegalArgumentException}, so a misspelling fails in the first test.
 */
public final class Row {

    private static final @Nullable Object[] CHILDLESS = {};

    private final RowLayout layout;
    private final @Nullable Object[] values;
    /** For each kind nothing, one row, or a list of several. */
    private final @Nullable Object[] children;
    private int line;
    private int column;
    private long offset;
    private int segmentPosition;
    private int tag;

    Row(RowLayout layout) {
        this.layout = layout;
        this.values = new Object[layout.size()];
        this.children = layout.childCount() == 0 ? CHILDLESS : new Object[layout.childCount()];
    }

    public RowLayout layout() {
        return layout;
    }

    /** Where its first segment stands; {@link Position#NONE} for a row that was not read. */
    public Position position() {
        return line == 0 ? Position.NONE : new Position(line, column, offset, SegmentTag.name(tag), segmentPosition, 0, 0);
    }

    void stands(int line, int column, long offset, int tag, int segmentPosition) {
        this.line = line;
        this.column = column;
        this.offset = offset;
        this.tag = tag;
        this.segmentPosition = segmentPosition;
    }

    public boolean has(String field) {
        return value(layout.slot(field)) != null;
    }

    /** The value as text; also of fields declared with another type. */
    public @Nullable String text(String field) {
        Object value = value(layout.slot(field));
        if (value == null || value instanceof String) {
            return (String) value;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** Of a field of type {@code decimal} or {@code integer}. */
    public @Nullable BigDecimal decimal(String field) {
        return (BigDecimal) value(layout.slot(field));
    }

    /** Of a field of type {@code date} or {@code dateTime}. */
    public @Nullable LocalDate date(String field) {
        Object value = value(layout.slot(field));
        return value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value;
    }

    /** Of a field of type {@code dateTime}; midnight when only a date was sent. */
    public @Nullable LocalDateTime dateTime(String field) {
        Object value = value(layout.slot(field));
        return value instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) value;
    }

    /** In the order of the message; empty when there are none. */
    public List<Row> rows(String name) {
        return rows(layout.child(name));
    }

    List<Row> rows(int child) {
        Object rows = children[child];
        if (rows == null) {
            return List.of();
        }
        return rows instanceof Row one ? List.of(one) : Collections.unmodifiableList(list(rows));
    }

    @SuppressWarnings("unchecked") // children: what is no row is a list of them
    private static List<Row> list(Object rows) {
        return (List<Row>) rows;
    }

    /** To write: sets a field, {@code null} leaves it out. */
    public Row set(String field, @Nullable Object value) {
        values[layout.slot(field)] = value;
        return this;
    }

    /** To write: appends a child row and returns it. */
    public Row add(String rows) {
        return add(layout.child(rows));
    }

    Row add(int child) {
        Row row = new Row(layout.child(child));
        Object before = children[child];
        if (before == null) {
            children[child] = row;
        } else if (before instanceof Row first) {
            List<Row> rows = new ArrayList<>();
            rows.add(first);
            rows.add(row);
            children[child] = rows;
        } else {
            list(before).add(row);
        }
        return row;
    }

    @Nullable Object value(int slot) {
        return values[slot];
    }

    void value(int slot, @Nullable Object value) {
        values[slot] = value;
    }

    @Override
    public String toString() {
        return layout.name() + layout.fields() + Arrays.toString(values) + Arrays.toString(children);
    }
}
