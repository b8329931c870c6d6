package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a catalogue. */
final class UblArticles {
    private UblArticles() {}

    static List<Article> read(Row catalogue, @Nullable String currency, MappingReport report) {
        List<Article> articles = new ArrayList<>();
        UblValues.checkLines(catalogue.rows("lines"), report);
        String usual = currency == null ? Amounts.NO_CURRENCY : currency;
        for (Row row : catalogue.rows("lines")) {
            if (row.text("number") != null) {
                articles.add(article(row, usual, report));
            }
        }
        return List.copyOf(articles);
    }

    private static Article article(Row row, String currency, MappingReport report) {
        Item found = UblValues.item(row, report);
        Item item = new Item(found.gtin(), found.buyerArticle(), found.supplierArticle(), row.text("name"));
        return new Article(
                row.text("number"), action(row, report), item, row.text("name"), row.text("description"), row.text("manufacturer"),
                row.text("manufacturerArticle"), row.text("category"), row.text("orderUnit"), UblValues.quantity(row, "minimum"),
                row.decimal("packSize"), leadTime(row), row.text("origin"), row.decimal("taxRate"), prices(row, currency, report),
                attributes(row), row.rows("images").stream().map(image -> image.text("uri")).filter(uri -> uri != null).toList());
    }

    private static ArticleAction action(Row row, MappingReport report) {
        String code = row.text("action");
        return switch (code == null ? "" : code) {
            case "", "Add" -> ArticleAction.ADD;
            case "Update" -> ArticleAction.CHANGE;
            case "Delete" -> ArticleAction.DELETE;
            default -> {
                report.add(MappingError.CODE_ASSUMED, row, "action", code, "Update");
                yield ArticleAction.CHANGE;
            }
        };
    }

    /** In days; other units are of no use to who plans by days. */
    private static @Nullable Integer leadTime(Row row) {
        for (Row price : row.rows("prices")) {
            BigDecimal time = price.decimal("leadTime");
            String unit = price.text("leadTimeUnit");
            if (time != null && (unit == null || unit.equals("DAY"))) {
                return time.intValue();
            }
            if (time != null && unit.equals("WEE")) {
                return time.intValue() * 7;
            }
        }
        return null;
    }

    private static List<TierPrice> prices(Row row, String currency, MappingReport report) {
        List<TierPrice> prices = new ArrayList<>();
        for (Row one : row.rows("prices")) {
            Quantity from = UblValues.quantity(one, "from");
            Price price = UblValues.price(one, from, currency, report);
            if (price != null) {
                prices.add(new TierPrice(
                        price, from == null ? BigDecimal.ONE : from.value(), one.date("validFrom"), one.date("validTo"), one.text("territory")));
            }
        }
        return List.copyOf(prices);
    }

    private static List<Attribute> attributes(Row row) {
        List<Attribute> attributes = new ArrayList<>();
        for (Row one : row.rows("attributes")) {
            if (one.text("name") != null && one.text("value") != null) {
                attributes.add(new Attribute(one.text("name"), one.text("value"), one.text("unit")));
            }
        }
        return List.copyOf(attributes);
    }

    static void write(Article article, Row row) {
        row.set("number", article.lineNumber()).set("action", code(article.action())).set("orderable", article.orderUnit() == null ? null : "true");
        UblValues.item(row, article.item()); // its description makes room for that of the article
        row.set("name", article.name() == null ? UblValues.name(article.item()) : article.name()).set("description", article.description());
        row.set("manufacturer", article.manufacturer()).set("manufacturerArticle", article.manufacturerArticle());
        row.set("orderUnit", article.orderUnit()).set("packSize", article.packSize()).set("origin", article.originCountry());
        row.set("category", article.category()).set("categoryList", article.category() == null ? null : "ZZZ");
        UblValues.quantity(row, "minimum", article.minimumOrder());
        if (article.taxRate() != null) {
            row.set("taxCategory", article.taxRate().signum() == 0 ? "Z" : "S").set("taxRate", article.taxRate()).set("taxScheme", "VAT");
        }
        prices(article, row);
        for (Attribute attribute : article.attributes()) {
            Row target = row.add("attributes").set("name", attribute.name()).set("value", attribute.value());
            boolean measured = attribute.unit() != null && attribute.value().matches("-?\\d+(\\.\\d+)?");
            target.set("quantity", measured ? attribute.value() : null).set("unit", measured ? attribute.unit() : null);
        }
        int image = 1;
        for (String uri : article.images()) {
            row.add("images").set("id", Integer.toString(image++)).set("uri", uri);
        }
    }

    private static void prices(Article article, Row row) {
        for (TierPrice tier : article.prices()) {
            Row target = row.add("prices").set("validFrom", tier.validFrom()).set("validTo", tier.validTo()).set("territory", tier.territory());
            UblValues.price(target, tier.price());
            if (tier.from().compareTo(BigDecimal.ONE) > 0) {
                UblValues.quantity(target, "from", new Quantity(tier.from(), tier.price().basis().unit()));
            }
            if (article.leadTimeDays() != null) {
                target.set("leadTime", BigDecimal.valueOf(article.leadTimeDays())).set("leadTimeUnit", "DAY");
            }
        }
    }

    private static String code(ArticleAction action) {
        return switch (action) {
            case ADD -> "Add";
            case CHANGE -> "Update";
            case DELETE -> "Delete";
        };
    }
}
