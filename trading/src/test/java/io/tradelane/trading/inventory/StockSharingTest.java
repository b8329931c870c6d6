package io.tradelane.trading.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.catalogue.ArticleCounts;
import io.tradelane.trading.catalogue.ArticleListing;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.ArticleSearch;
import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.catalogue.ArticleView;
import io.tradelane.trading.catalogue.SharedStock;
import io.tradelane.trading.catalogue.SharedStock.Mode;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.order.DealFixture;
import io.tradelane.trading.partner.Organisation.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a supplier grants a buyer sees, and nothing else: on its page of stock, on the article, and in what a search finds. */
class StockSharingTest extends DealFixture {
    @Autowired StockSharing sharing;
    @Autowired StockNews news;
    @Autowired ArticleCounts counts;
    @Autowired ArticleListing listing;
    @Autowired ArticleSearch search;

    @BeforeEach
    void stock() {
        in(person(supplier), () -> counts.set(supplier, List.of(new ArticleStock.Level("B-8", new BigDecimal("72"), Instant.now()),
                new ArticleStock.Level("N-8", BigDecimal.ZERO, Instant.now()))));
    }

    private void share(@Nullable UUID with, @Nullable String article, Mode mode) {
        assertThat(asPerson(supplier, () -> sharing.set(supplier, with, article, mode))).isInstanceOf(StockResult.Done.class);
    }

    private List<SharedStock> seen(UUID organisation) {
        return asPerson(organisation, () -> sharing.seenBy(organisation, null)).stream().filter(row -> row.supplier().equals(supplier)).map(SharedStockRow::stock).toList();
    }

    private @Nullable SharedStock onTheArticle(UUID organisation) {
        return asPerson(organisation, () -> listing.find(bolt)).map(ArticleView::shared).orElse(null);
    }

    private long foundInStock(UUID organisation) {
        ArticleQuery query = ArticleQuery.of("", "EUR");
        return asPerson(organisation, () -> search.find(new ArticleQuery("", null, supplier, "EUR", null, null, query.regions(), true, null, query.attributes(), query.ranges(),
                ArticleQuery.Sort.RELEVANCE), 0, 50)).total();
    }

    @Test
    void whoeverIsGrantedNothingSeesNothing() {
        assertThat(seen(buyer)).isEmpty();
        assertThat(onTheArticle(buyer)).isNull();
        assertThat(asPerson(buyer, () -> listing.find(bolt)).orElseThrow().stock()).isNull();
        assertThat(foundInStock(buyer)).isZero();
        assertThat(onTheArticle(supplier)).as("its own").isEqualTo(new SharedStock(Mode.EXACT, true, new BigDecimal("72"), null, null));
    }

    @Test
    void aBuyerSeesJustAsMuchAsItIsGranted() {
        share(buyer, null, Mode.BAND);
        assertThat(onTheArticle(buyer)).isEqualTo(new SharedStock(Mode.BAND, true, null, new BigDecimal("50"), new BigDecimal("100")));
        share(buyer, null, Mode.YES_NO);
        assertThat(seen(buyer)).containsExactlyInAnyOrder(new SharedStock(Mode.YES_NO, true, null, null, null), new SharedStock(Mode.YES_NO, false, null, null, null));
        share(buyer, null, Mode.EXACT);
        assertThat(onTheArticle(buyer).quantity()).isEqualByComparingTo("72");
        assertThat(foundInStock(buyer)).as("one index is for all: it knows what every buyer may").isZero();
        share(null, null, Mode.YES_NO);
        assertThat(foundInStock(buyer)).isEqualTo(1);
        UUID stranger = organisation("Stranger", Kind.BUYER);
        assertThat(seen(stranger)).as("it sees no article of this supplier").isEmpty();
        assertThat(asPerson(stranger, () -> sharing.of(supplier))).as("what others are granted").allSatisfy(one -> assertThat(one.buyer()).isNull());
    }

    @Test
    void theNarrowestGrantCountsAndOneForABuyerBeforeAll() {
        share(null, null, Mode.EXACT);
        share(null, "B-8", Mode.YES_NO);
        assertThat(onTheArticle(buyer)).isEqualTo(new SharedStock(Mode.YES_NO, true, null, null, null));
        share(buyer, null, Mode.BAND);
        assertThat(onTheArticle(buyer).mode()).isEqualTo(Mode.BAND);
        share(buyer, "B-8", Mode.NONE);
        assertThat(onTheArticle(buyer)).isNull();
        assertThat(foundInStock(buyer)).as("what is kept from it is not found as in stock either").isZero();
        UUID share = asPerson(supplier, () -> sharing.of(supplier)).stream().filter(one -> one.mode() == Mode.NONE).findFirst().orElseThrow().id();
        assertThat(asPerson(buyer, () -> sharing.remove(buyer, share))).isInstanceOf(StockResult.NotFound.class);
        asPerson(supplier, () -> sharing.remove(supplier, share));
        assertThat(onTheArticle(buyer).mode()).isEqualTo(Mode.BAND);
    }

    @Test
    void whoGetsReportsByAgreementIsToldWhatItMaySeeExactlyAndOnlyNews() {
        agree(supplier, buyer, DocumentType.INVENTORY_REPORT);
        share(buyer, null, Mode.BAND);
        asHub(news::report);
        assertThat(outbox(supplier, buyer)).as("a range is nothing to report").isEmpty();
        share(buyer, "B-8", Mode.EXACT);
        asHub(news::report);
        asHub(news::report);
        assertThat(outbox(supplier, buyer)).containsExactly("INVENTORY_REPORT");
        anHourLater();
        asHub(news::report);
        assertThat(outbox(supplier, buyer)).as("nothing new").hasSize(1);
        in(person(supplier), () -> counts.set(supplier, List.of(new ArticleStock.Level("B-8", new BigDecimal("10"), Instant.now()))));
        anHourLater();
        asHub(news::report);
        assertThat(outbox(supplier, buyer)).hasSize(2);
    }

    private void anHourLater() {
        superuser().sql("update stock_report set looked_at = looked_at - interval '1 hour' where supplier_org_id = :id").param("id", supplier).update();
    }

    @Test
    void whatIsUnknownIsNotShared() {
        assertThat(asPerson(supplier, () -> sharing.set(supplier, null, "NO-SUCH", Mode.EXACT))).isEqualTo(StockResult.invalid("article", "unknown"));
        assertThat(asPerson(supplier, () -> sharing.set(supplier, organisation("Carrier", Kind.CARRIER), null, Mode.EXACT))).isEqualTo(StockResult.invalid("buyer", "unknown"));
    }
}
