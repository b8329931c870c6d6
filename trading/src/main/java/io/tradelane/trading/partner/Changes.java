package io.tradelane.trading.partner;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a change says in the journal: what was before and what is after, by name. Of secrets only that they were set or removed. */
final class Changes {
    private static final String NOTHING = "–";
    private final Map<String, String> details = new TreeMap<>();

    /** What is the same is left out. */
    Changes of(String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            details.put(name, text(before) + " → " + text(after));
        }
        return this;
    }

    Changes of(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> of(name, before.get(name), after.get(name)));
        return this;
    }

    /** @param given by name; an empty value removes the one that is there */
    Changes secrets(Map<String, String> before, Map<String, String> given) {
        given.forEach((name, value) -> {
            if (!value.isEmpty()) {
                details.put(name, "•••");
            } else if (before.containsKey(name)) {
                details.put(name, "••• → " + NOTHING);
            }
        });
        return this;
    }

    /** What it is about. */
    Changes about(String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
        return this;
    }

    Map<String, String> details() {
        return details;
    }

    private static String text(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.isEmpty() ? NOTHING : text;
    }
}
