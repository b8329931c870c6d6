package io.tradelane.mappings.cartridge;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields and the kinds of child rows that a {@code message} or {@code rows} declaration has. */
public final class RowLayout {

    private final String name;
    private final NameTable fields;
    private final NameTable rows;
    /** Of the tables, which are asked for every value. */
    private final @Nullable String[] fieldTable;
    private final short[] fieldNumbers;
    private final @Nullable String[] rowTable;
    private final short[] rowNumbers;
    private final RowLayout[] children;
    private final List<String> places;
    private final int size;
    private final int cells;

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
        this.cells = size + 2 * children.size();
        this.rows = new NameTable(children.stream().map(RowLayout::name).toList());
        this.fieldTable = this.fields.table;
        this.fieldNumbers = this.fields.numbers;
        this.rowTable = rows.table;
        this.rowNumbers = rows.numbers;
    }

    public String name() {
        return name;
    }

    public Set<String> fields() {
        return fields.names;
    }

    /** The names of the kinds of child rows. */
    public Set<String> rows() {
        return rows.names;
    }

    public boolean hasField(String name) {
        return fields.find(name) >= 0;
    }

    public boolean hasRows(String name) {
        return rows.find(name) >= 0;
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

    /** How many a row has for its values and for the rows below it. */
    int cells() {
        return cells;
    }

    /** Of a row, where the first row of a kind is kept; behind it the last. */
    int firstCell(int child) {
        return size + 2 * child;
    }

    public RowLayout child(int child) {
        return children[child];
    }

    /** @throws IllegalArgumentException if the declaration has no such field */
    @SuppressWarnings("ReferenceEquality") // the quick way first
    public int slot(String field) {
        int at = NameTable.place(field);
        return fieldTable[at] == field ? fieldNumbers[at] : known(field, fields);
    }

    /** @throws IllegalArgumentException if the declaration has no such rows */
    @SuppressWarnings("ReferenceEquality") // the quick way first
    public int child(String wanted) {
        int at = NameTable.place(wanted);
        return rowTable[at] == wanted ? rowNumbers[at] : known(wanted, rows);
    }

    private int known(String wanted, NameTable names) {
        int number = names.find(wanted);
        if (number < 0) {
            throw new IllegalArgumentException("'" + name + "' declares no '" + wanted + "', only " + names.names);
        }
        return number;
    }

    /**
     * Numbers names. The size is the same for all, so that the place of a literal is known when code is compiled; it is
     * large, so that nearly every name has its place to itself.
     */
    private static final class NameTable {

        private static final int SIZE = 1 << 9;

        final Set<String> names;
        final @Nullable String[] table = new String[SIZE];
        final short[] numbers = new short[SIZE];

        NameTable(List<String> names) {
            this.names = Set.copyOf(names);
            for (int number = 0; number < names.size(); number++) {
                String name = names.get(number).intern();
                if (search(name, place(name)) < 0) {
                    int at = place(name);
                    while (table[at] != null) {
                        at = at + 1 & SIZE - 1;
                    }
                    table[at] = name;
                    numbers[at] = (short) number;
                }
            }
        }

        private static int place(String name) {
            int hash = name.hashCode();
            return (hash ^ hash >>> 9) & SIZE - 1;
        }

        /** -1 when there is no such name. */
        int find(String wanted) {
            return search(wanted, place(wanted));
        }

        private int search(String wanted, int from) {
            int at = from;
            for (String found = table[at]; found != null; found = table[at]) {
                if (found.equals(wanted)) {
                    return numbers[at];
                }
                at = at + 1 & SIZE - 1;
            }
            return -1;
        }
    }
}
