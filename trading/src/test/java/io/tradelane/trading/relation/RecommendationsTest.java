package io.tradelane.trading.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.NewArticle;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A buyer of bolts, the supplier of them, and a rival that lists more of the same and has never sold to it. */
class RecommendationsTest extends DealFixture {
    private static final Set<Factor> ALL = EnumSet.allOf(Factor.class);
    @Autowired Recommendations recommendations;
    @Autowired SupplierRelations relations;
    @Autowired OwnSuppliers ownSuppliers;
    @Autowired Deliveries deliveries;
    @Autowired Categories categories;
    private UUID category;
    private UUID rival;

    @BeforeEach
    void range() {
        String code = unique("recommended-");
        category = hub(() -> categories.create(new Categories.NewCategory(null, code, code, code, List.of()))).orElseThrow();
        rival = organisation("Rival Fasteners", Kind.SUPPLIER);
        list(supplier, bolt);
        for (int i = 0; i < 5; i++) {
            int n = i;
            list(rival, hub(() -> articles.upsert(new NewArticle(rival, "R-" + n, null, null, "Bolt " + n, "PCE", null))));
        }
        old(supplier);
        old(rival);
        until(() -> offered(rival) && offered(supplier));
    }

    @Test
    void aFactorThatIsLeftOutChangesTheOrder() {
        placed(document(unique("PO")));
        List<Recommended> all = suppliers(ALL);
        assertThat(all).hasSizeLessThanOrEqualTo(10);
        assertThat(place(supplier, all)).as("it has sold before").isLessThan(place(rival, all));
        List<Recommended> strength = suppliers(EnumSet.of(Factor.STRENGTH));
        assertThat(score(rival, strength)).as("it lists more").isGreaterThan(score(supplier, strength));
        assertThat(all.getFirst().factors()).containsOnlyKeys(Factor.values());
        assertThat(of(supplier, all).reasons()).extracting(Recommended.Reason::code).contains(Recommended.Reason.Code.ORDERS, Recommended.Reason.Code.CATEGORIES);
    }

    @Test
    void itIsSaidWhyASupplierIsNotAmongThem() {
        placed(document(unique("PO")));
        Explanation own = why(supplier);
        assertThat(own.verdict()).isEqualTo(Explanation.Verdict.RECOMMENDED);
        assertThat(own.place()).isLessThanOrEqualTo(10);
        Explanation other = why(rival);
        assertThat(other.verdict()).isIn(Explanation.Verdict.RECOMMENDED, Explanation.Verdict.BEHIND);
        assertThat(other.place()).isGreaterThan(own.place());
        assertThat(other.company().factors()).containsOnlyKeys(Factor.values());
        UUID idle = organisation("Sells nothing", Kind.SUPPLIER);
        assertThat(why(idle).verdict()).isEqualTo(Explanation.Verdict.SELLS_NOTHING);
        asPerson(buyer, () -> relations.decide(rival, Standing.BLOCKED, "late", 0));
        assertThat(why(rival).verdict()).isEqualTo(Explanation.Verdict.BLOCKED);
        assertThat(asPerson(buyer, () -> recommendations.why(UUID.randomUUID(), ALL))).isEmpty();
        assertThat(asPerson(buyer, () -> recommendations.sellers())).extracting(Recommendations.Seller::id).contains(supplier, rival, idle).doesNotContain(buyer);
    }

    private Explanation why(UUID company) {
        return asPerson(buyer, () -> recommendations.why(company, ALL)).orElseThrow();
    }

    @Test
    void aBlockedSupplierIsRecommendedToNobodyWhoBlockedIt() {
        placed(document(unique("PO")));
        assertThat(asPerson(buyer, () -> relations.decide(supplier, Standing.BLOCKED, " ", 0))).isEqualTo(CommandResult.invalid("reason", "required"));
        assertThat(asPerson(buyer, () -> relations.decide(supplier, Standing.BLOCKED, "late", 0))).isInstanceOf(CommandResult.Done.class);
        assertThat(asPerson(buyer, () -> relations.decide(supplier, Standing.NONE, null, 0))).isEqualTo(new CommandResult.StaleVersion(1));
        assertThat(suppliers(ALL)).extracting(Recommended::id).doesNotContain(supplier);
        assertThat(buyers(supplier)).as("nor is the buyer to it").extracting(Recommended::id).doesNotContain(buyer);
        assertThat(asPerson(supplier, () -> relations.all())).as("it is not told").isEmpty();
        assertThat(asPerson(buyer, () -> ownSuppliers.list())).filteredOn(one -> one.id().equals(supplier)).extracting(one -> one.relation().standing()).containsExactly(Standing.BLOCKED);
    }

    @Test
    void oneOfThoseThatAreNewHasAPlace() {
        for (int i = 0; i < 11; i++) {
            UUID known = organisation("Known " + i, Kind.SUPPLIER);
            old(known);
            list(known, hub(() -> articles.upsert(new NewArticle(known, "K", null, null, "Bolt", "PCE", null))));
            jdbcOrder(known);
        }
        UUID fresh = organisation("Fresh", Kind.SUPPLIER);
        list(fresh, hub(() -> articles.upsert(new NewArticle(fresh, "F", null, null, "Bolt", "PCE", null))));
        until(() -> suppliers(ALL).stream().anyMatch(Recommended::fresh));
        List<Recommended> all = suppliers(ALL);
        assertThat(all).hasSize(10).filteredOn(Recommended::fresh).hasSize(1);
        assertThat(all.getLast().fresh()).isTrue();
        assertThat(all.getLast().reasons().getFirst().code()).isEqualTo(Recommended.Reason.Code.NEW);
    }

    @Test
    void aBuyerIsRecommendedToWhoSellsWhatItBuysUnlessItDoesNotWantTo() {
        placed(document(unique("PO")));
        assertThat(buyers(rival)).extracting(Recommended::id).contains(buyer);
        asPerson(buyer, () -> {
            recommendations.refuse(true);
            return 0;
        });
        assertThat(buyers(rival)).extracting(Recommended::id).doesNotContain(buyer);
        assertThat(asPerson(buyer, () -> recommendations.refused())).isTrue();
        asPerson(buyer, () -> {
            recommendations.refuse(false);
            return 0;
        });
        assertThat(buyers(rival)).extracting(Recommended::id).contains(buyer);
    }

    @Test
    void whatOthersPayAndHowMuchTheyBuyChangesNothing() {
        OrderView order = placed(document(unique("PO")));
        List<Recommended> before = buyers(rival);
        List<Recommended> toOther = Tenancy.call(person(rival), () -> recommendations.buyers(ALL));
        superuser().sql("update po_line set quantity = quantity * 1000, price = price * 77 where order_id = :order").param("order", order.id()).update();
        superuser().sql("update purchase_order set net_total = net_total * 77000 where id = :order").param("order", order.id()).update();
        place(document(unique("PO")));
        assertThat(buyers(rival)).isEqualTo(before).isEqualTo(toOther);
        assertThat(of(buyer, before).factors().get(Factor.HISTORY)).as("the rival's own history").isZero();
        assertThat(of(buyer, before).factors().get(Factor.REPUTATION)).isNull();
    }

    @Test
    void deliveriesAreThoseOfTheCallersOwnOrders() {
        OrderView order = confirmed();
        superuser().sql("update po_line set promised_delivery = current_date - 2 where order_id = :order").param("order", order.id()).update();
        assertThat(asPerson(buyer, () -> deliveries.bySupplier()).get(supplier)).isEqualTo(new Deliveries.Kept(2, 0));
        UUID other = organisation("Other buyer", Kind.BUYER);
        assertThat(asPerson(other, () -> deliveries.bySupplier())).isEmpty();
        OwnSupplier own = asPerson(buyer, () -> ownSuppliers.list()).stream().filter(one -> one.id().equals(supplier)).findFirst().orElseThrow();
        assertThat(own.orders()).isEqualTo(1);
        assertThat(own.spend()).singleElement().satisfies(sum -> assertThat(sum.amount()).isEqualByComparingTo("145"));
        assertThat(asPerson(other, () -> ownSuppliers.list())).isEmpty();
    }

    private void list(UUID seller, UUID article) {
        superuser().sql("update article set listing = 'LISTED', listed = tstzrange(now() - interval '1 hour', null), category_id = :category where id = :id").param("category", category)
                .param("id", article).update();
        superuser().sql("update article_index set shown = tstzrange(now() - interval '1 hour', null), categories = array[:category] where article_id = :id").param("category", category)
                .param("id", article).update();
    }

    /** It has been here for a year. */
    private static void old(UUID organisation) {
        superuser().sql("update organisation set created_at = now() - interval '1 year' where id = :id").param("id", organisation).update();
    }

    private void jdbcOrder(UUID seller) {
        OrderDocument document = document(unique("PO"), List.of(line("1", new Item(null, null, "K", "Bolt"), 1, "1.00")));
        assertThat(asEdi(buyer, () -> orders.place(document, new Parties(buyer, seller), new MessageContext(null, null, buyer)))).isInstanceOf(ApplyResult.class);
    }

    /** What everybody sees is remembered for some seconds. */
    private static void until(BooleanSupplier condition) {
        LocalDate day = LocalDate.now();
        while (!condition.getAsBoolean() && !LocalDate.now().isAfter(day.plusDays(1))) {
            Thread.onSpinWait();
        }
    }

    private boolean offered(UUID seller) {
        return asPerson(buyer, () -> recommendations.ranked(Map.of(seller, 1L), 1)).stream().anyMatch(one -> one.reasons().stream().anyMatch(why -> why.code() == Recommended.Reason.Code.ARTICLES));
    }

    private List<Recommended> suppliers(Set<Factor> factors) {
        return asPerson(buyer, () -> recommendations.suppliers(factors));
    }

    private List<Recommended> buyers(UUID seller) {
        return asPerson(seller, () -> recommendations.buyers(ALL)).stream().filter(one -> one.id().equals(buyer)).toList();
    }

    private static int place(UUID id, List<Recommended> all) {
        int place = all.stream().map(Recommended::id).toList().indexOf(id);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static int score(UUID id, List<Recommended> all) {
        return all.stream().filter(one -> one.id().equals(id)).mapToInt(Recommended::score).findFirst().orElse(0);
    }

    private static Recommended of(UUID id, List<Recommended> all) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
