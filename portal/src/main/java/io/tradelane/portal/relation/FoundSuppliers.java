package io.tradelane.portal.relation;

import io.tradelane.portal.access.Caller;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.ArticleSearch;
import io.tradelane.trading.catalogue.FoundArticles;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.relation.Recommendations;
import io.tradelane.trading.relation.Recommended;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suppliers of what is looked for in the catalogue, ranked. */
@Component
class FoundSuppliers {
    private static final int MOST = 50;
    private final ArticleSearch search;
    private final Recommendations recommendations;
    private final Organisations organisations;

    FoundSuppliers(ArticleSearch search, Recommendations recommendations, Organisations organisations) {
        this.search = search;
        this.recommendations = recommendations;
        this.organisations = organisations;
    }

    /** @param regions of suppliers by how many articles were found */
    record Found(List<Recommended> suppliers, Map<String, Long> regions) {}

    Found find(String q, @Nullable UUID category, List<String> regions) {
        UUID own = Caller.current().organisation();
        String currency = own == null ? "CNY" : organisations.find(own).map(Organisation::currency).orElse("CNY");
        FoundArticles found = search.find(new ArticleQuery(q.strip(), category, null, currency, null, null, regions, false, null, Map.of(), Map.of(), ArticleQuery.Sort.RELEVANCE), 0, 1);
        Map<UUID, Long> articles = new LinkedHashMap<>();
        found.suppliers().forEach(one -> articles.put(one.id(), one.articles()));
        return new Found(recommendations.ranked(articles, MOST), found.regions());
    }
}
