package io.tradelane.mappings.cartridge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The fields and the kinds of child rows that a {@code message} or {@code rows} declaration has. */
public final class RowLayout {

    private final String name;
    private final Map<String, Integer> slots;
    private final Map<String, Integer> childIndex;
    private final List<RowLayout> children;

    RowLayout(String name, List<String> fields, List<RowLayout> children) {
        this.name = name;
        this.slots = index(fields);
        this.children = List.copyOf(children);
        this.childIndex = index(children.stream().map(RowLayout::name).toList());
    }

    private static Map<String, Integer> index(List<String> names) {
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toUnmodifiableMap(names::get, i -> i));
    }

    public String name() {
        return name;
    }

    public Set<String> fields() {
        return slots.keySet();
    }

    int size() {
        return slots.size();
    }

    List<RowLayout> children() {
        return children;
    }

    /** @throws IllegalArgumentException if the declaration has no such field */
    int slot(String field) {
        return known(slots, field);
    }

    /** @throws IllegalArgumentException if the declaration has no such rows */
    int child(String rows) {
        return known(childIndex, rows);
    }

    boolean hasChild(String rows) {
        return childIndex.containsKey(rows);
    }

    private int known(Map<String, Integer> names, String wanted) {
        Integer found = names.get(wanted);
        if (found == null) {
            throw new IllegalArgumentException("'" + name + "' declares no '" + wanted + "', only " + names.keySet());
        }
        return found;
    }
}
