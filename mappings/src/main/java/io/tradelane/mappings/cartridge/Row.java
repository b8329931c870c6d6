package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private final RowLayout layout;
    /** The value of each slot; behind them, for each kind of rows below, the first and the last. One array: a message has many rows. */
    private final @Nullable Object[] cells;
    /** Of the same kind below the same row. */
    private @Nullable Row next;
    private int line;
    private int column;
    private long offset;
    private int segmentPosition;
    private int tag;
    /** Of XML: the way down to its element. */
    private @Nullable String path;
    /** Of XML: line and column for each field. */
    private long @Nullable [] places;

    public Row(RowLayout layout) {
        this.layout = layout;
        this.cells = new Object[layout.cells()];
    }

    public RowLayout layout() {
        return layout;
    }

    /** Where its first segment stands; {@link Position#NONE} for a row that was not read. */
    public Position position() {
        if (line == 0) {
            return Position.NONE;
        }
        String segment = path == null ? SegmentTag.name(tag) : path.substring(path.lastIndexOf('/') + 1);
        return new Position(line, column, offset, segment, segmentPosition, 0, 0);
    }

    /** Where a field's element stands; that of the row where this is not known. */
    public Position position(String field) {
        int slot = layout.slot(field);
        if (places == null || places[slot] == 0) {
            return position();
        }
        String place = layout.place(slot);
        return new Position(
                (int) (places[slot] >>> 32), (int) places[slot], 0, place.substring(place.lastIndexOf('/') + 1), 0, 0, 0);
    }

    /** XPath of the row's element; {@code null} for what was not read from XML. */
    public @Nullable String path() {
        return path;
    }

    /** XPath of a field as declared; {@code null} for what was not read from XML. */
    public @Nullable String path(String field) {
        return path == null ? null : path + "/" + layout.place(layout.slot(field));
    }

    void stands(int line, int column, long offset, int tag, int segmentPosition) {
        this.line = line;
        this.column = column;
        this.offset = offset;
        this.tag = tag;
        this.segmentPosition = segmentPosition;
    }

    /** For a cartridge of XML. */
    public void stands(int line, int column, long offset, String path) {
        this.line = line;
        this.column = column;
        this.offset = offset;
        this.path = path;
    }

    /** For a cartridge of XML: puts a value that was read at a place. */
    public void put(int slot, Object value, int line, int column) {
        cells[slot] = value;
        if (places == null) {
            places = new long[layout.size()];
        }
        places[slot] = (long) line << 32 | column;
    }

    public boolean has(String field) {
        return value(layout.slot(field)) != null;
    }

    /** The value as text; also of fields declared with another type. */
    public @Nullable String text(String field) {
        return text(layout.slot(field));
    }

    /** @param slot out of {@link FieldNames} */
    public @Nullable String text(int slot) {
        Object value = cells[slot];
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
        if (value == null || value instanceof LocalDate) {
            // Nearly always; a switch over types is looked up at run time.
            return (LocalDate) value;
        }
        return value instanceof OffsetDateTime time ? time.toLocalDate() : ((LocalDateTime) value).toLocalDate();
    }

    /** Of a field of type {@code dateTime}, as at the sender's; midnight when only a date was sent. */
    public @Nullable LocalDateTime dateTime(String field) {
        Object value = value(layout.slot(field));
        return switch (value) {
            case LocalDate date -> date.atStartOfDay();
            case OffsetDateTime time -> time.toLocalDateTime();
            case null, default -> (LocalDateTime) value;
        };
    }

    /**
     * The same with its zone.
     *
     * @param otherwise the zone of a time that was sent without one
     */
    public @Nullable OffsetDateTime dateTime(String field, ZoneOffset otherwise) {
        Object value = value(layout.slot(field));
        if (value instanceof OffsetDateTime time) {
            return time;
        }
        LocalDateTime local = dateTime(field);
        return local == null ? null : local.atOffset(otherwise);
    }

    /** Of a field of type {@code boolean}; {@code false} when it was not sent. */
    public boolean isTrue(String field) {
        Object value = value(layout.slot(field));
        return Boolean.TRUE.equals(value) || "true".equals(value); // a text where the place gives it
    }

    /** In the order of the message; empty when there are none. */
    public List<Row> rows(String name) {
        return rows(layout.child(name));
    }

    public List<Row> rows(int child) {
        Row first = first(child);
        if (first == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Row row = first; row != null; row = row.next) {
            rows.add(row);
        }
        return Collections.unmodifiableList(rows);
    }

    /** The first of these rows; the others follow as {@link #next()}. As {@link #rows(String)}, without a list. */
    public @Nullable Row first(String name) {
        return first(layout.child(name));
    }

    @Nullable Row first(int child) {
        return (Row) cells[layout.firstCell(child)];
    }

    /** The row of the same kind that comes after this one. */
    public @Nullable Row next() {
        return next;
    }

    /** To write: sets a field, {@code null} leaves it out. */
    public Row set(String field, @Nullable Object value) {
        cells[layout.slot(field)] = value;
        return this;
    }

    /** To write: appends a child row and returns it. */
    public Row add(String rows) {
        return add(layout.child(rows));
    }

    Row add(int child) {
        Row row = new Row(layout.child(child));
        add(child, row);
        return row;
    }

    /** For a cartridge: appends a row that has been made. */
    public void add(int child, Row row) {
        int first = layout.firstCell(child);
        Row last = (Row) cells[first + 1];
        if (last == null) {
            cells[first] = row;
        } else {
            last.next = row;
        }
        cells[first + 1] = row;
    }

    public @Nullable Object value(int slot) {
        return cells[slot];
    }

    public void value(int slot, @Nullable Object value) {
        cells[slot] = value;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(layout.name()).append(layout.fields()).append(Arrays.toString(Arrays.copyOf(cells, layout.size())));
        for (int child = 0; child < layout.childCount(); child++) {
            text.append(rows(child));
        }
        return text.toString();
    }
}
