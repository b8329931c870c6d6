package io.tradelane.mappings.cartridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a partner's own that stand for those that everybody knows, put right in a row that has been read, or put in before one is written. */
final class ValueChanges {

    private record Change(int slot, Map<String, String> values) {}

    private record Below(int child, ValueChanges changes) {}

    private final List<Change> changes = new ArrayList<>();
    private final List<Below> below = new ArrayList<>();

    private ValueChanges() {}

    /** {@code null} for nearly every declaration. */
    static @Nullable ValueChanges of(Declaration.Rows rows, RowLayout layout) {
        ValueChanges found = new ValueChanges();
        for (Declaration declared : rows.content()) {
            if (declared instanceof Declaration.Field field && !field.values().isEmpty()) {
                found.changes.add(new Change(layout.slot(field.name()), field.values()));
            } else if (declared instanceof Declaration.Rows inner) {
                int child = layout.child(inner.name());
                ValueChanges inside = of(inner, layout.child(child));
                if (inside != null) {
                    found.below.add(new Below(child, inside));
                }
            }
        }
        return found.changes.isEmpty() && found.below.isEmpty() ? null : found;
    }

    /** From what everybody knows to the partner's own; where several stand for one, the first. */
    ValueChanges reversed() {
        ValueChanges reversed = new ValueChanges();
        for (Change change : changes) {
            Map<String, String> values = new LinkedHashMap<>();
            change.values().forEach((theirs, ours) -> values.putIfAbsent(ours, theirs));
            reversed.changes.add(new Change(change.slot(), values));
        }
        below.forEach(inner -> reversed.below.add(new Below(inner.child(), inner.changes().reversed())));
        return reversed;
    }

    void apply(Row row) {
        for (Change change : changes) {
            Object value = row.value(change.slot());
            if (value instanceof String text) {
                row.value(change.slot(), change.values().getOrDefault(text, text));
            }
        }
        for (Below inner : below) {
            row.rows(inner.child()).forEach(inner.changes()::apply);
        }
    }
}
