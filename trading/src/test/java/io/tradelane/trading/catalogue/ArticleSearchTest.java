package io.tradelane.trading.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.catalogue.GeneratedProducts.Product;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

class ArticleSearchTest extends TestDatabase {
    private static final int PRODUCTS = 6000;
    private static Map<String, UUID> categories;
    private static List<UUID> suppliers;
    private static UUID buyer;
    @Autowired ArticleSearch search;
    @Autowired Articles articles;
    @Autowired Categories tree;
    @Autowired BeanFactory beans;

    @BeforeEach
    void products() {
        if (categories == null) {
            buyer = organisation("Searching buyer", Kind.BUYER);
            suppliers = IntStream.range(0, 5).mapToObj(i -> organisation("Generated supplier " + i, Kind.SUPPLIER)).toList();
            inTransaction(Actor.hub(), () -> {
                categories = GeneratedProducts.categories(tree);
                GeneratedProducts.insert(jdbc, GeneratedProducts.indexing(beans), categories, suppliers, 0, PRODUCTS);
            });
            superuser().sql("analyze article_index").update();
        }
    }

    private FoundArticles find(String text) {
        return find(ArticleQuery.of(text, "CNY"));
    }

    private FoundArticles find(ArticleQuery query) {
        return in(person(buyer), () -> search.find(query, 0, 10));
    }

    @Test
    void findsWhatIsMeantByMoreThanAHundredAndFiftyJudgedQueries() {
        List<Product> products = IntStream.range(0, PRODUCTS).mapToObj(GeneratedProducts::product).toList();
        Map<String, Product> byNumber = new LinkedHashMap<>();
        products.forEach(product -> byNumber.put(product.number(), product));
        Map<String, DoubleSummaryStatistics> kinds = new TreeMap<>();
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        StringBuilder poor = new StringBuilder();
        for (JudgedQueries.Query query : JudgedQueries.all()) {
            List<Integer> ideal = products.stream().map(query::grade).filter(grade -> grade > 0).sorted(Comparator.reverseOrder()).limit(10).toList();
            List<Integer> found = find(query.text()).articles().stream().map(article -> byNumber.containsKey(article.number()) ? query.grade(byNumber.get(article.number())) : 0).toList();
            double ndcg = JudgedQueries.ndcg(found, ideal);
            kinds.computeIfAbsent(query.kind(), none -> new DoubleSummaryStatistics()).accept(ndcg);
            all.accept(ndcg);
            if (ndcg < 0.8) {
                poor.append('\n').append(query.kind()).append(" “").append(query.text()).append("” ").append(found);
            }
        }
        assertThat(all.getCount()).isGreaterThanOrEqualTo(150);
        assertThat(all.getAverage()).as("nDCG@10 %s, poor: %s", kinds, poor).isGreaterThanOrEqualTo(0.9);
        assertThat(kinds).allSatisfy((kind, ndcg) -> assertThat(ndcg.getAverage()).as("%s: %s", kind, poor).isGreaterThanOrEqualTo(0.75));
    }

    @Test
    void aSizeIsTheSameHoweverItIsWritten() {
        List<UUID> expected = find("六角螺栓 M8×40").articles().stream().map(ArticleSummary::id).toList();
        assertThat(expected).isNotEmpty();
        for (String written : List.of("六角螺栓 m8x40", "六角螺栓 M8*40", "m8 x 40 六角螺栓", "Ｍ８×４０ 六角螺栓", "hexagon bolts M8X40", "liujiaoluoshuan m8*40")) {
            assertThat(find(written).articles().stream().map(ArticleSummary::id).toList()).as(written).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aChoicesCountIsWhatIsFoundWithIt() {
        ArticleQuery bolts = new ArticleQuery("", categories.get("hex-bolt"), null, "CNY", null, null, List.of(), false, null, Map.of(), Map.of(), ArticleQuery.Sort.RELEVANCE);
        FoundArticles found = find(bolts);
        assertThat(found.total()).isEqualTo(PRODUCTS / 40);
        assertThat(found.facets().get("material")).containsOnlyKeys("CS", "SS", "BR");
        found.facets().get("material").forEach((material, count) -> {
            FoundArticles narrowed = find(with(bolts, Map.of("material", List.of(material)), Map.of()));
            assertThat(narrowed.total()).isEqualTo(count);
            assertThat(narrowed.facets().get("material")).isEqualTo(found.facets().get("material"));
        });
        FoundArticles light = find(with(bolts, Map.of("material", List.of("CS", "SS")), Map.of("weight", new ArticleQuery.Range(BigDecimal.ONE, new BigDecimal("200")))));
        assertThat(light.total()).isBetween(1L, found.total() / 2);
        assertThat(light.numbers().get("weight")).isNotNull();
        FoundArticles fasteners = find(new ArticleQuery("", categories.get("fasteners"), null, "CNY", null, null, List.of(), false, null, Map.of(), Map.of(), ArticleQuery.Sort.PRICE));
        assertThat(fasteners.categories().get(categories.get("hex-bolt"))).isEqualTo(found.total());
        assertThat(fasteners.articles()).isSortedAccordingTo(Comparator.comparing(article -> article.price().perUnit()));
        assertThat(fasteners.suppliers()).hasSize(5);
    }

    private static ArticleQuery with(ArticleQuery query, Map<String, List<String>> attributes, Map<String, ArticleQuery.Range> ranges) {
        return new ArticleQuery(query.text(), query.category(), query.supplier(), query.currency(), query.least(), query.most(), query.regions(), query.inStock(), query.leadDays(), attributes,
                ranges, query.sort());
    }

    @Test
    void ofMoreThanAThousandAsManyAreLookedAtAndTheRestIsFoundByNarrowing() {
        FoundArticles broad = find("碳钢");
        assertThat(broad.more()).isTrue();
        assertThat(broad.total()).isEqualTo(1000);
        assertThat(broad.suppliers()).as("spread over all suppliers").hasSize(5);
        assertThat(broad.articles()).allSatisfy(article -> assertThat(article.nameZh()).contains("碳钢"));
        FoundArticles narrowed = find(new ArticleQuery("碳钢", categories.get("hex-bolt"), null, "CNY", null, null, List.of(), false, null, Map.of(), Map.of(), ArticleQuery.Sort.RELEVANCE));
        assertThat(narrowed.more()).isFalse();
        assertThat(narrowed.total()).isBetween(1L, (long) PRODUCTS / 40);
    }

    @Test
    void theCheapestOfAllComeFirstHoweverManyThereAre() {
        FoundArticles found = find(new ArticleQuery("碳钢", null, null, "CNY", null, null, List.of(), false, null, Map.of(), Map.of(), ArticleQuery.Sort.PRICE));
        assertThat(found.more()).isTrue();
        List<BigDecimal> cheapest = superuser().sql("select amount from article_index where tokens @@ '''碳钢'''::tsquery and currency = 'CNY' order by amount limit 10").query(BigDecimal.class).list();
        assertThat(found.articles().stream().map(article -> article.price().perUnit().stripTrailingZeros()).toList())
                .isEqualTo(cheapest.stream().map(BigDecimal::stripTrailingZeros).toList());
        FoundArticles available = find(new ArticleQuery("碳钢", null, null, "CNY", null, null, List.of(), true, 3, Map.of(), Map.of(), ArticleQuery.Sort.RELEVANCE));
        assertThat(available.total()).isEqualTo(superuser().sql("select count(*) from article_index where tokens @@ '''碳钢'''::tsquery and stock > 0 and lead_days <= 3").query(Long.class).single());
    }

    @Test
    void aBuyerFindsByItsOwnPriceAndWhatItAgreedOnThoughItIsNotListed() {
        UUID supplier = suppliers.getFirst();
        UUID hidden = hub(() -> articles.upsert(new NewArticle(supplier, unique("ZQ"), null, null, "Zirconium quoin", "PCE", null)));
        assertThat(find("zirconium quoin").articles()).isEmpty();
        hub(() -> articles.agreePrice(buyer, hidden, io.tradelane.trading.document.Price.each(Money.of("0.33", "CNY"), "PCE"), LocalDate.now().minusDays(1), null));
        FoundArticles found = find("zirconium quoin");
        assertThat(found.articles()).extracting(ArticleSummary::id).containsExactly(hidden);
        assertThat(found.articles().getFirst().agreed()).isTrue();
        assertThat(found.prices().from()).isEqualByComparingTo("0.33");
        assertThat(in(person(organisation("Other", Kind.BUYER)), () -> search.find(ArticleQuery.of("zirconium quoin", "CNY"), 0, 10)).total()).isZero();
    }

    @Test
    void whatIsBegunIsSuggestedAndNonsenseFindsNothing() {
        assertThat(in(person(buyer), () -> search.suggest("hex bo", "CNY", 5))).hasSize(5);
        assertThat(in(person(buyer), () -> search.suggest("六角螺", "CNY", 5))).hasSize(5);
        assertThat(find("xyzzy").total()).isZero();
        assertThat(find("'); drop table article; --").articles()).allSatisfy(article -> assertThat(article.id()).isNotNull());
        assertThat(find("，。！").total()).isZero();
    }
}
