package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArticlesTest extends TestDatabase {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    @Autowired Articles articles;
    private UUID buyer;
    private UUID supplier;
    private UUID bolt;
    private UUID nut;

    @BeforeEach
    void catalogue() {
        buyer = organisation("Buyer", Kind.BUYER);
        supplier = organisation("Supplier", Kind.SUPPLIER);
        asHub(() -> {
            bolt = articles.upsert(new NewArticle(supplier, "B-8", "4006381333931", "螺栓", "Bolt", "PCE", null));
            nut = articles.upsert(new NewArticle(supplier, "N-8", null, "螺母", "Nut", "PCE", null));
            articles.mapBuyerArticle(buyer, "100-8", bolt);
        });
    }

    private static Price each(String amount) {
        return Price.each(Money.of(amount, "EUR"), "PCE");
    }

    private List<Resolution> resolve(Item... items) {
        return hub(() -> articles.resolve(buyer, supplier, List.of(items), "EUR", DAY));
    }

    @Test
    void anArticleIsFoundByGtinThenBySuppliersThenByBuyersNumber() {
        List<Resolution> found = resolve(
                new Item("4006381333931", null, null, null), new Item(null, null, "N-8", null),
                new Item(null, "100-8", null, null),
                new Item("4006381333931", null, "N-8", null), new Item(null, "unknown", "unknown", null));

        assertThat(found).extracting(resolution -> resolution.article() == null ? null : resolution.article().number())
                .containsExactly("B-8", "N-8", "B-8", "B-8", null);
        assertThat(found).extracting(Resolution::conflict).containsExactly(false, false, false, true, false);
        assertThat(found.getFirst().buyerArticle()).isEqualTo("100-8");
    }

    @Test
    void aPriceCountsOnItsDaysAndNoTwoOverlap() {
        assertThat(hub(() -> articles.agreePrice(buyer, bolt, each("1.25"), DAY.minusDays(10), DAY))).isTrue();
        assertThat(hub(() -> articles.agreePrice(buyer, bolt, each("1.30"), DAY, null))).isFalse();
        assertThat(hub(() -> articles.agreePrice(buyer, bolt, each("1.30"), DAY.plusDays(1), null))).isTrue();
        assertThat(hub(() -> articles.agreePrice(buyer, nut,
                new Price(Money.of("12.50", "EUR"), Quantity.of(100, "PCE")), DAY, null))).isTrue();

        assertThat(resolve(new Item(null, null, "B-8",
                null)).getFirst().agreedPrice().perUnit()).isEqualByComparingTo("1.25");
        assertThat(resolve(new Item(null, null, "N-8",
                null)).getFirst().agreedPrice().perUnit()).isEqualByComparingTo("0.125");
        assertThat(hub(() -> articles.resolve(buyer, supplier, List.of(new Item(null, null, "B-8", null)), "EUR",
                DAY.plusDays(1)))
                .getFirst().agreedPrice().perUnit()).isEqualByComparingTo("1.30");
    }

    @Test
    void anArticleIsBroughtUpToDateAndKeepsItsIdentity() {
        UUID again = hub(() -> articles.upsert(new NewArticle(supplier, "B-8", "4006381333931", "螺栓 M8", "Bolt M8",
                "PCE", null)));
        assertThat(again).isEqualTo(bolt);
        assertThat(hub(() -> articles.list(supplier))).extracting(Article::nameEn).containsExactly("Bolt M8", "Nut");
        assertThatThrownBy(() -> new NewArticle(supplier, "X", "4006381333932", null, null, "PCE",
                null)).hasMessageContaining("not a GTIN");
    }

    @Test
    void aCatalogueIsSeenByItsSupplierAndTheBuyersItDealsWith() {
        UUID stranger = organisation("Stranger", Kind.BUYER);
        assertThat(in(person(supplier), () -> articles.list(supplier))).hasSize(2);
        assertThat(in(person(buyer), () -> articles.list(supplier))).extracting(Article::number).containsExactly("B-8");
        assertThat(in(person(stranger), () -> articles.list(supplier))).isEmpty();
    }
}
