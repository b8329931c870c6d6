package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.CatalogueRepository.Mapped;
import io.tradelane.trading.catalogue.CatalogueRepository.Priced;
import io.tradelane.trading.catalogue.CatalogueRepository.Said;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.shared.CheckDigit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link Articles#apply}: a statement a table for a thousand articles. */
@Component
class ApplyCatalogue {
    private static final int BATCH = 1000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private final CatalogueRepository repository;
    private final ListingRepository listings;
    private final ArticleIndex index;

    ApplyCatalogue(CatalogueRepository repository, ListingRepository listings, ArticleIndex index) {
        this.repository = repository;
        this.listings = listings;
        this.index = index;
    }

    Articles.Applied apply(CatalogueDocument document, UUID supplier, @Nullable UUID buyer, LocalDate today) {
        int stored = 0;
        int prices = 0;
        List<CatalogueDocument.Article> kept = document.articles().stream()
                .filter(said -> number(said) != null && said.action() != ArticleAction.DELETE)
                .toList();
        for (int start = 0; start < kept.size(); start += BATCH) {
            List<CatalogueDocument.Article> batch = kept.subList(start, Math.min(kept.size(), start + BATCH));
            stored += batch.size();
            prices += apply(document, batch, supplier, buyer, today);
        }
        return new Articles.Applied(stored, prices, document.articles().size() - stored);
    }

    /** @return how many prices are agreed by it */
    private int apply(CatalogueDocument document, List<CatalogueDocument.Article> batch, UUID supplier, @Nullable UUID buyer, LocalDate today) {
        boolean chinese = document.language() != null && document.language().toLowerCase(java.util.Locale.ROOT).startsWith("zh");
        Map<String, Said> articles = new LinkedHashMap<>();
        batch.forEach(said -> articles.merge(Objects.requireNonNull(number(said)), said(said, chinese), Said::and));
        Map<String, UUID> ids = articles(supplier, articles);
        Map<String, Mapped> mapped = new LinkedHashMap<>();
        List<Priced> prices = new ArrayList<>();
        for (CatalogueDocument.Article said : batch) {
            UUID article = Objects.requireNonNull(ids.get(number(said)));
            String theirs = said.item().buyerArticle();
            if (theirs != null) {
                mapped.put(theirs, new Mapped(theirs, article));
            }
            said.prices().stream()
                    .map(price -> priced(document, price, article, today))
                    .filter(price -> price.until() == null || !price.until().isBefore(price.from()))
                    .forEach(prices::add);
        }
        if (buyer != null) {
            repository.mapBuyerArticles(buyer, supplier, List.copyOf(mapped.values()));
        }
        int stand = rounds(prices).stream().mapToInt(round -> repository.replacePrices(buyer, supplier, round)).sum();
        index.refresh(List.copyOf(ids.values()));
        return stand;
    }

    /** What buyers see of a listed article changes when the operator has agreed, whoever says so. */
    private Map<String, UUID> articles(UUID supplier, Map<String, Said> said) {
        Map<String, ListingRepository.Standing> shown = listings.shown(supplier, said.keySet());
        Map<String, UUID> ids = new LinkedHashMap<>(repository.merge(supplier, said.values().stream().filter(one -> !shown.containsKey(one.number())).toList()));
        shown.forEach((number, standing) -> {
            ArticleForm wanted = Objects.requireNonNull(said.get(number)).over(standing.revision() == null ? standing.form() : standing.revision());
            listings.update(standing.id(), standing.form().withTermsOf(wanted), standing.listing());
            if (!wanted.sameToBuyers(standing.form())) {
                listings.revision(standing.id(), wanted);
            }
            ids.put(number, standing.id());
        });
        return ids;
    }

    /** Several prices of one article follow one another, each as if it were the only one. */
    private static List<List<Priced>> rounds(List<Priced> prices) {
        record Of(UUID article, String currency, BigDecimal quantity) {}
        List<Map<Of, Priced>> rounds = new ArrayList<>();
        for (Priced price : prices) {
            Of of = new Of(price.article(), price.price().amount().currency(), price.fromQuantity().stripTrailingZeros());
            rounds.stream().filter(round -> !round.containsKey(of)).findFirst()
                    .orElseGet(() -> {
                        rounds.add(new LinkedHashMap<>());
                        return rounds.getLast();
                    })
                    .put(of, price);
        }
        return rounds.stream().map(round -> List.copyOf(round.values())).toList();
    }

    /** From its first day on, but never for a day that is past. */
    private static Priced priced(CatalogueDocument document, TierPrice price, UUID article, LocalDate today) {
        LocalDate said = price.validFrom() != null ? price.validFrom() : document.validFrom();
        return new Priced(article, ArticlePrices.first(price.from()), price.price(), said == null || said.isBefore(today) ? today : said,
                price.validTo() != null ? price.validTo() : document.validTo());
    }

    private static Said said(CatalogueDocument.Article said, boolean chinese) {
        String name = said.name() != null ? said.name() : said.item().description();
        String gtin = said.item().gtin();
        BigDecimal size = said.packSize();
        BigDecimal least = said.minimumOrder() == null ? null : said.minimumOrder().value();
        Integer days = said.leadTimeDays();
        String description = within(said.description(), LONGEST_DESCRIPTION);
        return new Said(Objects.requireNonNull(number(said)), gtin != null && CheckDigit.isGtin(gtin) ? gtin : null, chinese ? name : null,
                chinese ? null : name, said.orderUnit(), size != null && size.signum() > 0 ? size : null, least != null && least.signum() > 0 ? least : null,
                days != null && days >= 0 && days <= 3650 ? days : null, within(said.manufacturer(), LONGEST_NAME), within(said.manufacturerArticle(), LONGEST_NAME),
                chinese ? description : null, chinese ? null : description);
    }

    private static @Nullable String within(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private static @Nullable String number(CatalogueDocument.Article said) {
        return said.item().supplierArticle() != null ? said.item().supplierArticle() : said.item().gtin();
    }
}
