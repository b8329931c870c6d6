package io.tradelane.server.demo;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.catalogue.ArticleCounts;
import io.tradelane.trading.catalogue.ArticleForm;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticlePrices;
import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.catalogue.SharedStock;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.inventory.StockSharing;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Articles, the numbers the buyers know them by, and the prices agreed. */
@Component
class DemoCatalogue {
    private final Articles articles;
    private final Clock clock;

    private final Categories categories;
    private final ArticleListing listing;
    private final ArticlePrices prices;
    private final ArticleCounts stock;
    private final StockSharing sharing;

    DemoCatalogue(
            Articles articles, Categories categories, ArticleListing listing, ArticlePrices prices, ArticleCounts stock, StockSharing sharing, Clock clock) {
        this.stock = stock;
        this.sharing = sharing;
        this.articles = articles;
        this.categories = categories;
        this.listing = listing;
        this.prices = prices;
        this.clock = clock;
    }

    /** @param mark what the names of its articles have in them */
    private record Shelf(String code, String parent, String nameZh, String nameEn, String mark) {}

    private static final List<Shelf> SHELVES = List.of(
            new Shelf("fasteners", "", "紧固件", "Fasteners", ""), new Shelf("bolts", "fasteners", "螺栓", "Bolts", "bolt"), new Shelf("washers", "fasteners", "垫圈", "Washers", "Washer"),
            new Shelf("bearings-and-seals", "", "轴承与密封", "Bearings and seals", ""), new Shelf("bearings", "bearings-and-seals", "轴承", "Bearings", "bearing"),
            new Shelf("seals", "bearings-and-seals", "油封", "Seals", "seal"), new Shelf("moulds", "", "模具", "Moulds", ""),
            new Shelf("mould-parts", "moulds", "模具配件", "Mould parts", "mould"), new Shelf("ejectors", "moulds", "顶针", "Ejectors", "Ejector"));
    private static final CategoryAttribute MATERIAL = new CategoryAttribute("material", "材质", "Material", CategoryAttribute.Kind.CHOICE, null, null, null,
            List.of(new CategoryAttribute.Choice("STEEL", "钢", "Steel"), new CategoryAttribute.Choice("NBR", "丁腈橡胶", "NBR rubber")), false, true);

    private record Offer(
            Company supplier, String number, String gtin, String nameZh, String nameEn, String unit, Company buyer, String buyerNumber,
            String price) {}

    private static final List<Offer> OFFERS = List.of(
            new Offer(Company.HAINA, "HN-M8X40", "6902345001008", "六角头螺栓 M8×40", "Hex head bolt M8×40", "PCE",
                    Company.HUAXING, "HX-20001", "0.42"),
            new Offer(Company.HAINA, "HN-M10X60", "6902345001015", "六角头螺栓 M10×60", "Hex head bolt M10×60", "PCE",
                    Company.HUAXING, "HX-20002", "0.75"),
            new Offer(Company.HAINA, "HN-W84", "6902345001022", "平垫圈 8.4", "Washer 8.4", "PCE",
                    Company.HUAXING, "HX-20003", "0.06"),
            new Offer(Company.BEICHEN, "BC-6204-2RS", "6902345001039", "深沟球轴承 6204-2RS", "Deep groove ball bearing 6204-2RS", "PCE",
                    Company.BRIGHTLINE, "BL-7001", "4.90"),
            new Offer(Company.BEICHEN, "BC-6205-2RS", "6902345001046", "深沟球轴承 6205-2RS", "Deep groove ball bearing 6205-2RS", "PCE",
                    Company.BRIGHTLINE, "BL-7002", "5.60"),
            new Offer(Company.BEICHEN, "BC-NBR-20X35", "6902345001053", "油封 NBR 20×35×7", "Shaft seal NBR 20×35×7", "PCE",
                    Company.BRIGHTLINE, "BL-7003", "0.85"),
            new Offer(Company.JINGONG, "JG-INS-120", "6902345001060", "模仁 120×80", "Injection mould insert 120×80", "PCE",
                    Company.WESTFIELD, "WT-310", "1250.00"),
            new Offer(Company.JINGONG, "JG-PIN-4", "6902345001077", "顶针组 4 mm", "Ejector pin set 4 mm", "SET",
                    Company.WESTFIELD, "WT-311", "86.50"));

    void create(Map<Company, UUID> companies) {
        LocalDate from = LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusYears(1);
        Map<String, UUID> shelves = shelves();
        for (Offer offer : OFFERS) {
            UUID article = articles.upsert(new NewArticle(
                    requireNonNull(companies.get(offer.supplier)), offer.number, offer.gtin, offer.nameZh, offer.nameEn, offer.unit, null));
            UUID buyer = requireNonNull(companies.get(offer.buyer));
            articles.mapBuyerArticle(buyer, offer.buyerNumber, article);
            articles.agreePrice(buyer, article, Price.each(Money.of(offer.price, offer.buyer.currency), offer.unit), from, null);
            show(requireNonNull(companies.get(offer.supplier)), article, offer, shelves);
            keep(requireNonNull(companies.get(offer.supplier)), buyer, offer);
        }
    }

    /** Something of everything is there; a supplier shows its buyer how much, the others whether there is any. */
    private void keep(UUID supplier, UUID buyer, Offer offer) {
        stock.set(supplier, List.of(new ArticleStock.Level(offer.number, new BigDecimal(offer.unit.equals("SET") ? 40 : 5_000), clock.instant())));
        sharing.set(supplier, buyer, null, SharedStock.Mode.EXACT);
        sharing.set(supplier, null, null, SharedStock.Mode.YES_NO);
    }

    private Map<String, UUID> shelves() {
        Map<String, UUID> ids = new HashMap<>();
        for (Shelf shelf : SHELVES) {
            categories.create(new Categories.NewCategory(ids.get(shelf.parent), shelf.code, shelf.nameZh, shelf.nameEn, shelf.parent.isEmpty() ? List.of(MATERIAL) : List.of()))
                    .ifPresent(id -> ids.put(shelf.code, id));
        }
        return ids;
    }

    /** In the shop, for a tenth more than was agreed. */
    private void show(UUID supplier, UUID article, Offer offer, Map<String, UUID> shelves) {
        UUID shelf = SHELVES.stream().filter(one -> !one.mark.isEmpty() && offer.nameEn.contains(one.mark)).findFirst().map(one -> shelves.get(one.code)).orElse(null);
        BigDecimal price = new BigDecimal(offer.price).multiply(new BigDecimal("1.1")).setScale(2, RoundingMode.HALF_UP);
        prices.set(supplier, article, new ArticlePrices.NewPrices(null, offer.supplier.currency, LocalDate.now(clock), null,
                List.of(new ArticlePrices.Tier(BigDecimal.ONE, price), new ArticlePrices.Tier(new BigDecimal(1000), price.multiply(new BigDecimal("0.95")).setScale(2, RoundingMode.HALF_UP)))));
        ArticleForm form = new ArticleForm(offer.number, offer.gtin, offer.nameZh, offer.nameEn, shelf, offer.supplier.title.split(" ")[0], null, null, null, null, offer.unit, null, null,
                null, 7, Map.of("material", offer.nameEn.contains("NBR") ? "NBR" : "STEEL"), null);
        listing.write(supplier, article, form, 1);
        listing.submit(supplier, article, 2);
        listing.approve(article, 3);
        listing.list(supplier, article, null, null, 4);
    }
}
