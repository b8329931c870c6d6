package io.tradelane.portal.partner;

import io.tradelane.mappings.table.TableField;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.mappings.table.TableSample;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.shared.CurrencyCode;
import io.tradelane.trading.shared.UnitCode;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of the page where columns are told apart, there and back. */
final class TableMappingForm {
    private static final int LONGEST_PATTERN = 30;
    private static final int LONGEST_CODE = 3;
    /** As a form writes them. */
    private static final Map<String, Character> DELIMITERS = Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');
    private static final Map<String, Character> MARKS = Map.of("comma", ',', "point", '.');

    private TableMappingForm() {}

    /** What stands in the form first: what was saved, else what the headers usually mean. */
    static Map<String, String> first(TableSample sample, boolean headers, @Nullable TableMapping saved) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < sample.columns().size(); i++) {
            form.put("column-" + i, Constants.word(sample.columns().get(i).guess()));
        }
        DocumentType type = saved != null ? saved.type() : sample.type();
        form.put("type", Constants.word(type == null ? DocumentType.ORDER : type));
        if (headers) {
            form.put("headers", "true");
        }
        if (saved != null) {
            form.put("datePattern", Objects.requireNonNullElse(saved.datePattern(), ""));
            form.put("currency", Objects.requireNonNullElse(saved.currency(), ""));
            form.put("unit", Objects.requireNonNullElse(saved.unit(), ""));
            form.put("decimalMark", word(MARKS, saved.decimalMark()));
            form.put("delimiter", word(DELIMITERS, saved.delimiter()));
        }
        return form;
    }

    private static String word(Map<String, Character> words, @Nullable Character sign) {
        return words.entrySet().stream().filter(entry -> entry.getValue().equals(sign)).map(Map.Entry::getKey).findFirst().orElse("");
    }

    /** {@code null} when something is wrong, which is told. */
    static @Nullable TableMapping read(Map<String, String> typed, List<TableSample.Column> columns, Problems problems, Words words) {
        FormValues values = new FormValues(typed, problems, words);
        Map<String, TableField> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String key = columns.get(i).key();
            TableField field = Constants.of(TableField.class, typed.getOrDefault("column-" + i, "")).orElse(null);
            if (field != null && !key.isBlank()) {
                fields.put(key, field);
            }
        }
        if (fields.isEmpty()) {
            problems.add("column-0", words.text("table.problem.columns"));
        }
        DocumentType type = Constants.of(DocumentType.class, typed.getOrDefault("type", "")).filter(ReadingFormats.TABLE_TYPES::contains).orElse(null);
        if (type == null) {
            problems.add("type", words.text("problem.required"));
        }
        String pattern = values.text("datePattern", LONGEST_PATTERN);
        if (pattern != null && !isPattern(pattern)) {
            problems.add("datePattern", words.text("table.problem.datePattern"));
        }
        String currency = upper(values.text("currency", LONGEST_CODE));
        if (currency != null && !CurrencyCode.isKnown(currency)) {
            problems.add("currency", words.text("crossReference.problem.currency"));
        }
        String unit = upper(values.text("unit", LONGEST_CODE));
        if (unit != null && !UnitCode.isKnown(unit)) {
            problems.add("unit", words.text("table.problem.unit"));
        }
        return type == null || !problems.isEmpty() ? null
                : new TableMapping(
                        type, fields, values.ticked("headers"), DELIMITERS.get(typed.getOrDefault("delimiter", "")),
                        MARKS.get(typed.getOrDefault("decimalMark", "")), pattern, currency, unit);
    }

    private static @Nullable String upper(@Nullable String code) {
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    private static boolean isPattern(String text) {
        try {
            DateTimeFormatter.ofPattern(text, Locale.ROOT);
            return true;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }
}
