package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.catalogue.ArticleResult.Invalid;
import io.tradelane.trading.catalogue.ArticleResult.NotFound;
import io.tradelane.trading.catalogue.ArticleResult.Problem;
import io.tradelane.trading.catalogue.ArticleResult.StaleVersion;
import io.tradelane.trading.catalogue.CategoryAttribute.Choice;
import io.tradelane.trading.catalogue.CategoryAttribute.Kind;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.partner.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Categories and words of the same meaning, as the operator changes them. */
class VocabularyTest extends TestDatabase {
    @Autowired Categories categories;
    @Autowired CategoryChanges changes;
    @Autowired SearchSynonyms synonyms;
    @Autowired ArticleListing listing;
    @Autowired ArticlePrices prices;
    @Autowired ArticleSearch search;
    @Autowired Reindexing reindexing;
    @Autowired Journal journal;
    private UUID supplier;
    private UUID buyer;

    @BeforeEach
    void companies() {
        supplier = organisation("Supplier of words", Organisation.Kind.SUPPLIER);
        buyer = organisation("Buyer of words", Organisation.Kind.BUYER);
    }

    private static CategoryAttribute material(Choice... choices) {
        return new CategoryAttribute("material", "材质", "Material", Kind.CHOICE, null, null, null, List.of(choices), false, true);
    }

    private static CategoryAttribute length(String most) {
        return new CategoryAttribute("length", "长度", "Length", Kind.NUMBER, "MMT", BigDecimal.ONE, new BigDecimal(most), List.of(), false, true);
    }

    private UUID category(UUID parent, String name, CategoryAttribute... attributes) {
        return ((Done) in(operator(), () -> changes.create(parent, unique("cat-"), name, name, List.of(attributes)))).id();
    }

    private ArticleResult change(UUID id, String name, CategoryAttribute... attributes) {
        return in(operator(), () -> changes.change(id, name, name, List.of(attributes), version(id)));
    }

    private int version(UUID id) {
        return hub(() -> categories.find(id)).orElseThrow().version();
    }

    private ArticleResult write(String number, String name, UUID category, Map<String, String> attributes) {
        return in(person(supplier), () -> listing.create(supplier, new ArticleForm(number, null, null, name, category, null, null, null, null, null, "PCE", null, null, null, 5, attributes, null)));
    }

    private UUID listed(String number, String name, UUID category, Map<String, String> attributes) {
        UUID article = ((Done) write(number, name, category, attributes)).id();
        in(person(supplier), () -> prices.set(supplier, article, new ArticlePrices.NewPrices(null, "EUR", LocalDate.now(), null, List.of(new ArticlePrices.Tier(BigDecimal.ONE, BigDecimal.TEN)))));
        in(person(supplier), () -> listing.submit(supplier, article, 1));
        in(operator(), () -> listing.approve(article, 2));
        assertThat(in(person(supplier), () -> listing.list(supplier, article, null, null, 3))).isInstanceOf(Done.class);
        return article;
    }

    private List<UUID> found(String text) {
        return in(person(buyer), () -> search.find(ArticleQuery.of(text, "EUR"), 0, 10)).articles().stream().map(ArticleSummary::id).toList();
    }

    private void indexAnew() {
        asHub(() -> {
            boolean more = true;
            while (more) {
                more = reindexing.step();
            }
        });
    }

    @Test
    void theNextSearchGoesByAChangedWord() {
        String word = "Zorblat" + unique("").replaceAll("\\d", "") + "wick";
        UUID article = listed(unique("W-"), "Grommet " + word, category(null, "Words"), Map.of());
        assertThat(found("kesselzange")).doesNotContain(article);
        UUID group = ((Done) in(operator(), () -> synonyms.create(List.of(" kesselzange ", word, word)))).id();
        assertThat(found("kesselzange")).containsExactly(article);
        assertThat(in(operator(), () -> synonyms.change(group, List.of("rohrzange", word), 1))).isEqualTo(new Done(group, 2));
        assertThat(found("kesselzange")).doesNotContain(article);
        assertThat(found("rohrzange")).containsExactly(article);
        assertThat(in(operator(), () -> synonyms.remove(group, 1))).isEqualTo(new StaleVersion(2));
        assertThat(in(operator(), () -> synonyms.remove(group, 2))).isInstanceOf(Done.class);
        assertThat(found("rohrzange")).doesNotContain(article);
        assertThat(in(operator(), () -> journal.timeline(SearchSynonyms.ENTITY, group))).extracting(TimelineEntry::event).containsExactly("CREATED", "CHANGED", "REMOVED");
        assertThat(in(operator(), () -> synonyms.change(group, List.of("a", "b"), 2))).isInstanceOf(NotFound.class);
    }

    @Test
    void wordsThatCannotBeSearchedForAreRefused() {
        assertThat(in(operator(), () -> synonyms.create(List.of("one", " one ")))).isEqualTo(ArticleResult.invalid("words", "two-words"));
        assertThat(in(operator(), () -> synonyms.create(List.of("one", "!?")))).isEqualTo(ArticleResult.invalid("words", "no-word"));
        assertThat(in(operator(), () -> synonyms.create(List.of("one", "x".repeat(61))))).isEqualTo(ArticleResult.invalid("words", "too-long"));
        int before = in(operator(), () -> synonyms.count(""));
        assertThatThrownBy(() -> in(person(buyer), () -> synonyms.create(List.of("one", "two")))).isInstanceOf(RuntimeException.class);
        assertThat(in(operator(), () -> synonyms.count(""))).isEqualTo(before);
    }

    @Test
    void articlesAreFoundByTheNewNameOfTheirCategory() {
        UUID top = category(null, "Quizzelwerk");
        UUID below = category(top, "Below it");
        UUID article = listed(unique("W-"), "Thing", below, Map.of());
        assertThat(found("quizzelwerk thing")).contains(article);
        change(top, "Brundlewerk");
        indexAnew();
        assertThat(found("brundlewerk")).containsExactly(article);
        assertThat(found("quizzelwerk")).isEmpty();
    }

    @Test
    void anAttributeKeepsItsKindAndAChoiceThatIsMade() {
        UUID id = category(null, "Bolts", material(new Choice("SS", "不锈钢", "Stainless"), new Choice("CS", "碳钢", "Carbon")), length("500"));
        write(unique("W-"), "Bolt", id, Map.of("material", "SS", "length", "400"));
        assertThat(change(id, "Bolts", material(new Choice("CS", "碳钢", "Carbon steel")), length("500"))).isEqualTo(ArticleResult.invalid("attributes[0].choices", "in-use"));
        assertThat(change(id, "Bolts", new CategoryAttribute("length", "长度", "Length", Kind.TEXT, null, null, null, List.of(), false, true))).isEqualTo(ArticleResult.invalid("attributes[0].kind", "fixed"));
        assertThat(change(id, "Bolts", length("300"), material(new Choice("SS", "不锈钢", "Inox")))).isInstanceOf(Done.class);
        Category now = hub(() -> categories.find(id)).orElseThrow();
        assertThat(now.attributes()).extracting(CategoryAttribute::code).containsExactly("length", "material");
        assertThat(now.attributes().getLast().choices()).containsExactly(new Choice("SS", "不锈钢", "Inox"));
        assertThat(write(unique("W-"), "Bolt", id, Map.of("length", "400"))).isEqualTo(ArticleResult.invalid("attributes.length", "out-of-range"));
    }

    @Test
    void anAttributeRetiresAndComesBackAndItsCodeIsTakenOnTheWholeWay() {
        UUID top = category(null, "Top", length("500"));
        UUID below = category(top, "Below", material(new Choice("SS", "不锈钢", "Stainless")));
        assertThat(change(top, "Top", length("500"), material(new Choice("SS", "不锈钢", "Stainless")))).isEqualTo(ArticleResult.invalid("attributes[1].code", "taken"));
        assertThat(change(top, "Top")).isInstanceOf(Done.class);
        assertThat(hub(() -> categories.find(below)).orElseThrow().attributes()).extracting(CategoryAttribute::code).containsExactly("material");
        assertThat(change(below, "Below", length("500"))).isEqualTo(ArticleResult.invalid("attributes[0].code", "taken"));
        assertThat(in(operator(), () -> changes.own(top))).containsExactly(new CategoryChanges.Own(length("500"), true));
        change(top, "Top", length("200"));
        assertThat(in(operator(), () -> changes.own(top))).containsExactly(new CategoryChanges.Own(length("200"), false));
        assertThat(in(operator(), () -> journal.timeline(Categories.ENTITY, top))).extracting(TimelineEntry::event).containsExactly("CREATED", "CHANGED", "CHANGED");
    }

    @Test
    void aRetiredCategoryKeepsItsArticlesAndTakesNoMore() {
        UUID top = category(null, "Old");
        UUID below = category(top, "Older");
        UUID article = listed(unique("W-"), "Relic plinkwidget", below, Map.of());
        assertThat(in(operator(), () -> changes.retire(top, 1))).isEqualTo(ArticleResult.invalid("category", "has-children"));
        assertThat(in(operator(), () -> changes.retire(below, 1))).isEqualTo(new Done(below, 2));
        assertThat(in(operator(), () -> changes.retire(below, 1))).isEqualTo(new StaleVersion(2));
        assertThat(found("plinkwidget")).containsExactly(article);
        assertThat(write(unique("W-"), "New", below, Map.of())).isEqualTo(new Invalid(List.of(new Problem("category", "retired"))));
        assertThat(in(operator(), () -> changes.create(below, unique("cat-"), "新", "New", List.of()))).isEqualTo(ArticleResult.invalid("parent", "unknown"));
        in(operator(), () -> changes.retire(top, 1));
        assertThat(in(operator(), () -> changes.reinstate(below, 2))).isEqualTo(ArticleResult.invalid("category", "parent-retired"));
        in(operator(), () -> changes.reinstate(top, 2));
        in(operator(), () -> changes.reinstate(below, 2));
        assertThat(write(unique("W-"), "New", below, Map.of())).isInstanceOf(Done.class);
    }

    @Test
    void aPriceOfADayToComeIsSearchedByOnceItCounts() {
        UUID article = listed(unique("W-"), "Dated snarkbolt", category(null, "Dated"), Map.of());
        superuser().sql("update list_price set amount = 77, validity = daterange(current_date, null) where article_id = :id").param("id", article).update();
        superuser().sql("update search_vocabulary set prices_on = current_date - 1").update();
        assertThat(indexed(article)).isEqualByComparingTo("10");
        indexAnew();
        assertThat(indexed(article)).isEqualByComparingTo("77");
    }

    private static BigDecimal indexed(UUID article) {
        return superuser().sql("select amount from article_index where article_id = :id").param("id", article).query(BigDecimal.class).single();
    }
}
