package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.LeadTimes;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The articles of a catalogue: LIN groups below their product group (PGI, rows {@code groups}). */
final class ArticleRows {
    /** 6063: least that can be ordered, and what one package holds. */
    private static final String MINIMUM = "53";
    private static final String PACK = "52";
    /** 5379: product group, or none. */
    private static final String GROUP = "11";
    private static final String NO_GROUP = "9";
    /** 7037, which has to be there: the words beside it say which. */
    private static final String NAMED = "ZZZ";

    private ArticleRows() {}

    static List<Article> read(Row message, Amounts amounts, MappingReport report) {
        List<Article> articles = new ArrayList<>();
        for (Row group : message.rows("groups")) {
            String name = group.text("category");
            String category = name == null ? group.text("categoryCode") : name;
            for (Row line : group.rows("lines")) {
                articles.add(article(line, category, articles.size() + 1, amounts, report));
            }
        }
        return List.copyOf(articles);
    }

    private static Article article(Row line, @Nullable String category, int place, Amounts amounts, MappingReport report) {
        Item item = ItemRows.read(line, report);
        Quantity pack = Amounts.quantity(line, PACK, "59");
        Quantity minimum = Amounts.quantity(line, MINIMUM);
        List<TierPrice> prices = TierPriceRows.read(line, amounts);
        String orderUnit = minimum != null ? minimum.unit() : pack != null ? pack.unit()
                : prices.isEmpty() ? null : prices.getFirst().price().basis().unit();
        return new Article(
                Headers.lineNumber(line, place, report),
                action(line, report),
                item,
                item.description(),
                TextRows.note(line),
                line.text("manufacturer"),
                ItemRows.article(line, "MF"),
                category,
                orderUnit,
                minimum,
                pack == null ? null : pack.value(),
                LeadTimes.read(line),
                line.text("originCountry"),
                line.rows("taxes").stream().map(row -> row.decimal("rate")).filter(Objects::nonNull).findFirst().orElse(null),
                prices,
                attributes(line),
                line.rows("images").stream().map(row -> row.text("name")).filter(Objects::nonNull).map(String::valueOf).toList());
    }

    private static ArticleAction action(Row line, MappingReport report) {
        String code = line.text("action");
        return switch (code == null ? "3" : code) {
            case "1", "39" -> ArticleAction.ADD;
            case "2", "37" -> ArticleAction.DELETE;
            case "3", "4", "9", "38" -> ArticleAction.CHANGE;
            default -> {
                report.add(MappingError.CODE_ASSUMED, line.position(), code, "3");
                yield ArticleAction.CHANGE;
            }
        };
    }

    private static List<Attribute> attributes(Row line) {
        List<Attribute> attributes = new ArrayList<>();
        for (Row row : line.rows("attributes")) {
            String name = row.text("name") == null ? row.text("code") : row.text("name");
            String value = row.text("value") == null ? row.text("valueCode") : row.text("value");
            if (name != null && value != null) {
                attributes.add(new Attribute(name, value, row.text("unit")));
            }
        }
        return List.copyOf(attributes);
    }

    static void write(List<Article> articles, Row message, String directory) {
        Row group = null;
        Article before = null;
        for (Article article : articles) {
            if (group == null || !Objects.equals(article.category(), before.category())) {
                group = message.add("groups").set("kind", article.category() == null ? NO_GROUP : GROUP);
                group.set("category", article.category());
            }
            before = article;
            write(article, group.add("lines"), directory);
        }
    }

    private static void write(Article article, Row row, String directory) {
        String action = switch (article.action()) {
            case ADD -> "1";
            case DELETE -> "2";
            case CHANGE -> "3";
        };
        row.set("number", article.lineNumber()).set("action", action);
        Item item = article.item();
        String name = article.name() == null ? item.description() : article.name();
        ItemRows.write(new Item(item.gtin(), item.buyerArticle(), item.supplierArticle(), name), null, row, directory);
        ItemRows.article(row, article.manufacturerArticle(), "MF");
        Amounts.write(MINIMUM, article.minimumOrder(), row);
        if (article.packSize() != null) {
            Amounts.write(PACK, new Quantity(article.packSize(), article.orderUnit() == null ? "PCE" : article.orderUnit()), row);
        }
        LeadTimes.write(article.leadTimeDays(), row);
        row.set("originCountry", article.originCountry()).set("manufacturer", article.manufacturer());
        TextRows.writeNote(article.description(), row);
        for (Attribute attribute : article.attributes()) {
            row.add("attributes").set("code", NAMED).set("name", attribute.name()).set("value", attribute.value()).set("unit", attribute.unit());
        }
        if (article.taxRate() != null) {
            row.add("taxes").set("function", "7").set("kind", "VAT").set("rate", article.taxRate());
        }
        TierPriceRows.write(article.prices(), row);
        article.images().forEach(image -> row.add("images").set("name", image));
    }
}
