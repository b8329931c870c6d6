package io.tradelane.server.demo;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Articles, the numbers the buyers know them by, and the prices agreed. */
@Component
class DemoCatalogue {
    private final Articles articles;
    private final Clock clock;

    DemoCatalogue(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

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
        for (Offer offer : OFFERS) {
            UUID article = articles.upsert(new NewArticle(
                    requireNonNull(companies.get(offer.supplier)), offer.number, offer.gtin, offer.nameZh, offer.nameEn, offer.unit, null));
            UUID buyer = requireNonNull(companies.get(offer.buyer));
            articles.mapBuyerArticle(buyer, offer.buyerNumber, article);
            articles.agreePrice(buyer, article, Price.each(Money.of(offer.price, offer.buyer.currency), offer.unit), from, null);
        }
    }
}
