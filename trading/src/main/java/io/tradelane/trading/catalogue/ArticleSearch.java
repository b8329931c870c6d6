package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.FoundArticles.FoundSupplier;
import io.tradelane.trading.catalogue.FoundArticles.Meant;
import io.tradelane.trading.catalogue.search.QueryTerms;
import io.tradelane.trading.catalogue.search.Synonyms;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Finds articles for a buyer. All of what is typed has to be there; where nothing has it all, words spelled alike count too, and then whatever has
 * some of it, most first.
 */
@Service
@Transactional(readOnly = true)
public class ArticleSearch {
    private static final int LONGEST = 200;
    private final JdbcClient jdbc;
    private final ArticleReader reader;
    private final Categories categories;
    private final Vocabulary vocabulary;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    ArticleSearch(JdbcClient jdbc, ArticleReader reader, Categories categories, Vocabulary vocabulary, Clock clock) {
        this.vocabulary = vocabulary;
        this.jdbc = jdbc;
        this.reader = reader;
        this.categories = categories;
        this.clock = clock;
    }

    private record Kept(Synonyms synonyms, long version) {}

    /** @param skip how many are on the pages before */
    public FoundArticles find(ArticleQuery query, int skip, int size) {
        QueryTerms terms = terms(query.text());
        String wanted = ArticleRows.JSON.writeValueAsString(query.wanted());
        if (terms.isEmpty()) {
            return read(query.text().isBlank() ? run(null, wanted, query.sort(), skip, size) : run("'~'", wanted, query.sort(), skip, size), Meant.ALL);
        }
        JsonNode found = run(terms.all(), wanted, query.sort(), skip, size);
        if (total(found) > 0) {
            return read(found, Meant.ALL);
        }
        QueryTerms alike = terms.alike(this::alike);
        found = alike.equals(terms) ? found : run(alike.all(), wanted, query.sort(), skip, size);
        if (total(found) > 0) {
            return read(found, Meant.ALIKE);
        }
        if (terms.terms().size() < 2) {
            return read(found, Meant.ALL);
        }
        found = terms.terms().size() == 2 ? found : run(alike.butOne(), wanted, query.sort(), skip, size);
        return read(total(found) > 0 ? found : run(alike.any(), wanted, query.sort(), skip, size), Meant.SOME);
    }

    /** What begins as typed, for a person who is still typing. */
    public List<ArticleSummary> suggest(String typed, String currency, int size) {
        QueryTerms terms = terms(typed);
        if (terms.isEmpty()) {
            return List.of();
        }
        JsonNode found = run(terms.begun(), ArticleRows.JSON.writeValueAsString(ArticleQuery.of(typed, currency).wanted()), ArticleQuery.Sort.RELEVANCE, 0, size);
        return reader.summaries(ids(found.get("items")), LocalDate.now(clock));
    }

    /** What fits best, best first: what has all the terms, then all but one of them, then some. */
    List<UUID> candidates(QueryTerms terms, ArticleQuery query, int size) {
        if (terms.isEmpty()) {
            return List.of();
        }
        String wanted = ArticleRows.JSON.writeValueAsString(query.wanted());
        QueryTerms alike = terms.alike(this::alike);
        Set<UUID> found = new LinkedHashSet<>();
        for (String asked : terms.terms().size() == 1 ? List.of(alike.all()) : terms.terms().size() == 2 ? List.of(terms.all(), alike.any()) : List.of(terms.all(), alike.butOne(), alike.any())) {
            if (found.size() < size) {
                found.addAll(ids(run(asked, wanted, query.sort(), 0, size).get("items")));
            }
        }
        return found.stream().limit(size).toList();
    }

    QueryTerms terms(String typed) {
        return QueryTerms.of(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed, synonyms());
    }

    private Synonyms synonyms() {
        Kept now = kept;
        long version = vocabulary.version();
        if (now == null || now.version() != version) {
            List<List<String>> groups = jdbc.sql("select words from search_synonym").query((row, n) -> List.of((String[]) row.getArray(1).getArray())).list();
            now = new Kept(new Synonyms(groups, categories.tree().values().stream().map(Category::nameZh).toList()), version);
            kept = now;
        }
        return now.synonyms();
    }

    private List<String> alike(String word) {
        return word.length() < 4 ? List.of() : jdbc.sql("select alike_words(:word)").param("word", word).query(String.class).list();
    }

    private JsonNode run(@Nullable String asked, String wanted, ArticleQuery.Sort sort, int skip, int size) {
        return ArticleRows.JSON.readTree(jdbc.sql("select find_articles(:asked, cast(:wanted as jsonb), :sort, :skip, :size)::text")
                .param("asked", asked).param("wanted", wanted).param("sort", sort.name()).param("skip", skip).param("size", size)
                .query(String.class).single());
    }

    private static long total(JsonNode found) {
        return found.get("total").asLong();
    }

    private FoundArticles read(JsonNode found, Meant meant) {
        Map<UUID, Long> byCategory = new LinkedHashMap<>();
        found.get("categories").properties().forEach(entry -> byCategory.put(UUID.fromString(entry.getKey()), entry.getValue().asLong()));
        Map<String, Long> regions = new LinkedHashMap<>();
        found.get("regions").properties().stream().sorted((one, other) -> Long.compare(other.getValue().asLong(), one.getValue().asLong()))
                .forEach(entry -> regions.put(entry.getKey(), entry.getValue().asLong()));
        Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
        found.get("facets").properties().stream().sorted((one, other) -> Long.compare(other.getValue().asLong(), one.getValue().asLong())).forEach(entry -> {
            int sign = entry.getKey().indexOf('=');
            facets.computeIfAbsent(entry.getKey().substring(0, sign), none -> new LinkedHashMap<>()).put(entry.getKey().substring(sign + 1), entry.getValue().asLong());
        });
        Map<String, ArticleQuery.Range> numbers = new LinkedHashMap<>();
        found.get("numbers").properties().forEach(entry -> numbers.put(entry.getKey(), range(entry.getValue())));
        return new FoundArticles(total(found), found.path("more").asBoolean(false), meant, reader.summaries(ids(found.get("items")), LocalDate.now(clock)), suppliers(found.get("suppliers")),
                found.get("supplierCount").asLong(), byCategory, regions, found.get("inStock").asLong(), range(found.get("prices")), range(found.get("leads")), facets, numbers);
    }

    private static ArticleQuery.@Nullable Range range(JsonNode bounds) {
        return FoundArticles.range(number(bounds.get(0)), number(bounds.get(1)));
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNull() ? null : ArticleRows.plain(node.decimalValue());
    }

    private static List<UUID> ids(JsonNode items) {
        List<UUID> ids = new ArrayList<>();
        items.forEach(item -> ids.add(UUID.fromString(item.asString())));
        return ids;
    }

    private List<FoundSupplier> suppliers(JsonNode counted) {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        counted.forEach(pair -> counts.put(UUID.fromString(pair.get(0).asString()), pair.get(1).asLong()));
        Map<UUID, FoundSupplier> known = new LinkedHashMap<>();
        if (!counts.isEmpty()) {
            jdbc.sql("select id, name, name_local, city, country from organisation where id in (:ids)").param("ids", counts.keySet()).query(row -> {
                UUID id = row.getObject(1, UUID.class);
                known.put(id, new FoundSupplier(id, row.getString(2), row.getString(3), row.getString(4), row.getString(5), counts.getOrDefault(id, 0L)));
            });
        }
        return counts.keySet().stream().filter(known::containsKey).map(known::get).toList();
    }
}
