package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One segment with its fields and the segments below it; while it is made, more are added. */
public final class IdocSegment {
    /** The field of an unknown segment of a flat IDoc: its data as they came. */
    public static final String DATA = "SDATA";

    private final String name;
    private final Position place;
    private final String path;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private List<IdocSegment> children = List.of();

    /** @param value without the blanks around it, never empty */
    private record Field(String value, int line, int column) {}

    /**
     * @param name its type: E1EDK01
     * @param path the way to it, for a person
     */
    public IdocSegment(String name, Position place, String path) {
        this.name = name;
        this.place = place;
        this.path = path;
    }

    public String name() {
        return name;
    }

    public Position place() {
        return place;
    }

    String path() {
        return path;
    }

    /** Of a field; of one that is not there, of the segment. */
    public Position place(String field) {
        Field found = fields.get(field);
        int element = Math.max(0, SegmentLayout.of(name).map(layout -> layout.number(field)).orElse(0));
        if (found == null) {
            return place.at(element, 0);
        }
        return new Position(
                found.line(), found.column(), place.offset() + Math.max(0, found.column() - place.column()), name, place.segmentPosition(), element, 0);
    }

    /** A blank value is none. */
    void put(String field, String value, int line, int column) {
        String stripped = value.strip();
        if (!stripped.isEmpty()) {
            fields.putIfAbsent(field, new Field(stripped, line, column));
        }
    }

    /** Names of those that are there. */
    public Iterable<String> fields() {
        return fields.keySet();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Empty when it is not there. */
    public String value(String field) {
        Field found = fields.get(field);
        return found == null ? "" : found.value();
    }

    public @Nullable String text(String field) {
        Field found = fields.get(field);
        return found == null ? null : found.value();
    }

    /** A key without the zeros that SAP fills it up with: 4711 for 0000004711. */
    public @Nullable String key(String field) {
        Field found = fields.get(field);
        return found == null ? null : IdocValues.key(found.value());
    }

    public @Nullable BigDecimal number(String field) {
        return IdocValues.number(value(field));
    }

    public @Nullable LocalDate date(String field) {
        return IdocValues.date(value(field));
    }

    public List<IdocSegment> children() {
        return Collections.unmodifiableList(children);
    }

    public List<IdocSegment> children(String type) {
        return IdocSegment.named(children, type);
    }

    static List<IdocSegment> named(List<IdocSegment> segments, String type) {
        List<IdocSegment> found = new ArrayList<>();
        for (IdocSegment segment : segments) {
            if (segment.name.equals(type)) {
                found.add(segment);
            }
        }
        return found;
    }

    /** The first one of this type. */
    public @Nullable IdocSegment child(String type) {
        return first(children, type, null, null);
    }

    /** The first one of this type whose field has this value: {@code child("E1EDP19", "QUALF", "001")}. */
    public @Nullable IdocSegment child(String type, String field, String value) {
        return first(children, type, field, value);
    }

    static @Nullable IdocSegment first(List<IdocSegment> segments, String type, @Nullable String field, @Nullable String value) {
        for (IdocSegment segment : segments) {
            if (segment.name.equals(type) && (field == null || segment.value(field).equals(value))) {
                return segment;
            }
        }
        return null;
    }

    void add(IdocSegment child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(child);
    }

    /** A copy with its fields and other segments below it. */
    IdocSegment with(List<IdocSegment> below) {
        IdocSegment copy = new IdocSegment(name, place, path);
        copy.fields.putAll(fields);
        copy.children = List.copyOf(below);
        return copy;
    }

    /** For one who writes: a new segment below this one. */
    public IdocSegment append(String type) {
        IdocSegment child = new IdocSegment(type, new Position(0, 0, 0, type, 0, 0, 0), type);
        add(child);
        return child;
    }

    /**
     * For one who writes; nothing for {@code null} or a blank value.
     *
     * @throws io.tradelane.mappings.syntax.idoc.IdocUnwritable if the field does not hold that much
     */
    public IdocSegment set(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            IdocValues.check(name, field, value);
            put(field, value, 0, 0);
        }
        return this;
    }

    /** @throws io.tradelane.mappings.syntax.idoc.IdocUnwritable if the field does not hold that much */
    public IdocSegment set(String field, @Nullable BigDecimal number) {
        return set(field, number == null ? null : IdocValues.text(number));
    }

    public IdocSegment set(String field, @Nullable LocalDate date) {
        return set(field, date == null ? null : IdocValues.text(date));
    }
}
