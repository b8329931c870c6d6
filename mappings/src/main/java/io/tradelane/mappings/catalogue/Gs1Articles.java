package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;

/** tradeItem of GS1 XML: rows {@code items}. */
final class Gs1Articles {
    private static final String IMAGE = "PRODUCT_IMAGE";

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
                : List.of(new Attribute("netContent", row.text("content"), row.text("contentUnit")));
        return new Article(
                number, action, item, row.text("name"), row.text("description"), row.text("manufacturer"), null, row.text("category"), null,
                row.decimal("minimum") == null ? null : new Quantity(row.decimal("minimum"), BmecatArticles.ONE), row.decimal("packSize"),
                null, null, null, List.of(), attributes, images(row));
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
