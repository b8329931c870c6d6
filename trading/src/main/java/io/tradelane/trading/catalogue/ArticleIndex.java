package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.search.IndexTokens;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what articles are found by, in the transaction that changes them. */
@Component
class ArticleIndex {
    private static final int BATCH = 1000;
    private final JdbcClient jdbc;
    private final Categories categories;
    private final Clock clock;

    ArticleIndex(JdbcClient jdbc, Categories categories, Clock clock) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.clock = clock;
    }

    /** @param stock where every buyer may know whether there is any: one index is for all who search */
    private record Row(
            UUID id, UUID supplier, String categories, String tokens, Set<String> words, boolean listed, @Nullable BigDecimal amount, @Nullable String currency,
            @Nullable String region, @Nullable BigDecimal stock, @Nullable Integer leadDays, List<String> facets, Map<String, String> numbers) {}

    /** Of the articles of these ids, as they are now. */
    void refresh(List<UUID> articles) {
        if (articles.isEmpty()) {
            return;
        }
        Map<UUID, Category> tree = categories.tree();
        for (int start = 0; start < articles.size(); start += BATCH) {
            List<UUID> batch = articles.subList(start, Math.min(articles.size(), start + BATCH)).stream().distinct().sorted().toList();
            List<Row> rows = read(batch, tree);
            write(rows);
            words(rows);
        }
    }

    private List<Row> read(List<UUID> articles, Map<UUID, Category> tree) {
        return jdbc.sql("""
                        select a.*, coalesce(o.city, o.country) as region, o.name as supplier_name, o.name_local, p.amount / p.basis as each, p.currency,
                               case when (select h.mode from stock_share h where h.supplier_org_id = a.supplier_org_id and h.buyer_org_id is null
                                             and (h.article_id is null or h.article_id = a.id) order by h.article_id is null limit 1) <> 'NONE'
                                     and not exists (select from stock_share h where h.supplier_org_id = a.supplier_org_id and h.buyer_org_id is not null and h.mode = 'NONE'
                                             and (h.article_id is null or h.article_id = a.id)) then a.stock end as open_stock
                          from article a join organisation o on o.id = a.supplier_org_id
                          left join lateral (select * from list_price l where l.article_id = a.id and l.validity @> cast(:today as date)
                                             order by l.from_quantity, l.currency = o.currency desc, l.currency limit 1) p on true
                         where a.id = any(cast(:ids as uuid[]))
                        """)
                .param("ids", articles.stream().map(UUID::toString).toArray(String[]::new)).param("today", LocalDate.now(clock))
                .query((row, n) -> row(row, tree)).list();
    }

    private static Row row(ResultSet row, Map<UUID, Category> tree) throws SQLException {
        ArticleForm form = ArticleRows.form(row);
        Category category = form.category() == null ? null : tree.get(form.category());
        List<String> facets = new ArrayList<>();
        Map<String, String> numbers = new TreeMap<>();
        IndexTokens tokens = tokens(form, category, tree, facets, numbers);
        if (form.brand() != null) {
            facets.add("brand=" + form.brand());
        }
        tokens.add(row.getString("supplier_name"), 'D').add(row.getString("name_local"), 'D').add(form.descriptionZh(), 'D').add(form.descriptionEn(), 'D');
        return new Row(row.getObject("id", UUID.class), row.getObject("supplier_org_id", UUID.class),
                category == null ? "{}" : "{" + String.join(",", category.ancestors().stream().map(UUID::toString).toList()) + "}", tokens.vector(), tokens.words(),
                row.getString("listing").equals(ListingState.LISTED.name()), row.getBigDecimal("each"), row.getString("currency"), row.getString("region"),
                row.getBigDecimal("open_stock"), form.leadDays(), facets, numbers);
    }

    /** Of what is said of the article itself; what it can be narrowed by goes to {@code facets} and {@code numbers}. */
    static IndexTokens tokens(ArticleForm form, @Nullable Category category, Map<UUID, Category> tree, List<String> facets, Map<String, String> numbers) {
        IndexTokens tokens = new IndexTokens().add(form.nameZh(), 'A').add(form.nameEn(), 'A').add(form.number(), 'A').add(form.gtin(), 'A')
                .add(form.brand(), 'B').add(form.model(), 'B').add(form.spec(), 'B');
        if (category != null) {
            category.ancestors().forEach(id -> tokens.add(tree.get(id).nameZh(), 'C').add(tree.get(id).nameEn(), 'C'));
            category.attributes().forEach(attribute -> attribute(attribute, form.attributes().get(attribute.code()), tokens, facets, numbers));
        }
        return tokens;
    }

    private static void attribute(CategoryAttribute attribute, @Nullable String value, IndexTokens tokens, List<String> facets, Map<String, String> numbers) {
        if (value == null) {
            return;
        }
        switch (attribute.kind()) {
            case NUMBER -> {
                tokens.add(value + (attribute.unit() == null ? "" : Measures.symbol(attribute.unit())), 'C');
                numbers.put(attribute.code(), value);
            }
            case YES_NO -> {
                if (value.equals("true")) {
                    tokens.add(attribute.nameZh(), 'C').add(attribute.nameEn(), 'C');
                }
                facets.add(attribute.code() + "=" + value);
            }
            case CHOICE, TEXT -> {
                tokens.add(attribute.shown(value, true), 'C').add(attribute.shown(value, false), 'C');
                facets.add(attribute.code() + "=" + value);
            }
        }
    }

    private void write(List<Row> rows) {
        jdbc.sql("""
                        insert into article_index (article_id, supplier_org_id, categories, tokens, shown, amount, currency, region, stock, lead_days, facets, numbers)
                        select s.id, s.supplier, cast(s.categories as uuid[]),
                               cast(s.tokens as tsvector) || article_place(s.id, s.listed and s.amount is not null and coalesce(s.stock > 0, false)),
                               case when s.listed then (select listed from article where id = s.id) else 'empty'::tstzrange end, s.amount, s.currency, s.region, s.stock, s.lead,
                               array(select jsonb_array_elements_text(cast(s.facets as jsonb))), cast(s.numbers as jsonb)
                          from unnest(cast(:ids as uuid[]), cast(:suppliers as uuid[]), cast(:categories as text[]), cast(:tokens as text[]), cast(:listed as boolean[]),
                                      cast(:amounts as numeric[]), cast(:currencies as text[]), cast(:regions as text[]), cast(:stocks as numeric[]), cast(:leads as int[]),
                                      cast(:facets as text[]), cast(:numbers as text[]))
                               as s (id, supplier, categories, tokens, listed, amount, currency, region, stock, lead, facets, numbers)
                        on conflict (article_id) do update set categories = excluded.categories, tokens = excluded.tokens, shown = excluded.shown, amount = excluded.amount,
                            currency = excluded.currency, region = excluded.region, stock = excluded.stock, lead_days = excluded.lead_days, facets = excluded.facets,
                            numbers = excluded.numbers
                        """)
                .param("ids", column(rows, Row::id)).param("suppliers", column(rows, Row::supplier)).param("categories", column(rows, Row::categories))
                .param("tokens", column(rows, Row::tokens)).param("listed", column(rows, Row::listed)).param("amounts", column(rows, Row::amount))
                .param("currencies", column(rows, Row::currency)).param("regions", column(rows, Row::region)).param("stocks", column(rows, Row::stock))
                .param("leads", column(rows, Row::leadDays)).param("facets", column(rows, row -> ArticleRows.JSON.writeValueAsString(row.facets())))
                .param("numbers", column(rows, row -> numbers(row.numbers())))
                .update();
    }

    /** As numbers, not as texts. */
    private static String numbers(Map<String, String> numbers) {
        return ArticleRows.JSON.writeValueAsString(numbers.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> new BigDecimal(entry.getValue()))));
    }

    /** Only of what is shown: they are suggested to everybody. */
    private void words(List<Row> rows) {
        Set<String> words = new LinkedHashSet<>();
        rows.stream().filter(Row::listed).forEach(row -> words.addAll(row.words()));
        if (!words.isEmpty()) {
            jdbc.sql("insert into search_word (word) select unnest(cast(:words as text[])) order by 1 on conflict do nothing")
                    .param("words", words.stream().sorted().toArray(String[]::new)).update();
        }
    }

    private static <T> String[] column(List<T> rows, Function<T, @Nullable Object> field) {
        return rows.stream().map(field).map(value -> value == null ? null : value.toString()).toArray(String[]::new);
    }
}
