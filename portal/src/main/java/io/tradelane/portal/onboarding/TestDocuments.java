package io.tradelane.portal.onboarding;

import io.tradelane.trading.catalogue.Article;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InventoryReportDocument.Stock;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Documents to try with, made of the supplier's real catalogue and the prices agreed with the buyer. */
@Component
class TestDocuments {
    private static final int MOST_LINES = 3;
    private static final int LEAD_DAYS = 14;
    private static final int RADIX = 36;
    private final Articles articles;
    private final Clock clock;

    TestDocuments(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    /** What is ordered, and for how much. */
    private record Offer(Item item, Price price, String unit) {}

    /** A number that was not there before. */
    String number(String prefix) {
        return prefix + "-" + Long.toString(clock.millis(), RADIX).toUpperCase(Locale.ROOT);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    OrderDocument order(Deal deal) {
        List<OrderDocument.Line> lines = new ArrayList<>();
        for (Offer offer : offers(deal)) {
            int number = lines.size() + 1;
            lines.add(new OrderDocument.Line(Integer.toString(number), offer.item, Quantity.of(10L * number, offer.unit), offer.price, null, null, null, List.of()));
        }
        return new OrderDocument(number("TEST"), OrderDocument.Kind.STANDARD, OrderDocument.Function.ORIGINAL, today(), today().plusDays(LEAD_DAYS),
                deal.supplier().company().currency(), deal.parties(), List.of(), null, null, null, lines);
    }

    DeliveryScheduleDocument schedule(Deal deal) {
        List<DeliveryScheduleDocument.Line> lines = new ArrayList<>();
        LocalDate first = today().plusDays(LEAD_DAYS);
        for (Offer offer : offers(deal)) {
            lines.add(new DeliveryScheduleDocument.Line(Integer.toString(lines.size() + 1), offer.item, null, null, null, null, null, null, List.of(
                    new Delivery(Commitment.FIRM, Quantity.of(20, offer.unit), first, null, null),
                    new Delivery(Commitment.FORECAST, Quantity.of(40, offer.unit), first.plusWeeks(1), null, null))));
        }
        return new DeliveryScheduleDocument(number("TEST-DS"), DeliveryScheduleDocument.Kind.FORECAST, today(), null, null, today(), first.plusWeeks(2),
                deal.parties(), null, lines);
    }

    CatalogueDocument catalogue(Deal deal) {
        List<CatalogueDocument.Article> lines = new ArrayList<>();
        for (Offer offer : offers(deal)) {
            lines.add(new CatalogueDocument.Article(Integer.toString(lines.size() + 1), ArticleAction.CHANGE, offer.item, offer.item.description(), null, null, null,
                    null, offer.unit, null, null, null, null, null, List.of(new TierPrice(offer.price, BigDecimal.ONE, null, null, null)), List.of(), List.of()));
        }
        return new CatalogueDocument(number("TEST-CAT"), null, today(), CatalogueDocument.Action.UPDATE, today(), null, deal.supplier().company().currency(), "en",
                deal.parties(), lines);
    }

    InventoryReportDocument stock(Deal deal) {
        List<InventoryReportDocument.Line> lines = new ArrayList<>();
        for (Offer offer : offers(deal)) {
            lines.add(new InventoryReportDocument.Line(Integer.toString(lines.size() + 1), offer.item, null, null,
                    List.of(new Stock(InventoryReportDocument.Kind.ON_HAND, Quantity.of(500, offer.unit)))));
        }
        return new InventoryReportDocument(number("TEST-INV"), today(), null, deal.parties(), lines);
    }

    private List<Offer> offers(Deal deal) {
        String currency = deal.supplier().company().currency();
        List<Article> sold = catalogueOf(deal.supplier()).stream().limit(MOST_LINES).toList();
        List<Item> items = sold.stream().map(one -> new Item(one.gtin(), null, one.number(), Objects.requireNonNullElse(one.nameEn(), one.nameZh()))).toList();
        List<Resolution> known = articles.resolve(deal.buyer().company().id(), deal.supplier().company().id(), items, currency, today());
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < sold.size(); i++) {
            String unit = sold.get(i).unit();
            Price agreed = known.get(i).agreedPrice();
            offers.add(new Offer(items.get(i), agreed == null ? Price.each(new Money(BigDecimal.TEN, currency), unit) : agreed, unit));
        }
        return offers;
    }

    /** The twin's is the company's; where that has none yet, two articles for trying. */
    private List<Article> catalogueOf(Deal.Side supplier) {
        if (articles.list(supplier.twin()).isEmpty()) {
            List<Article> real = articles.list(supplier.company().id());
            real.stream().limit(MOST_LINES).forEach(one -> articles.upsert(
                    new NewArticle(supplier.twin(), one.number(), one.gtin(), one.nameZh(), one.nameEn(), one.unit(), one.packQuantity())));
            if (real.isEmpty()) {
                articles.upsert(new NewArticle(supplier.twin(), "TEST-1", null, "测试商品一", "Test article one", "PCE", null));
                articles.upsert(new NewArticle(supplier.twin(), "TEST-2", null, "测试商品二", "Test article two", "PCE", null));
            }
        }
        return articles.list(supplier.twin());
    }
}
