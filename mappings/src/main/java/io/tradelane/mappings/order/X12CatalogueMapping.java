package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Units;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** X12 832 and {@link CatalogueDocument}. */
public final class X12CatalogueMapping implements X12Mapping<CatalogueDocument> {

    @Override
    public String set() {
        return "832";
    }

    @Override
    public DocumentType type() {
        return DocumentType.CATALOGUE;
    }

    @Override
    public @Nullable CatalogueDocument read(Row set, MappingReport report) {
        String number = set.text("number") == null ? report.reference() : set.text("number");
        Values values = Values.optional(set, report);
        List<Article> articles = new ArrayList<>();
        for (Row row : set.rows("lines")) {
            articles.add(article(row, articles.size() + 1, values, report));
        }
        Heads.checkCount(set, articles.size(), report);
        LocalDate issued = Dates.date(set, "009", "097", "137", "001");
        return new CatalogueDocument(
                number, set.text("version"), issued == null ? Headers.envelopeDate(report) : issued, action(set),
                Dates.date(set, "007", "091", "152", "092", "175"), Dates.date(set, "036", "093", "177"), values.stated(), null, Names.read(set),
                List.copyOf(articles));
    }

    /** 353 where it is stated, else what kind of catalogue it is (683). */
    private static Action action(Row set) {
        String function = String.valueOf(set.text("function"));
        return function.equals("05") || function.equals("00") ? Action.REPLACE
                : "PC".equals(set.text("purpose")) || "PP".equals(set.text("purpose")) ? Action.UPDATE_PRICES : Action.UPDATE;
    }

    private static Article article(Row row, int place, Values values, MappingReport report) {
        String number = row.text("number") == null ? Integer.toString(place) : row.text("number");
        ArticleAction action = switch (String.valueOf(row.text("maintenance"))) {
            case "002", "024", "DEL" -> ArticleAction.DELETE;
            case "001", "CHG" -> ArticleAction.CHANGE;
            default -> ArticleAction.ADD;
        };
        String priced = row.rows("prices").stream().map(price -> price.text("unit")).filter(code -> code != null).findFirst().orElse(row.text("packUnit"));
        String unit = priced == null ? null : Units.rec20(priced);
        List<TierPrice> prices = new ArrayList<>();
        for (Row price : row.rows("prices")) {
            BigDecimal amount = price.decimal("price");
            if (amount != null) {
                String of = price.text("unit") == null && unit != null ? unit : Units.rec20(price.text("unit"));
                BigDecimal from = price.decimal("from");
                prices.add(new TierPrice(
                        Price.each(new Money(amount, values.currency()), of), from == null ? BigDecimal.ONE : from,
                        Dates.date(price, "007", "091", "152", "092"), Dates.date(price, "036", "093"), null));
            }
        }
        BigDecimal lead = "DA".equals(row.text("leadUnit")) ? row.decimal("leadTime") : null;
        Item item = Items.read(row, report);
        return new Article(
                number, action, item, item.description(), null, null, Items.other(row, "MG"), null, unit, null, row.decimal("pack"),
                lead == null ? null : lead.intValue(), Items.other(row, "CH"), null, List.copyOf(prices), List.of(), List.of());
    }

    @Override
    public void write(CatalogueDocument catalogue, Row set, String version) {
        set.set("purpose", catalogue.action() == Action.UPDATE_PRICES ? "PC" : "SC").set("number", catalogue.number()).set("version", catalogue.version());
        set.set("function", catalogue.action() == Action.REPLACE ? "05" : "04");
        Dates.write(set, "009", catalogue.issueDate());
        Dates.write(set, "007", catalogue.validFrom());
        Dates.write(set, "036", catalogue.validTo());
        if (catalogue.currency() != null) {
            set.set("currencyOf", "SE").set("currency", catalogue.currency());
        }
        Names.write(catalogue.parties(), set);
        for (Article article : catalogue.articles()) {
            Row row = set.add("lines").set("number", article.lineNumber()).set("maintenance", code(article.action()));
            String words = article.item().description() == null ? article.name() : article.item().description();
            Items.write(new Item(
                    article.item().gtin(), article.item().buyerArticle(), article.item().supplierArticle(), words), null, row);
            Items.add(row, "MG", article.manufacturerArticle());
            Items.add(row, "CH", article.originCountry());
            row.set("pack", article.packSize());
            if (article.leadTimeDays() != null) {
                row.set("leadKind", "AF").set("leadTime", BigDecimal.valueOf(article.leadTimeDays())).set("leadUnit", "DA");
            }
            article.prices().forEach(price -> write(price, row.add("prices")));
        }
        set.set("lineCount", BigDecimal.valueOf(catalogue.articles().size()));
    }

    private static void write(TierPrice price, Row row) {
        Quantity basis = price.price().basis();
        BigDecimal each = basis.value().compareTo(BigDecimal.ONE) == 0 ? price.price().amount().amount() : price.price().perUnit();
        row.set("kind", "CON").set("price", each).set("from", price.from()).set("unit", Units.x12(basis.unit()));
        Dates.write(row, "007", price.validFrom());
        Dates.write(row, "036", price.validTo());
    }

    private static String code(ArticleAction action) {
        return switch (action) {
            case ADD -> "021";
            case CHANGE -> "001";
            case DELETE -> "002";
        };
    }
}
