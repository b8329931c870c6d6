package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Gs1Form;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** tradeItem of GS1 XML: rows {@code items}. */
final class Gs1Articles {
    private static final String IMAGE = "PRODUCT_IMAGE";
    private static final String NET_CONTENT = "netContent";
    /** The brick for what is not classified yet. */
    private static final String UNCLASSIFIED = "99999999";
    private static final Set<String> PIECES = Set.of(BmecatArticles.ONE, "H87", "PCE", "EA");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,9})?");

    private Gs1Articles() {}

    static void read(List<Row> items, ArticleAction action, List<Article> articles) {
        for (Row row : items) {
            if (row.text("gtin") != null) {
                articles.add(article(row, Integer.toString(articles.size() + 1), action));
            }
        }
    }

    private static Article article(Row row, String number, ArticleAction action) {
        Item item = new Item(row.text("gtin"), row.text("buyerArticle"), row.text("supplierArticle"), row.text("name"));
        List<Attribute> attributes = row.text("content") == null ? List.of()
                : List.of(new Attribute(NET_CONTENT, row.text("content"), row.text("contentUnit")));
        return new Article(
                number, action, item, row.text("name"), row.text("description"), row.text("manufacturer"), null,
                UNCLASSIFIED.equals(row.text("category")) ? null : row.text("category"), null,
                row.decimal("minimum") == null ? null : new Quantity(row.decimal("minimum"), BmecatArticles.ONE), row.decimal("packSize"),
                null, null, null, List.of(), attributes, images(row));
    }

    /**
     * What a notification has no place for stays behind: prices, which GDSN sends in a message of their own, and what is said of
     * packages without the article that is in them.
     */
    static void write(Article article, String language, Row row) {
        Item item = article.item();
        row.set("gtin", Gs1Form.gtin(item.gtin(), "gtin")).set("supplierArticle", item.supplierArticle()).set("buyerArticle", item.buyerArticle());
        row.set("manufacturer", article.manufacturer());
        row.set("category", article.category() == null ? UNCLASSIFIED : Gs1Form.GPC.fitting(article.category(), "gpcCategoryCode"));
        String name = article.name() == null ? item.description() : article.name();
        row.set("name", name).set("nameLanguage", name == null ? null : language);
        row.set("description", article.description()).set("descriptionLanguage", article.description() == null ? null : language);
        Quantity minimum = article.minimumOrder();
        row.set("minimum", minimum == null || !isCounted(minimum) ? null : minimum.value());
        article.attributes().stream().filter(attribute -> attribute.name().equals(NET_CONTENT) && attribute.unit() != null
                        && NUMBER.matcher(attribute.value()).matches()).findFirst()
                .ifPresent(content -> row.set("content", content.value()).set("contentUnit", content.unit()));
        article.images().forEach(image -> row.add("files").set("type", IMAGE).set("uri", image));
    }

    /** A notification counts its trade items, whole ones. */
    private static boolean isCounted(Quantity quantity) {
        return PIECES.contains(quantity.unit()) && quantity.value().stripTrailingZeros().scale() <= 0;
    }

    private static List<String> images(Row row) {
        List<String> images = new ArrayList<>();
        for (Row file : row.rows("files")) {
            if (IMAGE.equals(file.text("type")) && file.text("uri") != null) {
                images.add(file.text("uri"));
            }
        }
        return List.copyOf(images);
    }
}
