package io.tradelane.mappings.cartridge.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An element that a declaration names, and what is to be done when it begins and ends. Its instances never nest. */
final class Node {
    private static final int[] NONE = {};

    final Path.Name name;
    final int number;
    /** For a person: {@code /Order/OrderLine}. */
    final String path;

    private final Map<String, Node> children = new HashMap<>();
    /** Another of the same local name. */
    private @Nullable Node sibling;

    /** When it begins. */
    int[] resets = NONE;
    int[] raised = NONE;
    int[] counters = NONE;
    AttributeTest[] attributeTests = {};
    AttributeMark[] attributeMarks = {};
    Count[] counts = {};
    IndexTest[] indexTests = {};
    Level[] rows = {};
    AttributeTaking[] attributes = {};

    /** When it ends. */
    Mark[] marks = {};
    Taking[] takings = {};
    Check[] checks = {};
    boolean defers;
    boolean takesText;
    /** Whether the place of an instance is kept. */
    boolean placed;
    /** Whether the form of a date stands in its attribute {@code format}. */
    boolean formatted;

    Node(Path.Name name, int number, String path) {
        this.name = name;
        this.number = number;
        this.path = path;
    }

    /** A condition that is decided when the element begins. */
    record AttributeTest(int flag, String attribute, Set<String> values, boolean negated) {}

    /** @param before flags that an instance must have to be counted */
    record Count(int counter, int[] before) {}

    record IndexTest(int flag, int counter, int index) {}

    /** Its text decides a flag of an element around it, or its own. */
    record Mark(int flag, Set<String> values, boolean negated) {}

    /** An attribute decides a flag of an element around it. */
    record AttributeMark(int flag, String attribute, Set<String> values, boolean negated) {}

    record AttributeTaking(String attribute, Taking taking) {}

    /** What has to be there when the element ends. */
    record Check(int level, int slot, int child, int[] flags, String path) {}

    @Nullable Node child(String local) {
        return children.get(local);
    }

    boolean isTested() {
        return attributeTests.length + attributeMarks.length + counts.length > 0;
    }

    boolean hasSibling() {
        return sibling != null;
    }

    /** Among those of this local name, the one in the namespace; the first, if none is. */
    Node in(String namespace) {
        for (Node node = this; node != null; node = node.sibling) {
            if (node.name.namespace().equals(namespace)) {
                return node;
            }
        }
        for (Node node = this; node != null; node = node.sibling) {
            if (node.name.namespace().isEmpty()) {
                return node;
            }
        }
        return this;
    }

    Node child(Path.Name wanted, List<Node> all) {
        Node first = children.get(wanted.local());
        for (Node node = first; node != null; node = node.sibling) {
            if (node.name.namespace().equals(wanted.namespace())) {
                return node;
            }
        }
        Node made = new Node(wanted, all.size(), path + "/" + wanted.local());
        all.add(made);
        if (first == null) {
            children.put(wanted.local(), made);
        } else {
            made.sibling = first.sibling;
            first.sibling = made;
        }
        return made;
    }

    static int[] with(int[] before, int more) {
        int[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = more;
        return all;
    }

    static <T> T[] with(T[] before, T more) {
        List<T> all = new ArrayList<>(Arrays.asList(before));
        all.add(more);
        return all.toArray(before);
    }
}
