package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** NAME, NAME2 and NAME3 of an address in BMEcat and openTRANS, of 50 characters each. */
final class BmecatNames {
    private static final List<String> FIELDS = List.of("name", "name2", "name3");
    private static final int LENGTH = 50;

    private BmecatNames() {}

    /** What could not have stood in the line before continues it; other further lines say something else. */
    static @Nullable String read(Row row) {
        String name = row.text("name");
        String last = name;
        for (String field : following(row)) {
            String line = row.text(field);
            if (name == null || line == null || last.length() + 1 + line.split(" ", 2)[0].length() <= LENGTH) {
                return name;
            }
            name += " " + line;
            last = line;
        }
        return name;
    }

    static void write(@Nullable String name, Row row) {
        List<String> lines = name == null || following(row).isEmpty() ? List.of() : lines(name);
        row.set("name", lines.isEmpty() ? name : lines.getFirst());
        for (int i = 1; i < lines.size(); i++) {
            row.set(FIELDS.get(i), lines.get(i));
        }
    }

    private static List<String> following(Row row) {
        return row.layout().hasField(FIELDS.getLast()) ? FIELDS.subList(1, FIELDS.size()) : List.of();
    }

    /** Cut between words; the last has what is left. */
    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        String rest = name;
        while (rest.length() > LENGTH && lines.size() < FIELDS.size() - 1) {
            int space = rest.lastIndexOf(' ', LENGTH);
            if (space <= 0) {
                break;
            }
            lines.add(rest.substring(0, space));
            rest = rest.substring(space + 1);
        }
        lines.add(rest);
        return lines;
    }
}
