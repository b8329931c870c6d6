package io.tradelane.mappings.cartridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a partner's declarations into those for everybody: a field that it declares is read and written as it says, and no other way. */
final class OverlaidRows {

    private OverlaidRows() {}

    static Declaration.Rows of(Declaration.Rows standard, Declaration.Rows own) {
        Set<String> read = fields(own, Declaration.Scope::read);
        Set<String> written = fields(own, Declaration.Scope::write);
        Set<Path> constants = own.content().stream()
                .filter(Declaration.Constant.class::isInstance).map(declared -> ((Declaration.Constant) declared).at()).collect(Collectors.toSet());
        List<Declaration> content = new ArrayList<>();
        List<Declaration.Rows> left = new ArrayList<>();
        for (Declaration declared : own.content()) {
            if (declared instanceof Declaration.Rows rows) {
                left.add(rows);
            } else {
                content.add(declared);
            }
        }
        for (Declaration declared : standard.content()) {
            if (declared instanceof Declaration.Field field) {
                boolean reads = field.scope().read() && !read.contains(field.name());
                boolean writes = field.scope().write() && !written.contains(field.name());
                content.add(new Declaration.Field(
                        field.name(), field.at(), field.type(), field.join(), field.values(),
                        new Declaration.Scope(reads, writes, field.scope().directories())));
            } else if (declared instanceof Declaration.Constant constant && constants.contains(constant.at())) {
                continue;
            } else if (declared instanceof Declaration.Rows rows) {
                Declaration.Rows other = same(rows, own);
                content.add(other == null ? rows : of(rows, other));
                left.remove(other);
            } else {
                content.add(declared);
            }
        }
        content.addAll(left);
        return new Declaration.Rows(standard.name(), standard.at(), List.copyOf(content), standard.scope());
    }

    private static Set<String> fields(Declaration.Rows own, Predicate<Declaration.Scope> used) {
        return own.content().stream().filter(Declaration.Field.class::isInstance).filter(declared -> used.test(declared.scope()))
                .map(declared -> ((Declaration.Field) declared).name()).collect(Collectors.toSet());
    }

    /** The partner's rows of this name from this place. */
    private static Declaration.@Nullable Rows same(Declaration.Rows rows, Declaration.Rows own) {
        for (Declaration declared : own.content()) {
            if (declared instanceof Declaration.Rows other && other.name().equals(rows.name()) && Objects.equals(other.at(), rows.at())) {
                return other;
            }
        }
        return null;
    }

    /**
     * @param writes whether it is for writing, for which constants are too
     * @throws IllegalArgumentException naming a field or rows that nobody would read or fill, or a field of another type
     */
    static void requireKnown(Declaration.Rows own, Declaration.Rows standard, boolean writes) {
        for (Declaration declared : own.content()) {
            if (declared instanceof Declaration.Field field) {
                requireKnown(field, standard);
            } else if (declared instanceof Declaration.Rows rows) {
                List<Declaration.Rows> known = standard.content().stream()
                        .filter(Declaration.Rows.class::isInstance).map(Declaration.Rows.class::cast)
                        .filter(other -> other.name().equals(rows.name())).toList();
                if (known.isEmpty()) {
                    throw new IllegalArgumentException("no rows " + rows.name() + " in " + standard.name());
                }
                requireKnown(rows, known.stream().reduce(Declaration.Rows::with).orElseThrow(), writes);
            } else if (!writes || !(declared instanceof Declaration.Constant)) {
                throw new IllegalArgumentException("a partner's mapping has fields and rows, and constants only where it is for writing");
            }
        }
    }

    private static void requireKnown(Declaration.Field field, Declaration.Rows standard) {
        List<Declaration.Field> fields = standard.content().stream()
                .filter(Declaration.Field.class::isInstance).map(Declaration.Field.class::cast).toList();
        Declaration.Field known = fields.stream().filter(other -> other.name().equals(field.name())).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no field " + field.name() + " in " + standard.name() + ", which has "
                        + fields.stream().map(Declaration.Field::name).distinct().collect(Collectors.joining(", "))));
        if (known.type() != field.type()) {
            throw new IllegalArgumentException("field " + field.name() + " is of type " + known.type().name().toLowerCase(Locale.ROOT));
        }
    }
}
