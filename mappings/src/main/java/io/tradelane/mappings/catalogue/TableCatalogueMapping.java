package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.table.TableContent;
import io.tradelane.mappings.table.TableError;
import io.tradelane.mappings.table.TableField;
import io.tradelane.mappings.table.TableLine;
import io.tradelane.mappings.table.TableOutput;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table of articles and prices. Columns that are no field are attributes of the article. */
public final class TableCatalogueMapping {
    private TableCatalogueMapping() {}

    public static List<CatalogueDocument> read(TableContent table) {
        List<CatalogueDocument> catalogues = new ArrayList<>();
        table.documents(TableField.DOCUMENT_NUMBER).forEach((number, rows) -> catalogues.add(catalogue(table, number, rows)));
        return catalogues;
    }

    private static CatalogueDocument catalogue(TableContent table, String named, List<TableLine> rows) {
        TableLine first = rows.getFirst();
        String number = first.documentNumber(named, DocumentType.CATALOGUE);
        LocalDate from = first.date(TableField.VALID_FROM);
        LocalDate to = first.date(TableField.VALID_TO);
        LocalDate issued = first.issueDate(from);
        String currency = first.currency();
        if (currency == null && table.has(TableField.PRICE)) {
            first.report(TableError.PRICES_WITHOUT_CURRENCY, TableField.PRICE, null, TableField.CURRENCY.header());
        }
        List<Article> articles = new TableArticleRows(table, currency, from, to).read(rows);
        return new CatalogueDocument(
                number, null, issued, Action.UPDATE, from, to, currency, null, parties(first), articles);
    }

    private static List<Party> parties(TableLine row) {
        List<@Nullable Party> parties = new ArrayList<>();
        parties.add(row.party(TableField.SUPPLIER, PartyRole.SUPPLIER));
        parties.add(row.party(TableField.BUYER, PartyRole.BUYER));
        return parties.stream().filter(Objects::nonNull).toList();
    }

    public static TableOutput write(List<CatalogueDocument> catalogues) {
        TableOutput table = new TableOutput();
        for (CatalogueDocument catalogue : catalogues) {
            for (Article article : catalogue.articles()) {
                List<@Nullable TierPrice> prices = new ArrayList<>(article.prices());
                if (prices.isEmpty()) {
                    prices.add(null);
                }
                prices.forEach(price -> write(table.row(), catalogue, article, price));
            }
        }
        return table;
    }

    private static void write(TableOutput.Row row, CatalogueDocument catalogue, Article article, @Nullable TierPrice price) {
        row.set(TableField.DOCUMENT_NUMBER, catalogue.number()).set(TableField.ISSUE_DATE, catalogue.issueDate())
                .set(TableField.VALID_FROM, price == null || price.validFrom() == null ? catalogue.validFrom() : price.validFrom())
                .set(TableField.VALID_TO, price == null || price.validTo() == null ? catalogue.validTo() : price.validTo())
                .set(TableField.CURRENCY, catalogue.currency())
                .party(TableField.SUPPLIER, catalogue.party(PartyRole.SUPPLIER)).party(TableField.BUYER, catalogue.party(PartyRole.BUYER))
                .set(TableField.LINE_NUMBER, article.lineNumber()).item(article.item())
                .set(TableField.NAME, article.name() == null ? article.item().description() : article.name())
                .set(TableField.DESCRIPTION, article.description()).set(TableField.MANUFACTURER, article.manufacturer())
                .set(TableField.MANUFACTURER_ARTICLE, article.manufacturerArticle()).set(TableField.CATEGORY, article.category())
                .set(TableField.UNIT, article.orderUnit())
                .set(TableField.MINIMUM_ORDER, article.minimumOrder() == null ? null : article.minimumOrder().value())
                .set(TableField.PACK_SIZE, article.packSize())
                .set(TableField.LEAD_TIME, article.leadTimeDays() == null ? null : BigDecimal.valueOf(article.leadTimeDays()))
                .set(TableField.ORIGIN, article.originCountry()).set(TableField.TAX_RATE, article.taxRate())
                .set(TableField.IMAGE, article.images().isEmpty() ? null : String.join(" ", article.images()))
                .set(TableField.ACTION, article.action().name());
        if (price != null) {
            row.price(price.price()).set(TableField.TIER_FROM, price.from());
        }
        article.attributes().forEach(attribute -> row.set(
                attribute.name(), attribute.unit() == null ? attribute.value() : attribute.value() + " " + attribute.unit()));
    }
}
