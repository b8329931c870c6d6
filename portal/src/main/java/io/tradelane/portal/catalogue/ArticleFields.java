package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.ArticleForm;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article as a form: its fields by their names, attributes as {@code attributes.material}. */
final class ArticleFields {
    private static final String ATTRIBUTE = "attributes.";
    private final Words words;

    ArticleFields(Words words) {
        this.words = words;
    }

    static Map<String, String> initial(ArticleForm form, Formats formats) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "number", form.number());
        put(values, "gtin", form.gtin());
        put(values, "nameZh", form.nameZh());
        put(values, "nameEn", form.nameEn());
        put(values, "category", form.category());
        put(values, "brand", form.brand());
        put(values, "model", form.model());
        put(values, "spec", form.spec());
        put(values, "descriptionZh", form.descriptionZh());
        put(values, "descriptionEn", form.descriptionEn());
        put(values, "unit", form.unit());
        put(values, "packQuantity", formats.plain(form.packQuantity()));
        put(values, "minQuantity", formats.plain(form.minQuantity()));
        put(values, "stepQuantity", formats.plain(form.stepQuantity()));
        put(values, "leadDays", form.leadDays());
        put(values, "variantOf", form.variantOf());
        form.attributes().forEach((code, value) -> values.put(ATTRIBUTE + code, value));
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        values.put(name, value == null ? "" : value.toString());
    }

    /** @return empty when a field cannot be read; what the engine finds wrong it says itself */
    Optional<ArticleForm> read(Map<String, String> typed, Problems problems) {
        FormValues form = new FormValues(typed, problems, words);
        Map<String, String> attributes = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTE) && !value.isBlank()) {
                attributes.put(name.substring(ATTRIBUTE.length()), value);
            }
        });
        ArticleForm read = new ArticleForm(typed.getOrDefault("number", "").strip(), form.text("gtin", 14), form.text("nameZh", 200), form.text("nameEn", 200),
                uuid(form, "category", typed), form.text("brand", 70), form.text("model", 70), form.text("spec", 200), form.text("descriptionZh", 20_000),
                form.text("descriptionEn", 20_000), typed.getOrDefault("unit", "").strip().toUpperCase(Locale.ROOT), form.number("packQuantity"), form.number("minQuantity"),
                form.number("stepQuantity"), days(form), attributes, uuid(form, "variantOf", typed));
        return problems.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    private static @Nullable Integer days(FormValues form) {
        BigDecimal days = form.number("leadDays");
        if (days != null && (days.stripTrailingZeros().scale() > 0 || days.compareTo(new BigDecimal(3650)) > 0)) {
            form.wrong("leadDays", "problem.out-of-range");
            return null;
        }
        return days == null ? null : days.intValueExact();
    }

    static @Nullable UUID uuid(FormValues form, String field, Map<String, String> typed) {
        String value = typed.getOrDefault(field, "").strip();
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            form.wrong(field, "problem.unknown");
            return null;
        }
        return UUID.fromString(value);
    }
}
