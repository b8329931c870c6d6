package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.ArticleQuality.Lack;
import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.catalogue.CategoryAttribute.Kind;
import io.tradelane.trading.partner.Organisation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ArticleQualityTest extends TestDatabase {
    @Autowired ArticleQuality quality;
    @Autowired ArticleListing listing;
    @Autowired ArticlePrices prices;
    @Autowired ArticleCounts stock;
    @Autowired Categories categories;
    private UUID supplier;
    private UUID category;

    @BeforeEach
    void companies() {
        supplier = organisation("Careful supplier", Organisation.Kind.SUPPLIER);
        category = hub(() -> categories.create(new Categories.NewCategory(null, unique("quality"), "质量", "Quality", List.of(
                new CategoryAttribute("material", "材质", "Material", Kind.TEXT, null, null, null, List.of(), true, true),
                new CategoryAttribute("grade", "等级", "Grade", Kind.TEXT, null, null, null, List.of(), true, true))))).orElseThrow();
    }

    private UUID article(String number, String nameZh, String description, Map<String, String> attributes) {
        return ((Done) in(person(supplier), () -> listing.create(supplier,
                new ArticleForm(number, null, nameZh, "Thing", category, null, null, null, null, description, "PCE", null, null, null, 5, attributes, null)))).id();
    }

    private ArticleQuality.Quality of(UUID article) {
        return in(person(supplier), () -> quality.of(article)).orElseThrow();
    }

    @Test
    void aScoreSaysWhatIsMissing() {
        String number = unique("Q-");
        UUID article = article(number, null, null, Map.of("material", "steel"));
        assertThat(of(article).score()).isEqualTo(15);
        assertThat(of(article).lacks()).containsExactly(Lack.ATTRIBUTES, Lack.PICTURE, Lack.NAME, Lack.DESCRIPTION, Lack.PRICE, Lack.STOCK, Lack.GTIN);
        in(person(supplier), () -> listing.write(supplier, article, new ArticleForm(number, "6901234567892", "东西", "Thing", category, null, null, null, null, "Of steel", "PCE", null, null, null, 5,
                Map.of("material", "steel", "grade", "8.8"), null), 1));
        in(person(supplier), () -> prices.set(supplier, article, new ArticlePrices.NewPrices(null, "EUR", LocalDate.now(), null, List.of(new ArticlePrices.Tier(BigDecimal.ONE, BigDecimal.TEN)))));
        inTransaction(person(supplier), () -> stock.set(supplier, List.of(new ArticleStock.Level(number, BigDecimal.TEN, Instant.now()))));
        assertThat(of(article).lacks()).containsExactly(Lack.PICTURE);
        assertThat(of(article).score()).isEqualTo(80);
    }

    @Test
    void stockIsStaleOnceItIsOlderThanItsSupplierPromises() {
        Instant told = Instant.now().minus(Duration.ofHours(10));
        assertThat(in(person(supplier), () -> quality.staleSince(supplier, told))).isNull();
        assertThat(in(person(supplier), () -> quality.promise(supplier, 0))).isEqualTo(ArticleResult.invalid("hours", "out-of-range"));
        assertThat(in(person(supplier), () -> quality.promise(supplier, 8))).isInstanceOf(Done.class);
        UUID buyer = organisation("Reader", Organisation.Kind.BUYER);
        assertThat(in(person(buyer), () -> quality.staleSince(supplier, told))).isEqualTo(told.plus(Duration.ofHours(8)));
        assertThat(in(person(buyer), () -> quality.staleSince(supplier, null))).isNull();
    }

    @Test
    void theWorstOfASupplierComeFirst() {
        UUID good = article(unique("Q-"), "东西", "Of steel", Map.of("material", "steel", "grade", "8.8"));
        UUID poor = article(unique("Q-"), null, null, Map.of());
        superuser().sql("update article set listing = 'LISTED', listed = tstzrange(now(), null) where supplier_org_id = :supplier").param("supplier", supplier).update();
        assertThat(in(person(supplier), () -> quality.worst(supplier, 50))).extracting(ArticleQuality.Quality::article).containsExactly(poor, good);
        assertThat(in(operator(), () -> quality.worst(null, 1000))).extracting(ArticleQuality.Quality::article).contains(poor, good);
    }
}
