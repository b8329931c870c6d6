package io.tradelane.mappings.cartridge;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields and the kinds of child rows that a {@code message} or {@code rows} declaration has. */
public final class RowLayout {

    private final String name;
    private final NameTable fields;
    private final NameTable rows;
    private final RowLayout[] children;
    private final List<String> places;
    private final int size;

    RowLayout(String name, List<String> fields, List<RowLayout> children) {
        this(name, fields, children, List.of());
    }

    /** @param places where each field stands, for a syntax in which that can be said in one word */
    public RowLayout(String name, List<String> fields, List<RowLayout> children, List<String> places) {
        this.name = name;
        this.fields = new NameTable(fields);
        this.children = children.toArray(RowLayout[]::new);
        this.places = List.copyOf(places);
        this.size = fields.size();
        this.rows = new NameTable(children.stream().map(RowLayout::name).toList());
    }

    public String name() {
        return name;
    }

    public Set<String> fields() {
        return fields.names();
    }

    /** The names of the kinds of child rows. */
    public Set<String> rows() {
        return rows.names();
    }

    public int size() {
        return size;
    }

    String place(int slot) {
        return places.get(slot);
    }

    int childCount() {
        return children.length;
    }

    public RowLayout child(int child) {
        return children[child];
    }

    /** @throws IllegalArgumentException if the declaration has no such field */
    public int slot(String field) {
        int slot = fields.find(field);
        return slot >= 0 ? slot : unknown(field, fields);
    }

    /** @throws IllegalArgumentException if the declaration has no such rows */
    public int child(String wanted) {
        int child = rows.find(wanted);
        return child >= 0 ? child : unknown(wanted, rows);
    }

    private int unknown(String wanted, NameTable names) {
        throw new IllegalArgumentException("'" + name + "' declares no '" + wanted + "', only " + names.names());
    }

    /** Numbers names; literals in code are found without comparing characters. */
    private static final class NameTable {

        /** A table grows up to here so that each name has a place of its own. */
        private static final int LARGEST = 1 << 10;

        private final Set<String> names;
        private final @Nullable String[] table;
        private final int[] numbers;
        private final int mask;

        NameTable(List<String> names) {
            this.names = Set.copyOf(names);
            int size = Integer.highestOneBit(names.size() * 2 + 1) * 2;
            while (size < LARGEST && collides(names, size)) {
                size *= 2;
            }
            table = new String[size];
            numbers = new int[size];
            mask = size - 1;
            for (int number = 0; number < names.size(); number++) {
                int at = names.get(number).hashCode() & size - 1;
                while (table[at] != null) {
                    at = at + 1 & size - 1;
                }
                table[at] = names.get(number).intern();
                numbers[at] = number;
            }
        }

        private static boolean collides(List<String> names, int size) {
            return names.stream().mapToInt(name -> name.hashCode() & size - 1).distinct().count() < names.size();
        }

        Set<String> names() {
            return names;
        }

        /** -1 when there is no such name. */
        @SuppressWarnings("ReferenceEquality") // the quick way first
        int find(String wanted) {
            int at = wanted.hashCode() & mask;
            return table[at] == wanted ? numbers[at] : search(wanted, at);
        }

        private int search(String wanted, int from) {
            int at = from;
            for (String found = table[at]; found != null; found = table[at]) {
                if (found.equals(wanted)) {
                    return numbers[at];
                }
                at = at + 1 & mask;
            }
            return -1;
        }
    }
}
