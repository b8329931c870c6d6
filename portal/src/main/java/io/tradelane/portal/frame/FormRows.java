package io.tradelane.portal.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a table in a form: fields {@code quantity-0}, {@code quantity-1} … by position. */
public final class FormRows {
    private static final int MOST = 500;

    private FormRows() {}

    /** The same with the rows that say something moved together. @param fields of a row @param telling those of them by which a row says something */
    public static Map<String, String> compact(Map<String, String> typed, List<String> fields, List<String> telling) {
        Map<String, String> values = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (fields.stream().noneMatch(field -> name.matches(field + "-\\d+"))) {
                values.put(name, value);
            }
        });
        int to = 0;
        for (int from = 0; from < MOST; from++) {
            int row = from;
            if (telling.stream().anyMatch(field -> !typed.getOrDefault(field + "-" + row, "").isBlank())) {
                for (String field : fields) {
                    values.put(field + "-" + to, typed.getOrDefault(field + "-" + from, "").strip());
                }
                to++;
            }
        }
        return values;
    }

    public static int count(Map<String, String> compacted, String field) {
        int rows = 0;
        while (compacted.containsKey(field + "-" + rows)) {
            rows++;
        }
        return rows;
    }
}
