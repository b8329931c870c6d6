package io.tradelane.mappings.cartridge;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes of the element that a cursor has just reached; what is wrong with them is an {@link IllegalArgumentException}. */
final class Attributes {
    private final XmlCursor cursor;

    Attributes(XmlCursor cursor) {
        this.cursor = cursor;
    }

    String required(String name) {
        String value = cursor.attribute(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(cursor.path() + " has no " + name);
        }
        return value.strip();
    }

    @Nullable Integer number(String name) {
        String value = cursor.attribute(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(name + " is a number, not \"" + value + "\"");
        }
        return Integer.valueOf(value);
    }

    int number(String name, int otherwise) {
        Integer number = number(name);
        return number == null ? otherwise : number;
    }

    @Nullable Boolean flag(String name) {
        return switch (cursor.attribute(name)) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new IllegalArgumentException(name + " is true or false, not \"" + other + "\"");
        };
    }

    /** A misspelt attribute would change nothing, and nobody would know. */
    void only(String... names) {
        for (String name : cursor.attributeNames()) {
            if (!List.of(names).contains(name)) {
                throw new IllegalArgumentException(cursor.path() + " has no attribute " + name + ", but " + String.join(", ", names));
            }
        }
    }
}
