package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.catalogue.ArticleResult.IllegalTransition;
import io.tradelane.trading.catalogue.ArticleResult.Invalid;
import io.tradelane.trading.catalogue.ArticleResult.NotFound;
import io.tradelane.trading.catalogue.ArticleResult.Problem;
import io.tradelane.trading.catalogue.ArticleResult.StaleVersion;
import io.tradelane.trading.catalogue.CategoryAttribute.Choice;
import io.tradelane.trading.catalogue.ListingFilter.Tab;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incident;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class ArticleListingTest extends TestDatabase {
    private static UUID category;
    @Autowired ArticleListing listing;
    @Autowired ArticlePrices prices;
    @Autowired ArticleCounts stock;
    @Autowired Articles articles;
    @Autowired ArticleSearch search;
    @Autowired Categories categories;
    @Autowired Journal journal;
    @Autowired Incidents incidents;
    private UUID supplier;
    private UUID buyer;

    @BeforeEach
    void companies() {
        supplier = organisation("Supplier", Kind.SUPPLIER);
        buyer = organisation("Buyer", Kind.BUYER);
        if (category == null) {
            category = in(operator(), () -> categories.create(new Categories.NewCategory(null, unique("bolts"), "螺栓", "Bolts", List.of(
                    new CategoryAttribute("material", "材质", "Material", CategoryAttribute.Kind.CHOICE, null, null, null, List.of(new Choice("SS", "不锈钢", "Stainless steel")), true, true),
                    new CategoryAttribute("length", "长度", "Length", CategoryAttribute.Kind.NUMBER, "MMT", BigDecimal.ONE, new BigDecimal("500"), List.of(), false, true))))).orElseThrow();
        }
    }

    private ArticleForm form(String number, @Nullable String nameEn, Map<String, String> attributes) {
        return new ArticleForm(number, null, "六角螺栓 M8×40", nameEn, category, "Haina", null, "M8×40", null, "<script>alert(1)</script>", "PCE", null, null, null, 5, attributes, null);
    }

    private UUID draft(String number) {
        return ((Done) in(person(supplier), () -> listing.create(supplier, form(number, "Hex bolt M8×40", Map.of("material", "不锈钢", "length", "1.5 in"))))).id();
    }

    private ArticleView seen(UUID reader, UUID article) {
        return in(person(reader), () -> listing.find(article)).orElse(null);
    }

    private int version(UUID article) {
        return seen(supplier, article).version();
    }

    private ArticleResult price(UUID article, @Nullable UUID forBuyer, String from, String amount, String... more) {
        List<ArticlePrices.Tier> tiers = new java.util.ArrayList<>(List.of(new ArticlePrices.Tier(new BigDecimal(from), new BigDecimal(amount))));
        for (int i = 0; i < more.length; i += 2) {
            tiers.add(new ArticlePrices.Tier(new BigDecimal(more[i]), new BigDecimal(more[i + 1])));
        }
        return in(person(supplier), () -> prices.set(supplier, article, new ArticlePrices.NewPrices(forBuyer, "EUR", LocalDate.now(), null, tiers)));
    }

    private UUID listed(String number) {
        UUID article = draft(number);
        price(article, null, "1", "1.20", "100", "1.00");
        in(person(supplier), () -> listing.submit(supplier, article, version(article)));
        in(operator(), () -> listing.approve(article, version(article)));
        assertThat(in(person(supplier), () -> listing.list(supplier, article, null, null, version(article)))).isInstanceOf(Done.class);
        return article;
    }

    @Test
    void anArticleGoesFromItsDraftIntoTheShopAndOutAgain() {
        String number = unique("B-");
        UUID article = draft(number);
        assertThat(seen(supplier, article).form().attributes()).containsEntry("material", "SS").containsEntry("length", "38.1");
        assertThat(seen(buyer, article)).isNull();
        assertThat(in(person(supplier), () -> listing.submit(supplier, article, 1))).isEqualTo(new Invalid(List.of(new Problem("price", "required"))));
        price(article, null, "1", "1.20");
        in(person(supplier), () -> listing.submit(supplier, article, 1));
        assertThat(in(operator(), () -> listing.toReview(500))).extracting(ArticleSummary::id).contains(article);
        in(operator(), () -> listing.deny(article, Map.of("nameEn", "Say the standard", "spec", " "), 2));
        assertThat(seen(supplier, article).own().denial()).containsExactly(Map.entry("nameEn", "Say the standard"));
        in(person(supplier), () -> listing.write(supplier, article, form(number, "Hex bolt M8×40 DIN 933", Map.of("material", "SS")), 3));
        in(person(supplier), () -> listing.submit(supplier, article, 4));
        in(operator(), () -> listing.approve(article, 5));
        assertThat(seen(buyer, article)).isNull();
        in(person(supplier), () -> listing.list(supplier, article, null, null, 6));
        assertThat(seen(buyer, article).listing()).isEqualTo(ListingState.LISTED);
        assertThat(seen(buyer, article).own()).isNull();
        assertThat(in(person(buyer), () -> search.find(ArticleQuery.of(number, "EUR"), 0, 5)).total()).isEqualTo(1);
        in(person(supplier), () -> listing.unlist(supplier, article, 7));
        assertThat(seen(buyer, article)).isNull();
        assertThat(in(person(buyer), () -> search.find(ArticleQuery.of(number, "EUR"), 0, 5)).total()).isZero();
        assertThat(in(person(supplier), () -> journal.timeline(ArticleListing.ENTITY, article))).extracting(TimelineEntry::event)
                .containsExactly("CREATED", "PRICED", "SUBMIT", "DENY", "EDIT", "SUBMIT", "APPROVE", "LIST", "UNLIST");
        assertThat(in(person(buyer), () -> journal.timeline(ArticleListing.ENTITY, article))).isEmpty();
    }

    @Test
    void aListedArticleKeepsItsFaceUntilTheOperatorAgreesToTheNewOne() {
        String number = unique("B-");
        UUID article = listed(number);
        ArticleForm wanted = form(number, "Cheap watches", Map.of("material", "SS"));
        in(person(supplier), () -> listing.write(supplier, article, wanted, version(article)));
        assertThat(seen(buyer, article).name(false)).isEqualTo("Hex bolt M8×40");
        assertThat(seen(supplier, article).own().revision().nameEn()).isEqualTo("Cheap watches");
        in(operator(), () -> listing.deny(article, Map.of("", "Not what it is"), version(article)));
        assertThat(seen(buyer, article).name(false)).isEqualTo("Hex bolt M8×40");
        in(person(supplier), () -> listing.write(supplier, article, form(number, "Hex bolt M8×40 A2", Map.of("material", "SS")), version(article)));
        in(operator(), () -> listing.approve(article, version(article)));
        assertThat(seen(buyer, article).name(false)).isEqualTo("Hex bolt M8×40 A2");
        assertThat(seen(supplier, article).own().revision()).isNull();
    }

    @Test
    void aListingAheadIsShownFromItsTimeOnAndOneThatIsOverNoMore() {
        UUID article = listed(unique("B-"));
        in(person(supplier), () -> listing.list(supplier, article, Instant.now().plusSeconds(3600), null, version(article)));
        assertThat(seen(buyer, article)).isNull();
        in(person(supplier), () -> listing.list(supplier, article, Instant.now().minusSeconds(7200), Instant.now().minusSeconds(3600), version(article)));
        assertThat(seen(buyer, article)).isNull();
        assertThat(in(person(supplier), () -> listing.list(supplier, article, Instant.now(), Instant.now().minusSeconds(1), version(article)))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @EnumSource(ListingState.class)
    void whatTheTableDoesNotKnowIsRefusedAndChangesNothing(ListingState state) {
        UUID article = listed(unique("B-"));
        superuser().sql("update article set listing = :state where id = :id").param("state", state.name()).param("id", article).update();
        int version = version(article);
        Map<ListingState.Event, java.util.function.Supplier<ArticleResult>> commands = new HashMap<>(Map.of(
                ListingState.Event.SUBMIT, () -> in(person(supplier), () -> listing.submit(supplier, article, version)),
                ListingState.Event.APPROVE, () -> in(operator(), () -> listing.approve(article, version)),
                ListingState.Event.DENY, () -> in(operator(), () -> listing.deny(article, Map.of("", "No"), version)),
                ListingState.Event.LIST, () -> in(person(supplier), () -> listing.list(supplier, article, null, null, version)),
                ListingState.Event.UNLIST, () -> in(person(supplier), () -> listing.unlist(supplier, article, version)),
                ListingState.Event.SUSPEND, () -> in(operator(), () -> listing.suspend(article, "Complaint", version)),
                ListingState.Event.REINSTATE, () -> in(operator(), () -> listing.reinstate(article, version)),
                ListingState.Event.DISCONTINUE, () -> in(person(supplier), () -> listing.discontinue(supplier, article, version))));
        commands.forEach((event, command) -> {
            if (state.after(event).isEmpty()) {
                assertThat(command.get()).as("%s in %s", event, state).isEqualTo(new IllegalTransition(state, event));
                assertThat(version(article)).isEqualTo(version);
            }
        });
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsField() {
        ArticleForm wrong = new ArticleForm(" ", "6901234567890", null, null, UUID.randomUUID(), null, null, null, null, null, "XYZZ", BigDecimal.ZERO, null, null, 9999, Map.of(), null);
        assertThat(((Invalid) in(person(supplier), () -> listing.create(supplier, wrong))).problems()).extracting(Problem::field)
                .containsExactlyInAnyOrder("number", "nameEn", "gtin", "unit", "packQuantity", "leadDays", "category");
        ArticleForm attributes = form(unique("B-"), "Bolt", Map.of("material", "wood", "length", "900", "colour", "red"));
        assertThat(((Invalid) in(person(supplier), () -> listing.create(supplier, attributes))).problems()).containsExactlyInAnyOrder(
                new Problem("attributes.material", "choice"), new Problem("attributes.length", "out-of-range"), new Problem("attributes.colour", "unknown"));
        UUID article = draft(unique("B-"));
        assertThat(in(person(supplier), () -> listing.create(supplier, seen(supplier, article).form()))).isEqualTo(ArticleResult.invalid("number", "taken"));
        assertThat(in(person(supplier), () -> listing.write(supplier, article, form("OTHER", "Bolt", Map.of()), 1))).isEqualTo(ArticleResult.invalid("number", "fixed"));
        assertThat(in(person(supplier), () -> listing.write(supplier, article, seen(supplier, article).form(), 7))).isEqualTo(new StaleVersion(1));
    }

    @Test
    void anotherSupplierChangesNothingAndAnotherBuyerSeesNoPriceAgreed() {
        UUID article = listed(unique("B-"));
        UUID rival = organisation("Rival", Kind.SUPPLIER);
        assertThat(in(person(rival), () -> listing.unlist(rival, article, version(article)))).isInstanceOf(NotFound.class);
        assertThat(in(person(rival), () -> listing.write(rival, article, form("X", "X", Map.of()), version(article)))).isInstanceOf(NotFound.class);
        price(article, buyer, "1", "0.90", "500", "0.80");
        assertThat(seen(buyer, article).prices()).extracting(tier -> tier.price().amount().amount().toPlainString()).containsExactly("0.90", "0.80");
        assertThat(seen(organisation("Other buyer", Kind.BUYER), article).prices()).extracting(tier -> tier.price().amount().amount().toPlainString()).containsExactly("1.20", "1.00");
        assertThat(in(person(buyer), () -> articles.resolve(buyer, supplier, items(article), List.of(new BigDecimal("499")), "EUR", LocalDate.now())).getFirst().agreedPrice().perUnit())
                .isEqualByComparingTo("0.90");
        assertThat(in(person(buyer), () -> articles.resolve(buyer, supplier, items(article), List.of(new BigDecimal("500")), "EUR", LocalDate.now())).getFirst().agreedPrice().perUnit())
                .isEqualByComparingTo("0.80");
    }

    private List<Item> items(UUID article) {
        return List.of(new Item(null, null, seen(supplier, article).form().number(), null));
    }

    @Test
    void aPriceOfTomorrowLeavesThatOfTodayAndNoTwoOfOneQuantityOverlap() {
        UUID article = draft(unique("B-"));
        price(article, null, "1", "1.20");
        LocalDate tomorrow = LocalDate.now().plusDays(1);
        in(person(supplier), () -> prices.set(supplier, article, new ArticlePrices.NewPrices(null, "EUR", tomorrow, null, List.of(new ArticlePrices.Tier(BigDecimal.ZERO, new BigDecimal("1.30"))))));
        assertThat(seen(supplier, article).prices()).extracting(PriceTier::validFrom, PriceTier::validUntil)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(LocalDate.now(), LocalDate.now()), org.assertj.core.groups.Tuple.tuple(tomorrow, null));
        assertThat(price(article, null, "1", "1.20", "0", "1.10")).isEqualTo(ArticleResult.invalid("tiers[1].from", "duplicate"));
        assertThat(in(person(supplier), () -> prices.set(supplier, article, new ArticlePrices.NewPrices(null, "EUR", LocalDate.now().minusDays(1), null,
                List.of(new ArticlePrices.Tier(BigDecimal.ZERO, BigDecimal.ONE)))))).isEqualTo(ArticleResult.invalid("from", "in-the-past"));
    }

    @Test
    void lowStockIsToldOnceUntilThereIsEnoughAgain() {
        String number = unique("B-");
        UUID article = draft(number);
        in(person(supplier), () -> listing.alert(supplier, article, new BigDecimal("100"), new BigDecimal("200"), 1));
        assertThat(told(article, "150", "99", "50", "120", "80")).isEqualTo(1);
        assertThat(in(person(supplier), () -> listing.list(supplier, new ListingFilter(Tab.LOW_STOCK, null, null, 10))).articles()).extracting(ArticleSummary::id).containsExactly(article);
        assertThat(told(article, "199")).isEqualTo(1);
        assertThat(told(article, "200")).isZero();
        assertThat(seen(supplier, article).own().alertedAt()).isNull();
        assertThat(told(article, "1")).isEqualTo(1);
        assertThat(in(person(supplier), () -> stock.set(supplier, List.of(new ArticleStock.Level(number, BigDecimal.TEN, Instant.now().minusSeconds(86_400)))))).isZero();
    }

    /** How many alerts of it are open. */
    private long told(UUID article, String... levels) {
        String number = seen(supplier, article).form().number();
        Stream.of(levels).forEach(level -> in(person(supplier), () -> stock.set(supplier, List.of(new ArticleStock.Level(number, new BigDecimal(level), Instant.now())))));
        return hub(() -> incidents.list(new Incidents.Filter(Incident.Status.OPEN, Cause.STOCK_LOW, supplier, null), null, 50)).items().stream()
                .filter(incident -> article.toString().equals(incident.args().get("subject"))).count();
    }

    @Test
    void whatASandboxWritesIsNeverShown() {
        UUID twin = organisation("Twin", Kind.SUPPLIER);
        superuser().sql("update organisation set twin_of = :of where id = :id").param("of", supplier).param("id", twin).update();
        UUID article = ((Done) in(person(twin), () -> listing.create(twin, form(unique("B-"), "Bolt", Map.of("material", "SS"))))).id();
        inTransaction(Actor.hub(), () -> prices.set(twin, article, new ArticlePrices.NewPrices(null, "EUR", LocalDate.now(), null, List.of(new ArticlePrices.Tier(BigDecimal.ONE, BigDecimal.ONE)))));
        assertThat(in(person(twin), () -> listing.submit(twin, article, 1))).isInstanceOf(IllegalTransition.class);
    }
}
