package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.Reference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** RFF groups, declared as rows {@code references}. */
public final class ReferenceRows {
    private ReferenceRows() {}

    public static List<Reference> read(Row owner) {
        List<Reference> references = new ArrayList<>();
        for (Row row : owner.rows("references")) {
            String number = row.text("number");
            if (number != null) {
                Kind kind = Codes.find(Kind.class, Kind::code, row.text("kind"));
                references.add(new Reference(kind == null ? Kind.OTHER : kind, number, row.text("line"), row.date("date")));
            }
        }
        return List.copyOf(references);
    }

    /** The first reference of one of these kinds (1153), in the order of the kinds. */
    public static @Nullable Row find(Row owner, String... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> owner.rows("references").stream().filter(row -> kind.equals(row.text("kind"))))
                .filter(row -> row.text("number") != null)
                .findFirst()
                .orElse(null);
    }

    public static @Nullable String number(Row owner, String... kinds) {
        Row row = find(owner, kinds);
        return row == null ? null : row.text("number");
    }

    public static void write(List<Reference> references, Row owner) {
        for (Reference reference : references) {
            Row row = add(owner, reference.kind(), reference.number(), reference.lineNumber());
            if (row != null) {
                row.set("date", reference.date());
            }
        }
    }

    /** Writes nothing for a {@code null} number. */
    public static @Nullable Row add(Row owner, Kind kind, @Nullable String number, @Nullable String line) {
        return number == null ? null : owner.add("references").set("kind", kind.code()).set("number", number).set("line", line);
    }
}
