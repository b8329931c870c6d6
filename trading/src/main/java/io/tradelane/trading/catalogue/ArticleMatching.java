package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.search.IndexTokens;
import io.tradelane.trading.catalogue.search.QueryTerms;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Articles that may be what a line of text asks for, and how much of the text each of them answers. What is found at all is what {@link ArticleSearch} finds. */
@Service
@Transactional(readOnly = true)
public class ArticleMatching {
    private static final double SPECIFIC = 1.5;
    private final ArticleSearch search;
    private final ArticleReader reader;
    private final Categories categories;
    private final Clock clock;

    ArticleMatching(ArticleSearch search, ArticleReader reader, Categories categories, Clock clock) {
        this.search = search;
        this.reader = reader;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * What somebody looks for.
     *
     * @param number somebody's number of it: the reader's own, the supplier's, or a GTIN
     * @param article one of the catalogue that is meant
     * @param regions only from these; empty: from anywhere
     */
    public record Wanted(String text, @Nullable String number, @Nullable UUID article, String currency, List<String> regions) {}

    /**
     * @param prices of today for the reader in the currency asked for: agreed ones, else the list's; the smallest quantity first
     * @param exact it was named by its number or chosen
     * @param text the share of the terms that it answers, sizes and numbers weighing half as much again
     * @param specification the share of the sizes, measures and numbers; null: none was asked for
     * @param missing terms that it does not answer, as they were written
     */
    public record Candidate(
            ArticleSummary article, ArticleForm form, List<PriceTier> prices, boolean exact, double text, @Nullable Double specification, List<String> missing) {}

    /** At most {@code size} by text, and those that are named. */
    public List<Candidate> candidates(Wanted wanted, int size) {
        UUID own = Tenancy.current().organisation();
        Set<UUID> named = new LinkedHashSet<>(wanted.number() == null ? List.of() : reader.byNumber(wanted.number(), own));
        if (wanted.article() != null) {
            named.add(wanted.article());
        }
        QueryTerms terms = search.terms(wanted.text());
        Set<UUID> ids = new LinkedHashSet<>(named);
        ids.addAll(search.candidates(terms, query(wanted), size));
        return weighed(List.copyOf(ids), named, terms, wanted.currency());
    }

    private static ArticleQuery query(Wanted wanted) {
        return new ArticleQuery(wanted.text(), null, null, wanted.currency(), null, null, wanted.regions(), false, null, Map.of(), Map.of(), ArticleQuery.Sort.RELEVANCE);
    }

    private List<Candidate> weighed(List<UUID> ids, Collection<UUID> named, QueryTerms terms, String currency) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Category> tree = categories.tree();
        Map<UUID, ArticleForm> forms = reader.forms(ids);
        Map<UUID, List<PriceTier>> prices = reader.prices(ids, Tenancy.current().organisation(), currency, today);
        List<Candidate> candidates = new ArrayList<>();
        for (ArticleSummary article : reader.summaries(ids, today)) {
            ArticleForm form = forms.get(article.id());
            if (form != null) {
                IndexTokens tokens = ArticleIndex.tokens(form, form.category() == null ? null : tree.get(form.category()), tree, new ArrayList<>(), new TreeMap<>());
                candidates.add(weighed(article, form, prices.getOrDefault(article.id(), List.of()), named.contains(article.id()), terms, tokens));
            }
        }
        return candidates;
    }

    private static Candidate weighed(ArticleSummary article, ArticleForm form, List<PriceTier> prices, boolean exact, QueryTerms terms, IndexTokens tokens) {
        List<String> missing = new ArrayList<>();
        double all = 0;
        double found = 0;
        int specific = 0;
        int met = 0;
        for (QueryTerms.Term term : terms.terms()) {
            boolean has = tokens.has(term);
            double weight = term.specific() ? SPECIFIC : 1;
            all += weight;
            specific += term.specific() ? 1 : 0;
            if (has) {
                found += weight;
                met += term.specific() ? 1 : 0;
            } else {
                missing.add(term.word());
            }
        }
        return new Candidate(article, form, prices, exact, exact ? 1 : all == 0 ? 0 : found / all,
                specific == 0 ? null : exact ? Double.valueOf(1) : Double.valueOf((double) met / specific), exact ? List.of() : missing);
    }
}
