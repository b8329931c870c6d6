package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.Action;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A supplier's catalogue, taken over for all its articles at once. */
class CatalogueTest extends DealFixture {
    private static final LocalDate TODAY = LocalDate.now();

    private static CatalogueDocument.Article article(@Nullable String gtin, @Nullable String number, @Nullable String buyers, @Nullable String name, TierPrice... prices) {
        return new CatalogueDocument.Article("1", ArticleAction.CHANGE, new Item(gtin, buyers, number, null), name, null, null, null, null, null, null, null, null, null,
                null, List.of(prices), List.of(), List.of());
    }

    private static TierPrice from(LocalDate day, String amount) {
        return new TierPrice(price(amount), BigDecimal.ONE, day, null, null);
    }

    private Articles.Applied apply(CatalogueDocument.Article... said) {
        CatalogueDocument document = new CatalogueDocument(unique("CAT"), null, TODAY, Action.UPDATE, TODAY, null, "EUR", "en", List.of(), Arrays.asList(said));
        Articles.Applied[] result = new Articles.Applied[1];
        inTransaction(Actor.hub(), () -> result[0] = articles.apply(document, supplier, buyer));
        return result[0];
    }

    private String agreed(String supplierArticle, LocalDate day) {
        Resolution found = hub(() -> articles.resolve(buyer, supplier, List.of(new Item(null, null, supplierArticle, null)), "EUR", day)).getFirst();
        return found.agreedPrice() == null ? "none" : found.agreedPrice().amount().amount().stripTrailingZeros().toPlainString();
    }

    @Test
    void whatIsNotSaidOfAnArticleStaysAndAnArticleSaidTwiceIsOne() {
        Articles.Applied applied = apply(article(null, "B-8", "NEW-8", null), article(null, "X-1", null, "Screw"), article(null, "X-1", "100-X", null),
                article(null, null, "nothing", "No number"));
        assertThat(applied).isEqualTo(new Articles.Applied(3, 0, 1));
        assertThat(hub(() -> articles.list(supplier))).filteredOn(one -> one.number().equals("B-8")).singleElement().satisfies(bolt -> {
            assertThat(bolt.nameEn()).isEqualTo("Bolt M8");
            assertThat(bolt.gtin()).isEqualTo(boltGtin);
        });
        assertThat(hub(() -> articles.list(supplier))).filteredOn(one -> one.number().equals("X-1")).singleElement().satisfies(screw -> {
            assertThat(screw.nameEn()).isEqualTo("Screw");
            assertThat(screw.unit()).isEqualTo("PCE");
        });
        assertThat(hub(() -> articles.resolve(buyer, supplier, List.of(new Item(null, "NEW-8", null, null)), "EUR", TODAY)).getFirst().article().id()).isEqualTo(bolt);
    }

    @Test
    void aPriceCountsFromItsDayOnAndNeverBefore() {
        assertThat(agreed("B-8", TODAY)).isEqualTo("1.25");
        assertThat(apply(article(null, "B-8", null, null, from(TODAY.minusDays(9), "1.30"), from(TODAY.plusDays(10), "1.40"))).prices()).isEqualTo(2);
        assertThat(agreed("B-8", TODAY.minusDays(1))).isEqualTo("1.25");
        assertThat(agreed("B-8", TODAY)).isEqualTo("1.3");
        assertThat(agreed("B-8", TODAY.plusDays(10))).isEqualTo("1.4");
        apply(article(null, "B-8", null, null, from(TODAY.plusDays(5), "1.50")));
        assertThat(agreed("B-8", TODAY.plusDays(20))).as("what would begin later is replaced").isEqualTo("1.5");
    }

    @Test
    void aGtinStaysWithTheArticleThatHasIt() {
        apply(article(boltGtin, "OTHER-8", null, "Another bolt"));
        assertThat(hub(() -> articles.list(supplier))).filteredOn(one -> one.number().equals("OTHER-8")).singleElement()
                .satisfies(other -> assertThat(other.gtin()).isNull());
    }

    @Test
    void moreThanABatchIsTakenOver() {
        Articles.Applied applied = apply(IntStream.range(0, 2_500).mapToObj(i -> article(null, "M-" + i, "H-" + i, "Part " + i, from(TODAY, "2.00")))
                .toArray(CatalogueDocument.Article[]::new));
        assertThat(applied).isEqualTo(new Articles.Applied(2_500, 2_500, 0));
        assertThat(agreed("M-2499", TODAY)).isEqualTo("2");
    }
}
