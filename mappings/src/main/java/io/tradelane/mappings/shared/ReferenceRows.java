package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.Reference.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFF groups, declared as rows {@code references}. */
public final class ReferenceRows {
    private static final Codes<Kind> KINDS = Codes.of(Kind.values(), Kind::code);

    private ReferenceRows() {}

    public static List<Reference> read(Row owner) {
        return read(owner, true);
    }

    /** Of a place where no date stands below RFF. */
    public static List<Reference> readPlain(Row owner) {
        return read(owner, false);
    }

    private static List<Reference> read(Row owner, boolean dated) {
        Row first = owner.first("references");
        if (first == null) {
            return List.of();
        }
        if (first.next() == null) {
            Reference only = reference(first, dated);
            return only == null ? List.of() : List.of(only);
        }
        List<Reference> references = new ArrayList<>();
        for (Row row = first; row != null; row = row.next()) {
            Reference reference = reference(row, dated);
            if (reference != null) {
                references.add(reference);
            }
        }
        return List.copyOf(references);
    }

    private static @Nullable Reference reference(Row row, boolean dated) {
        String number = row.text("number");
        if (number == null) {
            return null;
        }
        Kind kind = KINDS.find(row.text("kind"));
        return new Reference(kind == null ? Kind.OTHER : kind, number, row.text("line"), dated ? row.date("date") : null);
    }

    /** The first reference of one of these kinds (1153), in the order of the kinds. */
    public static @Nullable Row find(Row owner, String... kinds) {
        Row first = owner.first("references");
        for (String kind : kinds) {
            for (Row row = first; row != null; row = row.next()) {
                if (kind.equals(row.text("kind")) && row.text("number") != null) {
                    return row;
                }
            }
        }
        return null;
    }

    public static @Nullable String number(Row owner, String... kinds) {
        Row row = find(owner, kinds);
        return row == null ? null : row.text("number");
    }

    public static void write(List<Reference> references, Row owner) {
        for (Reference reference : references) {
            Row row = add(owner, reference.kind(), reference.number(), reference.lineNumber());
            if (row != null && reference.date() != null && row.layout().hasField("date")) {
                row.set("date", reference.date());
            }
        }
    }

    /** Writes nothing for a {@code null} number. */
    public static @Nullable Row add(Row owner, Kind kind, @Nullable String number, @Nullable String line) {
        return number == null ? null : owner.add("references").set("kind", kind.code()).set("number", number).set("line", line);
    }
}
