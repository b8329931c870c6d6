package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.BmecatUnits;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.XmlRefusals;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ARTICLE and PRODUCT of BMEcat: rows {@code articles}. */
final class BmecatArticles {
    /** UN/ECE Recommendation 20: one. */
    static final String ONE = "C62";
    /** FVALUE of BMEcat 2005 and 1.2. */
    private static final int VALUE = 60;
    private static final String CATEGORIES = "category-1.0";

    private BmecatArticles() {}

    static List<Article> read(Row catalogue, Action action, @Nullable String currency, MappingReport report) {
        List<Article> articles = new ArrayList<>();
        for (Row row : catalogue.rows("articles")) {
            if (row.text("supplierArticle") != null) {
                articles.add(article(row, Integer.toString(articles.size() + 1), action, currency, report));
            }
        }
        return List.copyOf(articles);
    }

    private static Article article(Row row, String number, Action action, @Nullable String currency, MappingReport report) {
        String unit = row.text("orderUnit");
        Item item = new Item(row.text("gtin"), row.text("buyerArticle"), row.text("supplierArticle"), row.text("name"));
        BigDecimal minimum = row.decimal("minimum");
        return new Article(
                number, action(row.text("mode"), action), item, row.text("name"), row.text("description"), row.text("manufacturer"),
                row.text("manufacturerArticle"), row.text("category"), unit,
                minimum == null ? null : new Quantity(minimum, unit == null ? ONE : unit), row.decimal("packSize"),
                row.decimal("leadTime") == null ? null : row.decimal("leadTime").intValue(), row.text("origin"), taxRate(row),
                BmecatPrices.read(row, currency, report), attributes(row), images(row));
    }

    private static ArticleAction action(@Nullable String mode, Action action) {
        return switch (mode == null ? "" : mode) {
            case "new" -> ArticleAction.ADD;
            case "update" -> ArticleAction.CHANGE;
            case "delete" -> ArticleAction.DELETE;
            default -> action == Action.REPLACE ? ArticleAction.ADD : ArticleAction.CHANGE;
        };
    }

    /** TAX is a factor: 0.19 for 19 percent. */
    private static @Nullable BigDecimal taxRate(Row row) {
        for (Row details : row.rows("priceDetails")) {
            for (Row price : details.rows("prices")) {
                if (price.decimal("tax") != null) {
                    BigDecimal percent = price.decimal("tax").movePointRight(2).stripTrailingZeros();
                    return percent.scale() < 0 ? percent.setScale(0) : percent;
                }
            }
        }
        return null;
    }

    private static List<Attribute> attributes(Row row) {
        List<Attribute> attributes = new ArrayList<>();
        for (Row feature : row.rows("features")) {
            if (feature.text("name") != null && feature.text("value") != null) {
                attributes.add(new Attribute(feature.text("name"), feature.text("value"), feature.text("unit")));
            }
        }
        return List.copyOf(attributes);
    }

    private static List<String> images(Row row) {
        List<String> images = new ArrayList<>();
        for (Row image : row.rows("images")) {
            String type = image.text("type");
            if (image.text("source") != null && (type == null || type.startsWith("image/"))) {
                images.add(image.text("source"));
            }
        }
        return List.copyOf(images);
    }

    static void write(Article article, Action action, Row row) {
        Item item = article.item();
        row.set("mode", action == Action.UPDATE_PRICES ? null : mode(article, action));
        row.set("supplierArticle", item.supplierArticle() != null ? item.supplierArticle() : item.gtin() != null ? item.gtin() : item.buyerArticle());
        if (action != Action.UPDATE_PRICES) {
            details(article, row);
        }
        BmecatPrices.write(article, action, row);
    }

    private static @Nullable String mode(Article article, Action action) {
        return switch (article.action()) {
            case ADD -> action == Action.REPLACE ? null : "new";
            case CHANGE -> action == Action.REPLACE ? null : "update";
            case DELETE -> "delete";
        };
    }

    private static void details(Article article, Row row) {
        Item item = article.item();
        String name = article.name() != null ? article.name() : item.description();
        row.set("name", name == null ? row.text("supplierArticle") : name).set("description", article.description());
        row.set("gtin", item.gtin()).set("buyerArticle", item.buyerArticle());
        row.set("manufacturer", article.manufacturer()).set("manufacturerArticle", article.manufacturerArticle());
        if (row.layout().hasField("buyerArticleType")) {
            row.set("buyerArticleType", item.buyerArticle() == null ? null : "buyer_specific");
        }
        row.set("leadTime", article.leadTimeDays() == null ? null : BigDecimal.valueOf(article.leadTimeDays()));
        row.set("categorySystem", article.category() == null ? null : CATEGORIES).set("category", article.category());
        row.set("orderUnit", BmecatUnits.written(article.orderUnit() == null ? ONE : article.orderUnit())).set("packSize", article.packSize());
        row.set("contentUnit", article.packSize() == null ? null : ONE);
        row.set("minimum", article.minimumOrder() == null ? null : article.minimumOrder().value());
        if (row.layout().hasField("origin")) {
            row.set("origin", article.originCountry());
        }
        for (Attribute attribute : article.attributes()) {
            if (attribute.value().length() > VALUE) {
                throw XmlRefusals.value("FEATURE/FVALUE", attribute.value(), "an.." + VALUE);
            }
            row.add("features").set("name", attribute.name()).set("value", attribute.value()).set("unit", attribute.unit());
        }
        for (String image : article.images()) {
            row.add("images").set("source", image).set("purpose", "normal");
        }
    }
}
