package io.tradelane.trading.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.ArticleMatching;
import io.tradelane.trading.catalogue.ArticleMatching.Candidate;
import io.tradelane.trading.catalogue.Categories;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.GeneratedProducts;
import io.tradelane.trading.catalogue.GeneratedProducts.Product;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.relation.SupplierRelations;
import io.tradelane.trading.requirement.LineMatches.Reason.Code;
import io.tradelane.trading.requirement.RequirementMatching.Wishes;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

class RequirementMatchingTest extends TestDatabase {
    private static final int PRODUCTS = 6000;
    private static final Map<String, Product> BY_NUMBER = new HashMap<>();
    private static List<UUID> suppliers;
    private static UUID buyer;
    @Autowired RequirementMatching matching;
    @Autowired ArticleMatching articles;
    @Autowired Requirements requirements;
    @Autowired SupplierRelations relations;
    @Autowired Categories categories;
    @Autowired BeanFactory beans;

    @BeforeEach
    void products() {
        if (suppliers == null) {
            buyer = organisation("Matching buyer", Kind.BUYER);
            suppliers = IntStream.range(0, 7).mapToObj(i -> organisation("Matching supplier " + i, Kind.SUPPLIER)).toList();
            superuser().sql("update organisation set city = 'Suzhou' where id = :id").param("id", suppliers.getFirst()).update();
            inTransaction(Actor.hub(), () -> {
                Map<String, UUID> tree = new HashMap<>();
                for (GeneratedProducts.Family family : GeneratedProducts.FAMILIES) {
                    tree.put(family.code(), categories.create(new Categories.NewCategory(null, "matched-" + family.code(), family.zh(), family.en(),
                            List.of(new CategoryAttribute("material", "材质", "Material", CategoryAttribute.Kind.TEXT, null, null, null, List.of(), false, true)))).orElseThrow());
                }
                GeneratedProducts.insert(jdbc, GeneratedProducts.indexing(beans), tree, suppliers, 0, PRODUCTS);
            });
            superuser().sql("analyze article_index").update();
            IntStream.range(0, PRODUCTS).mapToObj(GeneratedProducts::product).forEach(product -> BY_NUMBER.put(product.number(), product));
        }
    }

    /** Other tests count what is listed. */
    @AfterAll
    static void unlist() {
        for (String table : List.of("article_index", "list_price")) {
            superuser().sql("delete from " + table + " where supplier_org_id in (:suppliers)").param("suppliers", suppliers).update();
        }
        superuser().sql("update article set listing = 'DISCONTINUED' where supplier_org_id in (:suppliers)").param("suppliers", suppliers).update();
    }

    @Test
    void amongTheFirstFiveIsWhatIsMeantForAtLeastSeventeenOfTwentyLines() {
        List<LabelledLines.Line> lines = LabelledLines.all();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(200);
        StringBuilder missed = new StringBuilder();
        int hits = 0;
        for (int from = 0; from < lines.size(); from += 60) {
            List<LabelledLines.Line> part = lines.subList(from, Math.min(from + 60, lines.size()));
            List<LineMatches> found = matches(part.stream().map(line -> needed(line.text(), 10)).toList(), new Wishes(Set.of(), List.of(), false));
            for (int i = 0; i < part.size(); i++) {
                LabelledLines.Line line = part.get(i);
                if (found.get(i).products().stream().limit(5).anyMatch(product -> line.meant(BY_NUMBER.get(product.article().number())))) {
                    hits++;
                } else {
                    missed.append('\n').append(line.text()).append(" ← ").append(line.product().nameEn()).append(line.product().nameZh()).append(" → ")
                            .append(found.get(i).products().stream().limit(3).map(product -> product.score() + " " + product.article().name(true)).toList());
                }
            }
        }
        double share = (double) hits / lines.size();
        System.getLogger("matching").log(System.Logger.Level.INFO, "hit@5 {0} of {1}, missed: {2}", hits, lines.size(), missed);
        assertThat(share).as("hit@5, missed: %s", missed).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void whatIsBelowItsMinimumOrderOrOfAnotherRegionOrOfABlockedSupplierIsNeverAMatch() {
        RequirementForm.Line bolts = needed("hex bolt M8", 50);
        Wishes anything = new Wishes(Set.of(), List.of(), false);
        List<LineMatches.Product> all = matches(List.of(bolts), anything).getFirst().products();
        assertThat(all).hasSize(10);
        superuser().sql("update article set min_quantity = 51 where id = :id").param("id", all.getFirst().article().id()).update();
        assertThat(ids(matches(List.of(bolts), anything))).doesNotContain(all.getFirst().article().id());
        assertThat(ids(matches(List.of(needed("hex bolt M8", 51)), anything))).contains(all.getFirst().article().id());
        RequirementForm.Line weighed = new RequirementForm.Line(null, null, null, "hex bolt M8", Quantity.of(90, "KGM"), null, null, null);
        assertThat(ids(matches(List.of(weighed), anything))).as("kilograms say nothing about pieces").isEmpty();
        assertThat(matches(List.of(bolts), new Wishes(Set.of(), List.of("Suzhou"), false)).getFirst().products()).isNotEmpty()
                .allSatisfy(product -> assertThat(product.article().supplier()).isEqualTo(suppliers.getFirst()));
        UUID blocked = all.get(1).article().supplier();
        Tenancy.run(person(buyer), () -> {
            assertThat(relations.decide(blocked, Standing.BLOCKED, "late too often", 0)).isInstanceOf(CommandResult.Done.class);
        });
        List<LineMatches> without = matches(List.of(bolts), anything);
        assertThat(without.getFirst().products()).isNotEmpty().noneMatch(product -> product.article().supplier().equals(blocked));
        assertThat(without.getFirst().suppliers()).noneMatch(supplier -> supplier.id().equals(blocked));
        UUID approved = suppliers.stream().filter(one -> !one.equals(blocked)).findFirst().orElseThrow();
        assertThat(matches(List.of(bolts), new Wishes(Set.of(), List.of(), true)).getFirst().products()).isEmpty();
        Tenancy.run(person(buyer), () -> {
            assertThat(relations.decide(approved, Standing.APPROVED, null, 0)).isInstanceOf(CommandResult.Done.class);
            assertThat(relations.decide(blocked, Standing.NONE, null, 1)).isInstanceOf(CommandResult.Done.class);
        });
        List<LineMatches.Product> ofApproved = matches(List.of(bolts), new Wishes(Set.of(), List.of(), true)).getFirst().products();
        assertThat(ofApproved).isNotEmpty().allSatisfy(product -> {
            assertThat(product.article().supplier()).isEqualTo(approved);
            assertThat(product.reasons()).extracting(LineMatches.Reason::code).contains(Code.APPROVED);
        });
    }

    @Test
    void aNumberNamesItsArticleAndTheScoreIsSplitWithReasons() {
        Product product = GeneratedProducts.product(4242);
        RequirementForm.Line line = new RequirementForm.Line(null, product.number(), null, null, Quantity.of(1, "DZN"), LocalDate.now().plusDays(1), null, new BigDecimal("0.01"));
        LineMatches found = matches(List.of(line), new Wishes(Set.of(), List.of(), false)).getFirst();
        LineMatches.Product first = found.products().getFirst();
        assertThat(first.article().number()).isEqualTo(product.number());
        assertThat(first.scores()).extracting(LineMatches.Score::factor).containsExactly(MatchFactor.values());
        assertThat(first.scores()).filteredOn(score -> score.factor() == MatchFactor.RELIABILITY).extracting(LineMatches.Score::score).containsOnlyNulls();
        assertThat(first.reasons()).extracting(LineMatches.Reason::code).contains(Code.NAMED, Code.OVER_BUDGET, Code.NO_ORDERS, Code.CONVERTED);
        assertThat(found.suppliers().getFirst().id()).isEqualTo(first.article().supplier());
    }

    @Test
    void sizesAreTheSameInOtherUnits() {
        for (String written : List.of("三相电机 1500W", "motor 3ph 1.5kw", "三相马达 1.5千瓦")) {
            List<Candidate> found = in(person(buyer), () -> articles.candidates(new ArticleMatching.Wanted(written, null, null, "CNY", List.of()), 30));
            assertThat(found).as(written).anySatisfy(candidate -> {
                assertThat(candidate.article().spec()).isEqualTo("1.5 kW");
                assertThat(candidate.text()).isEqualTo(1);
                assertThat(candidate.specification()).isEqualTo(1);
            });
        }
    }

    private List<UUID> ids(List<LineMatches> matches) {
        return matches.stream().flatMap(line -> line.products().stream()).map(product -> product.article().id()).toList();
    }

    private static RequirementForm.Line needed(String text, long quantity) {
        return new RequirementForm.Line(null, null, null, text, Quantity.of(quantity, "PCE"), null, null, null);
    }

    private List<LineMatches> matches(List<RequirementForm.Line> lines, Wishes wishes) {
        return Tenancy.call(person(buyer), () -> {
            CommandResult made = requirements.create(new RequirementForm(null, null, "CNY", null, null, null, lines));
            return matching.of(((CommandResult.Done) made).id(), wishes).orElseThrow();
        });
    }
}
