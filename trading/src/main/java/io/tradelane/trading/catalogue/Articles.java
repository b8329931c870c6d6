package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue: articles, the numbers buyers know them by, and agreed prices. */
@Service
@Transactional
public class Articles {
    private final ArticleRepository repository;
    private final ApplyCatalogue applyCatalogue;
    private final ArticleIndex index;
    private final Clock clock;

    Articles(ArticleRepository repository, ApplyCatalogue applyCatalogue, ArticleIndex index, Clock clock) {
        this.repository = repository;
        this.applyCatalogue = applyCatalogue;
        this.index = index;
        this.clock = clock;
    }

    /**
     * What a catalogue did.
     *
     * @param passedOver articles without a number, and deletions: what was ordered once stays known
     */
    public record Applied(int articles, int prices, int passedOver) {}

    /**
     * Takes over a supplier's catalogue: articles by the supplier's number, the buyer's numbers and, from today at the
     * earliest, the buyer's prices. What is not said of an article stays as it is.
     *
     * @param buyer for whom it is; {@code null}: for all, then its prices are the list's
     */
    public Applied apply(CatalogueDocument document, UUID supplier, @Nullable UUID buyer) {
        return applyCatalogue.apply(document, supplier, buyer, LocalDate.now(clock));
    }

    /** Adds the article, or brings the supplier's article of that number up to date. */
    public UUID upsert(NewArticle article) {
        UUID id = repository.upsert(article);
        index.refresh(List.of(id));
        return id;
    }

    /**
     * Records under which number a buyer knows an article; a number the buyer used for another of the supplier's
     * articles moves.
     */
    public void mapBuyerArticle(UUID buyer, String buyerArticle, UUID article) {
        repository.mapBuyerArticle(buyer, buyerArticle, article);
    }

    /**
     * Agrees a price between a buyer and the article's supplier.
     *
     * @param until the last day it counts; {@code null}: until replaced
     * @return {@code false} if a price is agreed already for some of these days; nothing has changed then
     */
    public boolean agreePrice(UUID buyer, UUID article, Price price, LocalDate from, @Nullable LocalDate until) {
        return repository.agreePrice(buyer, article, price, from, until);
    }

    /**
     * What the catalogue knows of each item, in their order: the article by GTIN, else by the supplier's number, else
     * by the buyer's, and the price agreed on {@code day} in {@code currency}. One query however many items.
     */
    @Transactional(readOnly = true)
    public List<Resolution> resolve(UUID buyer, UUID supplier, List<Item> items, String currency, LocalDate day) {
        return resolve(buyer, supplier, items, List.of(), currency, day);
    }

    /** Likewise, with the price agreed for as many as {@code quantities} says of each item; empty: for the first. */
    @Transactional(readOnly = true)
    public List<Resolution> resolve(UUID buyer, UUID supplier, List<Item> items, List<BigDecimal> quantities, String currency, LocalDate day) {
        return items.isEmpty() ? List.of() : repository.resolve(buyer, supplier, items, quantities, currency, day);
    }

    /** A supplier's articles by number. */
    @Transactional(readOnly = true)
    public List<Article> list(UUID supplier) {
        return repository.list(supplier);
    }

    /** Makes what articles are found by, of rows that came another way than through here. */
    public void index(List<UUID> articles) {
        index.refresh(articles);
    }
}
