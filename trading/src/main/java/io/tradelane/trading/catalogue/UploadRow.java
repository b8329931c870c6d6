package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleUpload.CellProblem;
import io.tradelane.trading.shared.CurrencyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one row over what stands: a column that is not in the file leaves its value, an empty cell takes it away. */
final class UploadRow {
    private static final Map<String, String> FIELDS = Map.of("nameZh", "name_zh", "nameEn", "name_en", "packQuantity", "pack_quantity", "minQuantity", "min_quantity",
            "stepQuantity", "step_quantity", "leadDays", "lead_days", "descriptionZh", "description_zh", "descriptionEn", "description_en");
    private final UploadColumns columns;
    private final Map<String, Category> categories;
    private final List<String> cells;
    private final List<CellProblem> problems = new ArrayList<>();

    private UploadRow(UploadColumns columns, Map<String, Category> categories, List<String> cells) {
        this.columns = columns;
        this.categories = categories;
        this.cells = cells;
    }

    /** @param form null when it cannot be read @param price of one unit; null: none is said @param stock likewise */
    record Read(@Nullable ArticleForm form, @Nullable BigDecimal price, @Nullable String currency, @Nullable BigDecimal stock, List<CellProblem> problems) {}

    /** @param categories by code and by names in lower case @param stands null for a new one @param usual currency */
    static Read read(UploadColumns columns, Map<String, Category> categories, List<String> cells, @Nullable ArticleForm stands, String usual) {
        return new UploadRow(columns, categories, cells).read(stands, usual);
    }

    private Read read(@Nullable ArticleForm stands, String usual) {
        Category category = category(stands);
        Map<String, String> attributes = new TreeMap<>(stands == null ? Map.of() : stands.attributes());
        for (String code : columns.attributes()) {
            boolean known = category != null && category.attributes().stream().anyMatch(attribute -> attribute.code().equals(code));
            String value = columns.value(cells, UploadColumns.ATTRIBUTE + code);
            attributes.remove(code);
            if (!value.isEmpty() && known) {
                attributes.put(code, value);
            } else if (!value.isEmpty()) {
                wrong(UploadColumns.ATTRIBUTE + code, "unknown");
            }
        }
        if (category != null) {
            attributes.keySet().removeIf(code -> category.attributes().stream().noneMatch(attribute -> attribute.code().equals(code)));
        }
        BigDecimal days = number("lead_days", stands == null || stands.leadDays() == null ? null : new BigDecimal(stands.leadDays()));
        if (days != null && (days.scale() > 0 || days.compareTo(new BigDecimal(3650)) > 0)) {
            wrong("lead_days", "out-of-range");
            days = null;
        }
        ArticleForm form = new ArticleForm(columns.value(cells, "number"), text("gtin", stands, ArticleForm::gtin), text("name_zh", stands, ArticleForm::nameZh),
                text("name_en", stands, ArticleForm::nameEn), category == null ? null : category.id(), text("brand", stands, ArticleForm::brand),
                text("model", stands, ArticleForm::model), text("spec", stands, ArticleForm::spec), text("description_zh", stands, ArticleForm::descriptionZh),
                text("description_en", stands, ArticleForm::descriptionEn), unit(stands), number("pack_quantity", stands == null ? null : stands.packQuantity()),
                number("min_quantity", stands == null ? null : stands.minQuantity()), number("step_quantity", stands == null ? null : stands.stepQuantity()),
                days == null ? null : days.intValue(), attributes, stands == null ? null : stands.variantOf());
        ArticleCheck.Checked checked = ArticleCheck.check(form, category);
        checked.problems().forEach(problem -> wrong(problem.field().startsWith("attributes.") ? UploadColumns.ATTRIBUTE + problem.field().substring("attributes.".length())
                : FIELDS.getOrDefault(problem.field(), problem.field()), problem.code()));
        BigDecimal price = number("price", null);
        String currency = columns.value(cells, "currency").isEmpty() ? usual : columns.value(cells, "currency").toUpperCase(Locale.ROOT);
        if (price != null && (price.signum() == 0 || !CurrencyCode.isKnown(currency))) {
            wrong(price.signum() == 0 ? "price" : "currency", price.signum() == 0 ? "not-positive" : "currency");
        }
        return new Read(problems.isEmpty() ? checked.form() : null, price, currency, number("stock", null), List.copyOf(problems));
    }

    private @Nullable Category category(@Nullable ArticleForm stands) {
        if (!columns.has("category")) {
            return stands == null || stands.category() == null ? null : categories.get(stands.category().toString());
        }
        String said = columns.value(cells, "category");
        Category found = categories.get(said.toLowerCase(Locale.ROOT));
        if (!said.isEmpty() && found == null) {
            wrong("category", "unknown");
        }
        return found;
    }

    private String unit(@Nullable ArticleForm stands) {
        String said = columns.value(cells, "unit").toUpperCase(Locale.ROOT);
        return !said.isEmpty() ? said : stands == null ? "PCE" : stands.unit();
    }

    private @Nullable String text(String field, @Nullable ArticleForm stands, Function<ArticleForm, @Nullable String> standing) {
        if (!columns.has(field)) {
            return stands == null ? null : standing.apply(stands);
        }
        String said = columns.value(cells, field);
        return said.isEmpty() ? null : said;
    }

    private @Nullable BigDecimal number(String field, @Nullable BigDecimal stands) {
        if (!columns.has(field)) {
            return stands;
        }
        String said = columns.value(cells, field).replace(",", "");
        if (said.isEmpty()) {
            return null;
        }
        if (!said.matches("\\d{1,12}(\\.\\d{1,6})?")) {
            wrong(field, said.matches("-\\d.*") ? "negative" : "number");
            return null;
        }
        return ArticleRows.plain(new BigDecimal(said));
    }

    private void wrong(String field, String code) {
        problems.add(new CellProblem(columns.called(field), columns.value(cells, field), code));
    }
}
