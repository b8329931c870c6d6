package io.tradelane.mappings.cartridge.xml;

import io.tradelane.mappings.cartridge.RowLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a Smooks resource says about one place of a document. */
sealed interface Declaration {

    /** Where it counts. */
    enum Scope {
        BOTH,
        READ,
        WRITE;

        boolean reads() {
            return this != WRITE;
        }

        boolean writes() {
            return this != READ;
        }
    }

    Scope scope();

    /**
     * @param at alternatives, best first
     * @param max characters; 0 for any number
     * @param codes empty for any
     * @param empty whether an empty text is written
     */
    record Field(
            String name, List<Path> at, ValueType type, boolean required, int max, Set<String> codes,
            @Nullable String join, @Nullable String pattern, boolean empty, Scope scope) implements Declaration {

        Field ofLength(int most) {
            return new Field(name, at, type, required, most, codes, join, pattern, empty, scope);
        }
    }

    record Constant(Path at, String value, Scope scope) implements Declaration {}

    /** A field that has this value because of the place where the row stands; a row is written where it has it. */
    record Given(String name, String value, Scope scope) implements Declaration {}

    /** Content below an element that makes no row of its own. */
    record Within(Path at, List<Declaration> content, Scope scope) implements Declaration {}

    /** The content of a fragment, until it is put there. */
    record Use(String fragment, Path at, Scope scope) implements Declaration {}

    /** @param stream whether each row is handed over and dropped when it has been read */
    record Rows(String name, List<Path> at, boolean required, boolean stream, List<Declaration> content, Scope scope)
            implements Declaration {}

    /**
     * @param root names of the root element, the first of which is written
     * @param namespace of the root as it is written, and of elements without a prefix if the root has none
     * @param namespaces of the root as it is read
     * @param holds elements below the root that tell this document from others with the same root; empty for none
     * @param doctypeIgnored whether a document type declaration that only names an external one is passed over
     * @param systemId of the document type declaration that is written
     * @param lengths characters that what is written in an element may have, by its name or {@code PARENT/NAME}, unless its field says so
     */
    record Document(
            String name, List<Path.Name> root, String namespace, Pattern namespaces, List<String> holds,
            boolean doctypeIgnored, @Nullable String systemId, Map<String, Integer> lengths, List<Declaration> content) {

        RowLayout layout() {
            Shape shape = new Shape();
            shape.add(content, "");
            return shape.layout(name);
        }
    }

    /** Gathers the fields and rows of one level; the same name twice is one. */
    final class Shape {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final Map<String, Shape> rows = new LinkedHashMap<>();

        void add(List<Declaration> content, String below) {
            for (Declaration declared : content) {
                switch (declared) {
                    case Field field -> fields.putIfAbsent(field.name(), below + field.at().getFirst().plain());
                    case Given given -> fields.putIfAbsent(given.name(), ".");
                    case Within within -> add(within.content(), below + within.at().plain() + "/");
                    case Rows inner -> rows.computeIfAbsent(inner.name(), absent -> new Shape()).add(inner.content(), "");
                    case Constant constant -> { }
                    case Use use -> throw new IllegalStateException("fragment " + use.fragment() + " was not put in");
                }
            }
        }

        RowLayout layout(String name) {
            List<RowLayout> children = new ArrayList<>();
            rows.forEach((child, shape) -> children.add(shape.layout(child)));
            return new RowLayout(name, List.copyOf(fields.keySet()), children, List.copyOf(fields.values()));
        }
    }
}
