package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    /** @param values what is taken for what was sent, when it is read; empty: what was sent */
    record Field(String name, Path at, Type type, @Nullable String join, Map<String, String> values, Scope scope) implements Declaration {}

    record Constant(Path at, String value, Scope scope) implements Declaration {}

    record Count(Path at, String of, Scope scope) implements Declaration {}

    /** The outermost has an empty path. */
    record Rows(String name, @Nullable Path at, List<Declaration> content, Scope scope) implements Declaration {

        /** Fields and child rows in the order of the declaration; the same name twice is one field. */
        RowLayout layout() {
            List<String> fields = content.stream()
                    .filter(Field.class::isInstance).map(declared -> ((Field) declared).name()).distinct().toList();
            Map<String, Rows> children = new LinkedHashMap<>();
            for (Rows rows : content.stream().filter(Rows.class::isInstance).map(Rows.class::cast).toList()) {
                children.merge(rows.name(), rows, Rows::with);
            }
            return new RowLayout(name, fields, children.values().stream().map(Rows::layout).toList());
        }

        /** The same rows declared again, for other directories or the other direction. */
        Rows with(Rows again) {
            return new Rows(name, at, Stream.concat(content.stream(), again.content.stream()).toList(), scope);
        }
    }

    /**
     * @param directories a service message such as CONTRL fits in all its versions
     * @param association how UNH 0057 begins where this declaration counts; absent: any
     * @param partner whose messages it is for, as {@code id:qualifier} of UNB; absent: everybody's
     * @param segments tags that Smooks visitors want to see
     */
    record Message(
            String type,
            Set<String> directories,
            @Nullable String association,
            @Nullable String partner,
            List<String> segments,
            Rows content) {

        boolean fits(MappingKey key) {
            return type.equals(key.message())
                    && (key.directory().equals(Directories.SERVICE) || directories.contains(key.directory()))
                    && (association == null || key.association() != null && key.association().startsWith(association))
                    && (partner == null || partner.equals(key.partner()));
        }

        /** Of two that fit, the one with more of it counts: a partner's own before any association's. */
        int specificity() {
            return (partner == null ? 0 : 1000) + (association == null ? 0 : association.length());
        }
    }
}
