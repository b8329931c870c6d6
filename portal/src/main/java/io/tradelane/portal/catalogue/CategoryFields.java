package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.CategoryAttribute.Choice;
import io.tradelane.trading.catalogue.CategoryAttribute.Kind;
import io.tradelane.trading.catalogue.CategoryChanges.Own;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a category and its own attributes: {@code attributes[3].code} and so on, a row each. A choice is a line {@code CODE = 中文 = English}.
 * A row without a code is none.
 */
final class CategoryFields {
    static final int MOST_ROWS = 60;
    private static final int NEW_ROWS = 2;

    private CategoryFields() {}

    /** What stands, as typed. */
    static Map<String, String> typed(Category category, List<Own> own) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("nameZh", category.nameZh());
        typed.put("nameEn", category.nameEn());
        typed.put("version", "" + category.version());
        for (int i = 0; i < own.size(); i++) {
            CategoryAttribute attribute = own.get(i).attribute();
            String row = "attributes[" + i + "].";
            typed.put(row + "code", attribute.code());
            typed.put(row + "kept", "true");
            typed.put(row + "nameZh", attribute.nameZh());
            typed.put(row + "nameEn", attribute.nameEn());
            typed.put(row + "kind", Constants.word(attribute.kind()));
            typed.put(row + "unit", attribute.unit() == null ? "" : attribute.unit());
            typed.put(row + "least", plain(attribute.least()));
            typed.put(row + "most", plain(attribute.most()));
            typed.put(row + "choices", String.join("\n", attribute.choices().stream().map(one -> one.code() + " = " + one.zh() + " = " + one.en()).toList()));
            tick(typed, row + "mandatory", attribute.mandatory());
            tick(typed, row + "facet", attribute.facet());
            tick(typed, row + "retired", own.get(i).retired());
        }
        return typed;
    }

    /** How many rows to show: those that say something, and some more. */
    static int rows(Map<String, String> typed) {
        int last = -1;
        for (int i = 0; i < MOST_ROWS; i++) {
            last = typed.getOrDefault("attributes[" + i + "].code", "").isBlank() ? last : i;
        }
        return Math.min(MOST_ROWS, last + 1 + NEW_ROWS);
    }

    /** Those that are not to retire; in {@code at} the row of each. */
    static List<CategoryAttribute> attributes(Map<String, String> typed, List<Integer> at, Problems problems, Words words) {
        FormValues form = new FormValues(typed, problems, words);
        List<CategoryAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS; i++) {
            String row = "attributes[" + i + "].";
            String code = typed.getOrDefault(row + "code", "").strip();
            if (!code.isEmpty() && !form.ticked(row + "retired")) {
                String unit = typed.getOrDefault(row + "unit", "").strip();
                attributes.add(new CategoryAttribute(code, typed.getOrDefault(row + "nameZh", "").strip(), typed.getOrDefault(row + "nameEn", "").strip(),
                        Constants.of(Kind.class, typed.getOrDefault(row + "kind", "")).orElse(Kind.TEXT), unit.isEmpty() ? null : unit, form.number(row + "least"), form.number(row + "most"),
                        choices(typed.getOrDefault(row + "choices", "")), form.ticked(row + "mandatory"), form.ticked(row + "facet")));
                at.add(i);
            }
        }
        return attributes;
    }

    private static List<Choice> choices(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(line -> {
            String[] parts = line.split("=", -1);
            return new Choice(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "", parts.length > 2 ? parts[2].strip() : "");
        }).toList();
    }

    private static void tick(Map<String, String> typed, String field, boolean ticked) {
        if (ticked) {
            typed.put(field, "true");
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
