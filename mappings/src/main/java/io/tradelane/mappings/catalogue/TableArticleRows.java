package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.table.TableContent;
import io.tradelane.mappings.table.TableError;
import io.tradelane.mappings.table.TableField;
import io.tradelane.mappings.table.TableLine;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.Attribute;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Articles of one price list. Rows of one article that follow one another with different quantities are its scale of prices. */
final class TableArticleRows {
    private final TableContent table;
    private final Map<Integer, String> others;
    private final @Nullable String currency;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final List<Article> articles = new ArrayList<>();
    private final Set<Item> seen = new HashSet<>();

    TableArticleRows(TableContent table, @Nullable String currency, @Nullable LocalDate from, @Nullable LocalDate to) {
        this.table = table;
        this.others = table.others();
        this.currency = currency;
        this.from = from;
        this.to = to;
    }

    List<Article> read(List<TableLine> rows) {
        for (TableLine row : rows) {
            Item item = row.item();
            if (item == null) {
                continue;
            }
            TierPrice price = price(row);
            Article last = articles.isEmpty() ? null : articles.getLast();
            if (last != null && price != null && table.has(TableField.TIER_FROM) && sameArticle(last.item(), item)) {
                articles.set(articles.size() - 1, with(last, price));
                continue;
            }
            if (!seen.add(new Item(item.gtin(), item.buyerArticle(), item.supplierArticle(), null))) {
                String named = item.supplierArticle() == null ? item.gtin() : item.supplierArticle();
                row.report(TableError.ARTICLE_REPEATED, item.supplierArticle() == null ? TableField.GTIN : TableField.SUPPLIER_ARTICLE, named,
                        TableField.TIER_FROM.header());
            }
            articles.add(article(row, item, price));
        }
        return List.copyOf(articles);
    }

    private static boolean sameArticle(Item one, Item other) {
        return Objects.equals(one.gtin(), other.gtin()) && Objects.equals(one.supplierArticle(), other.supplierArticle())
                && Objects.equals(one.buyerArticle(), other.buyerArticle());
    }

    private static Article with(Article article, TierPrice price) {
        List<TierPrice> prices = new ArrayList<>(article.prices());
        prices.add(price);
        return new Article(
                article.lineNumber(), article.action(), article.item(), article.name(), article.description(), article.manufacturer(),
                article.manufacturerArticle(), article.category(), article.orderUnit(), article.minimumOrder(), article.packSize(),
                article.leadTimeDays(), article.originCountry(), article.taxRate(), List.copyOf(prices), article.attributes(), article.images());
    }

    private @Nullable TierPrice price(TableLine row) {
        String own = row.currency();
        Price price = row.price(own == null ? currency : own, row.unit());
        if (price == null) {
            return null;
        }
        BigDecimal tier = row.decimal(TableField.TIER_FROM);
        return new TierPrice(price, tier == null ? BigDecimal.ONE : tier, other(row.date(TableField.VALID_FROM), from),
                other(row.date(TableField.VALID_TO), to), null);
    }

    /** What is as in the whole price list is not said again. */
    private static @Nullable LocalDate other(@Nullable LocalDate own, @Nullable LocalDate general) {
        return own == null || own.equals(general) ? null : own;
    }

    private Article article(TableLine row, Item item, @Nullable TierPrice price) {
        String number = row.text(TableField.LINE_NUMBER);
        String unit = row.unit();
        String images = row.text(TableField.IMAGE);
        return new Article(
                number == null ? Integer.toString(articles.size() + 1) : number, action(row.text(TableField.ACTION)), item,
                row.text(TableField.NAME), row.text(TableField.DESCRIPTION), row.text(TableField.MANUFACTURER),
                row.text(TableField.MANUFACTURER_ARTICLE), row.text(TableField.CATEGORY), unit, row.quantity(TableField.MINIMUM_ORDER, unit),
                row.decimal(TableField.PACK_SIZE), row.integer(TableField.LEAD_TIME), country(row.text(TableField.ORIGIN)),
                row.decimal(TableField.TAX_RATE), price == null ? List.of() : List.of(price), attributes(row),
                images == null ? List.of() : List.of(images.split("\\s+")));
    }

    private static ArticleAction action(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "add", "new", "neu", "a", "n", "新增", "nouveau", "nuevo", "nieuw" -> ArticleAction.ADD;
            case "delete", "deleted", "del", "d", "löschen", "gelöscht", "删除", "停产", "supprimer", "eliminar", "verwijderen" -> ArticleAction.DELETE;
            default -> ArticleAction.CHANGE;
        };
    }

    /** ISO 3166-1 alpha-2; a name of a country is an attribute of nobody. */
    private static @Nullable String country(@Nullable String text) {
        return text != null && text.length() == 2 && text.chars().allMatch(Character::isLetter) ? text.toUpperCase(Locale.ROOT) : null;
    }

    private List<Attribute> attributes(TableLine row) {
        List<Attribute> attributes = new ArrayList<>();
        others.forEach((column, header) -> {
            String value = row.cell(column);
            if (!value.isEmpty()) {
                attributes.add(new Attribute(header, value, null));
            }
        });
        return List.copyOf(attributes);
    }
}
