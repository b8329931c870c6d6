package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.BmecatUnits;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.OpenTransValues;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.Article;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ARTICLE_PRICE and PRODUCT_PRICE of BMEcat. Of the kinds of prices (price_type) the net ones are taken, those for this
 * customer before those for all; gross and recommended ones are said to be left out.
 */
final class BmecatPrices {
    /** What is left to be asked for; in BMEcat 1.2 a kind of one's own, with the amount that a price must have there. */
    static final List<String> ON_REQUEST = List.of("on_request", "udp_on_request");
    private static final List<String> KINDS = List.of("net_customer", "net_customer_exp", "net_list");

    private BmecatPrices() {}

    static List<TierPrice> read(Row article, @Nullable String currency, MappingReport report) {
        String kind = kind(article);
        List<TierPrice> prices = new ArrayList<>();
        for (Row details : article.rows("priceDetails")) {
            for (Row row : details.rows("prices")) {
                if (row.text("kind") != null && ON_REQUEST.contains(row.text("kind"))) {
                    continue;
                }
                if (row.text("kind") != null && !KINDS.contains(row.text("kind"))) {
                    report.add(MappingError.PRICE_LEFT_OUT, row, "price", row.text("kind"), KINDS.getFirst());
                } else if (row.text("kind") == null || row.text("kind").equals(kind)) {
                    add(article, details, row, currency, prices, report);
                }
            }
        }
        return List.copyOf(prices);
    }

    private static @Nullable String kind(Row article) {
        String best = null;
        for (Row details : article.rows("priceDetails")) {
            for (Row row : details.rows("prices")) {
                int found = row.text("kind") == null ? -1 : KINDS.indexOf(row.text("kind"));
                if (found >= 0 && (best == null || found < KINDS.indexOf(best))) {
                    best = KINDS.get(found);
                }
            }
        }
        return best;
    }

    private static void add(
            Row article, Row details, Row row, @Nullable String currency, List<TierPrice> prices, MappingReport report) {
        if (row.text("priceCurrency") == null && currency == null && row.decimal("price") != null) {
            report.add(MappingError.CURRENCY_MISSING, row, "price", null, "PRICE_CURRENCY");
        }
        Money amount = UblValues.money(row, "price", currency == null ? Amounts.NO_CURRENCY : currency, report);
        if (amount == null) {
            report.add(MappingError.PRICE_WITHOUT_AMOUNT, row, "price", article.text("supplierArticle"), "PRICE_AMOUNT");
        } else {
            BigDecimal factor = row.decimal("factor");
            Money net = factor == null || factor.compareTo(BigDecimal.ONE) == 0 ? amount : amount.times(factor);
            BigDecimal from = row.decimal("from");
            prices.add(new TierPrice(
                    new Price(net, basis(article, report)), from == null ? BigDecimal.ONE : from, details.date("validFrom"),
                    details.date("validTo"), row.text("territory")));
        }
    }

    /** PRICE_QUANTITY: how many order units the price is for. */
    private static Quantity basis(Row article, MappingReport report) {
        String unit = article.text("orderUnit") == null ? BmecatArticles.ONE : article.text("orderUnit");
        BigDecimal quantity = article.decimal("priceQuantity");
        if (quantity != null && quantity.signum() == 0) {
            report.add(MappingError.BASIS_ZERO, article, "priceQuantity", article.text("supplierArticle"), "1");
            return Quantity.of(1, unit);
        }
        return new Quantity(quantity == null ? BigDecimal.ONE : quantity, unit);
    }

    /**
     * There is one PRICE_QUANTITY for all: that of the first price. T_UPDATE_PRICES has no place for it.
     *
     * @throws IllegalArgumentException if prices alone are written and one is not for one unit: its receiver would take it so
     */
    static void write(Article article, Action action, Row row) {
        if (article.prices().isEmpty()) {
            // there has to be one, even of an article that is taken out
            boolean old = row.text("place").endsWith("ARTICLE");
            row.add("priceDetails").add("prices").set("kind", ON_REQUEST.get(old ? 1 : 0)).set("price", old ? BigDecimal.ZERO : null);
            return;
        }
        Quantity basis = article.prices().getFirst().price().basis();
        if (action != Action.UPDATE_PRICES) {
            row.set("priceQuantity", basis.value());
            row.set("orderUnit", BmecatUnits.written(article.orderUnit() == null ? basis.unit() : article.orderUnit()));
        } else if (basis.value().compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("a price for " + basis + " cannot be written into T_UPDATE_PRICES");
        }
        Row details = null;
        LocalDate from = null;
        LocalDate to = null;
        for (TierPrice tier : article.prices()) {
            if (details == null || !Objects.equals(from, tier.validFrom()) || !Objects.equals(to, tier.validTo())) {
                from = tier.validFrom();
                to = tier.validTo();
                details = row.add("priceDetails").set("validFrom", from).set("validTo", to);
            }
            Price price = tier.price();
            boolean same = price.basis().value().compareTo(basis.value()) == 0;
            Row target = details.add("prices").set("kind", KINDS.getFirst());
            target.set("price", same ? price.amount().amount() : price.of(new Quantity(basis.value(), price.basis().unit())).amount());
            target.set("priceCurrency", OpenTransValues.currency(price.amount().currency())).set("from", tier.from()).set("territory", tier.territory());
            target.set("tax", article.taxRate() == null ? null : article.taxRate().movePointLeft(2));
        }
    }
}
