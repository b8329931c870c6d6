package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a Smooks resource says about one place of a message. */
sealed interface Declaration {

    /** {@code use} and {@code directories}: where it counts. */
    record Scope(boolean read, boolean write, Set<String> directories) {

        boolean holds(String directory) {
            return directories.isEmpty() || directories.contains(directory);
        }
    }

    enum Type {
        STRING,
        DECIMAL,
        INTEGER,
        DATE,
        DATE_TIME
    }

    Scope scope();

    record Field(String name, Path at, Type type, @Nullable String join, Scope scope) implements Declaration {}

    record Constant(Path at, String value, Scope scope) implements Declaration {}

    record Count(Path at, String of, Scope scope) implements Declaration {}

    /** The outermost has an empty path. */
    record Rows(String name, @Nullable Path at, List<Declaration> content, Scope scope) implements Declaration {

        /** Fields and child rows in the order of the declaration; the same name twice is one field. */
        RowLayout layout() {
            List<String> fields = content.stream()
                    .filter(Field.class::isInstance).map(declared -> ((Field) declared).name()).distinct().toList();
            List<RowLayout> children = content.stream()
                    .filter(Rows.class::isInstance).map(declared -> ((Rows) declared).layout()).toList();
            return new RowLayout(name, fields, children);
        }

        List<Declaration> where(Predicate<Declaration> wanted) {
            return content.stream().filter(wanted).toList();
        }
    }

    /**
     * @param directories {@code *} fits all; a service message such as CONTRL fits in all its versions
     * @param segments tags that Smooks visitors want to see
     */
    record Message(String type, Set<String> directories, List<String> segments, Rows content) {

        boolean fits(String message, String directory) {
            boolean all = directory.equals(Directories.SERVICE) || directories.contains("*");
            return type.equals(message) && (all || directories.contains(directory));
        }
    }
}
