package io.tradelane.mappings.cartridge;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The fields and the kinds of child rows that a {@code message} or {@code rows} declaration has. */
public final class RowLayout {

    private final String name;
    private final String[] fields;
    private final String[] childNames;
    private final List<RowLayout> children;

    RowLayout(String name, List<String> fields, List<RowLayout> children) {
        this.name = name;
        this.fields = fields.stream().map(String::intern).toArray(String[]::new);
        this.children = List.copyOf(children);
        this.childNames = children.stream().map(child -> child.name().intern()).toArray(String[]::new);
    }

    public String name() {
        return name;
    }

    public Set<String> fields() {
        return Set.of(fields);
    }

    int size() {
        return fields.length;
    }

    int childCount() {
        return childNames.length;
    }

    List<RowLayout> children() {
        return children;
    }

    /** @throws IllegalArgumentException if the declaration has no such field */
    int slot(String field) {
        return known(fields, field);
    }

    /** @throws IllegalArgumentException if the declaration has no such rows */
    int child(String rows) {
        return known(childNames, rows);
    }

    boolean hasChild(String rows) {
        return List.of(childNames).contains(rows);
    }

    /** Names in code are literals, so nearly always the first loop finds them. */
    private int known(String[] names, String wanted) {
        for (int i = 0; i < names.length; i++) {
            if (names[i] == wanted) {
                return i;
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(wanted)) {
                return i;
            }
        }
        throw new IllegalArgumentException("'" + name + "' declares no '" + wanted + "', only " + Arrays.toString(names));
    }
}
