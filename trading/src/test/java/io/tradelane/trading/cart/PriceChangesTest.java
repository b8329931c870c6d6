package io.tradelane.trading.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.ArticleForm;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticlePrices;
import io.tradelane.trading.catalogue.ArticleResult;
import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.PriceChange;
import io.tradelane.trading.catalogue.PriceChanges;
import io.tradelane.trading.catalogue.PriceHistory;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.incident.Notice;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PriceChangesTest extends TestDatabase {
    private static UUID category;
    @Autowired ArticleListing listing;
    @Autowired ArticlePrices prices;
    @Autowired PriceChanges changes;
    @Autowired PriceHistory history;
    @Autowired PriceNews news;
    @Autowired Categories categories;
    @Autowired Notices notices;
    @Autowired Journal journal;
    @Autowired Users users;
    @Autowired Carts carts;
    private final LocalDate today = LocalDate.now();
    private UUID supplier;
    private UUID buyer;
    private UUID article;
    private String number;
    private Actor seller;

    @BeforeEach
    void anArticleInTheShop() {
        asHub(news::tell);
        supplier = organisation("Priced supplier", Kind.SUPPLIER);
        buyer = organisation("Priced buyer", Kind.BUYER);
        if (category == null) {
            category = hub(() -> categories.create(new Categories.NewCategory(null, unique("priced"), "定价", "Priced", List.of()))).orElseThrow();
        }
        seller = Actor.person(supplier, user(supplier, "Seller", Role.SUPPLIER_SALES).id(), "Seller");
        number = unique("P-");
        article = ((Done) in(seller, () -> listing.create(supplier, new ArticleForm(number, null, "螺栓", "Bolt", category, null, null, null, null, null, "PCE", null, null, null, 5, Map.of(), null)))).id();
        set(null, today, "10", "100", "8");
        in(seller, () -> listing.submit(supplier, article, 1));
        in(operator(), () -> listing.approve(article, 2));
        assertThat(in(seller, () -> listing.list(supplier, article, null, null, 3))).isInstanceOf(Done.class);
    }

    private User user(UUID organisation, String name, Role role) {
        UUID id = hub(() -> users.create(unique("price") + "@example.com", name, Locale.ENGLISH, "x", List.of(new User.Membership(organisation, role))));
        return hub(() -> users.find(id)).orElseThrow();
    }

    private ArticleResult set(@Nullable UUID forBuyer, LocalDate from, String amount, String... more) {
        List<ArticlePrices.Tier> tiers = new java.util.ArrayList<>(List.of(new ArticlePrices.Tier(BigDecimal.ONE, new BigDecimal(amount))));
        for (int i = 0; i < more.length; i += 2) {
            tiers.add(new ArticlePrices.Tier(new BigDecimal(more[i]), new BigDecimal(more[i + 1])));
        }
        return in(seller, () -> prices.set(supplier, article, new ArticlePrices.NewPrices(forBuyer, "EUR", from, null, tiers)));
    }

    private BigDecimal costs() {
        return in(person(buyer), () -> listing.find(article)).orElseThrow().prices().getFirst().price().perUnit();
    }

    private List<PriceChange> waiting() {
        return in(seller, () -> changes.list(supplier, true, null, 10));
    }

    private List<String> letters(User person) {
        asHub(news::tell);
        return hub(() -> notices.list(null, null, 200)).items().stream().filter(notice -> notice.kind() == Notice.Kind.LETTER && notice.target().equals(person.email())).map(Notice::body).toList();
    }

    @Test
    void aLargeMoveWaitsForASecondPersonWhoIsNotTheOneWhoAsked() {
        User second = user(supplier, "Second", Role.SUPPLIER_SALES);
        assertThat(set(null, today, "15")).isInstanceOf(ArticleResult.Waiting.class);
        assertThat(costs()).isEqualByComparingTo("10");
        PriceChange change = waiting().getFirst();
        assertThat(change.percent()).isEqualByComparingTo("87.5");
        assertThat(in(seller, () -> changes.decide(supplier, change.id(), true, null))).isInstanceOf(ArticleResult.SeparationOfDuties.class);
        assertThat(in(Actor.apiClient(supplier, "erp"), () -> changes.decide(supplier, change.id(), true, null))).isInstanceOf(ArticleResult.SeparationOfDuties.class);
        assertThat(in(person(buyer), () -> changes.decide(buyer, change.id(), true, null))).isInstanceOf(ArticleResult.NotFound.class);
        assertThat(in(Actor.person(supplier, second.id(), "Second"), () -> changes.decide(supplier, change.id(), true, null))).isInstanceOf(Done.class);
        assertThat(costs()).isEqualByComparingTo("15");
        assertThat(in(Actor.person(supplier, second.id(), "Second"), () -> changes.decide(supplier, change.id(), true, null))).isInstanceOf(ArticleResult.StaleVersion.class);
        assertThat(in(seller, () -> journal.timeline(ArticleListing.ENTITY, article))).extracting(TimelineEntry::event).contains("PRICE_ASKED").endsWith("PRICED");
    }

    @Test
    void aRefusalNeedsAReasonAndChangesNothing() {
        Actor second = Actor.person(supplier, user(supplier, "Second", Role.SUPPLIER_SALES).id(), "Second");
        set(null, today, "5");
        PriceChange change = waiting().getFirst();
        assertThat(in(second, () -> changes.decide(supplier, change.id(), false, " "))).isEqualTo(ArticleResult.invalid("reason", "required"));
        assertThat(in(second, () -> changes.decide(supplier, change.id(), false, "A typing error"))).isInstanceOf(Done.class);
        assertThat(costs()).isEqualByComparingTo("10");
        assertThat(in(seller, () -> changes.list(supplier, false, null, 10)).getFirst().reason()).isEqualTo("A typing error");
    }

    @Test
    void aSmallMoveCountsAtOnceAndTakesThePlaceOfWhatWaits() {
        user(supplier, "Second", Role.SUPPLIER_SALES);
        set(null, today, "15");
        assertThat(set(null, today, "11", "100", "9")).isInstanceOf(Done.class);
        assertThat(costs()).isEqualByComparingTo("11");
        assertThat(waiting()).isEmpty();
        assertThat(in(seller, () -> changes.threshold(supplier, new BigDecimal("5")))).isInstanceOf(Done.class);
        assertThat(set(null, today, "12", "100", "10")).isInstanceOf(ArticleResult.Waiting.class);
        assertThat(in(seller, () -> changes.threshold(supplier, BigDecimal.ZERO))).isEqualTo(ArticleResult.invalid("percent", "out-of-range"));
    }

    @Test
    void whoIsAloneNeedsNobody() {
        assertThat(set(null, today, "30")).isInstanceOf(Done.class);
        assertThat(costs()).isEqualByComparingTo("30");
    }

    @Test
    void buyersWhoHaveTheArticleAreToldOnce() {
        User withNumber = user(buyer, "Has a number", Role.BUYER_STAFF);
        User approver = user(buyer, "Approves", Role.BUYER_APPROVER);
        UUID carting = organisation("Buyer with a cart", Kind.BUYER);
        User withCart = user(carting, "Has a cart", Role.BUYER_STAFF);
        User stranger = user(organisation("Buyer without", Kind.BUYER), "Has nothing", Role.BUYER_STAFF);
        superuser().sql("insert into buyer_article (buyer_org_id, supplier_org_id, number, article_id) values (:buyer, :supplier, 'MINE-1', :article)")
                .param("buyer", buyer).param("supplier", supplier).param("article", article).update();
        assertThat(in(Actor.person(carting, withCart.id(), "Has a cart"), () -> carts.add(List.of(new Wanted(number, null, supplier, BigDecimal.ONE, null))))).isInstanceOf(Added.Done.class);
        set(null, today.plusDays(3), "11.5", "100", "8");
        assertThat(letters(withNumber)).singleElement().asString().contains(number, "10.00 → 11.50 EUR", today.plusDays(3).toString());
        assertThat(letters(withCart)).hasSize(1);
        assertThat(letters(stranger)).isEmpty();
        assertThat(letters(approver)).isEmpty();
        assertThat(costs()).isEqualByComparingTo("10");
        set(null, today.plusDays(3), "11.5", "100", "8");
        assertThat(letters(withNumber)).hasSize(1);
    }

    @Test
    void whoHasAgreedOnAnotherPriceIsNotToldOfTheLists() {
        User person = user(buyer, "Has a price", Role.BUYER_STAFF);
        superuser().sql("insert into buyer_article (buyer_org_id, supplier_org_id, number, article_id) values (:buyer, :supplier, 'MINE-2', :article)")
                .param("buyer", buyer).param("supplier", supplier).param("article", article).update();
        set(buyer, today, "9");
        set(null, today, "11");
        assertThat(letters(person)).isEmpty();
        assertThat(costs()).isEqualByComparingTo("9");
        set(buyer, today, "9.5");
        assertThat(letters(person)).singleElement().asString().contains("9.00 → 9.50");
    }

    @Test
    void theHistoryShowsWhatWasWhatIsAndWhatComesToWhoMayKnow() {
        superuser().sql("update list_price set validity = daterange(current_date - 40, null) where article_id = :id").param("id", article).update();
        set(null, today, "11");
        set(null, today.plusDays(10), "12");
        set(buyer, today, "9");
        UUID other = organisation("Other buyer", Kind.BUYER);
        assertThat(in(person(other), () -> history.of(article))).extracting(one -> one.amount().stripTrailingZeros().toPlainString()).containsExactly("10", "11", "12");
        assertThat(in(person(other), () -> history.of(article))).extracting(PriceHistory.Stretch::until).containsExactly(today.minusDays(1), today.plusDays(9), null);
        assertThat(in(person(buyer), () -> history.of(article))).extracting(one -> one.amount().stripTrailingZeros().toPlainString()).containsExactly("9");
    }
}
