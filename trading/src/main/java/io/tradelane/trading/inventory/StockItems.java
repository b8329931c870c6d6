package io.tradelane.trading.inventory;

import io.tradelane.trading.shared.Ids;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stock is kept of. An item is made when something of it is booked first; in another unit it is another item. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StockItems {
    private final JdbcClient jdbc;

    StockItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something as a document or a person names it.
     *
     * @param article of the company's own, where it is known already
     * @param number in the company's own numbering
     */
    public record Said(@Nullable UUID article, @Nullable String number, @Nullable String gtin, @Nullable String name, String unit) {}

    /** Those of which stock is kept already. */
    public Map<Said, UUID> kept(UUID organisation, List<Said> said) {
        record Item(UUID id, @Nullable UUID articleId, String number, @Nullable String gtin, String unit) {}
        List<Item> items = said.isEmpty() ? List.of() : jdbc.sql("""
                        select id, article_id, number, gtin, unit from stock_item i where org_id = :organisation and exists (select from stock_balance b where b.item_id = i.id)
                            and (article_id = any(cast(:ids as uuid[])) or number = any(cast(:numbers as text[])) or gtin = any(cast(:gtins as text[])))
                        """)
                .param("organisation", organisation).param("ids", column(said, Said::article)).param("numbers", column(said, Said::number))
                .param("gtins", column(said, Said::gtin))
                .query(Item.class).list();
        Map<Said, UUID> kept = new HashMap<>();
        said.forEach(one -> items.stream().filter(item -> item.unit.equals(one.unit) && (item.articleId != null && item.articleId.equals(one.article)
                        || item.number.equals(one.number) || item.gtin != null && item.gtin.equals(one.gtin)))
                .findFirst().ifPresent(item -> kept.put(one, item.id)));
        return kept;
    }

    private record Known(@Nullable UUID article, String number, @Nullable String gtin, @Nullable String nameZh, @Nullable String nameEn) {}

    /**
     * The item of each.
     *
     * @param sold whether these are articles that the company sells, and so of its catalogue where it has them
     * @return without what has no number at all
     */
    public Map<Said, UUID> resolve(UUID organisation, boolean sold, List<Said> said) {
        List<Known> articles = sold ? articles(organisation, said) : List.of();
        Map<Said, Known> named = new LinkedHashMap<>();
        said.forEach(one -> {
            Known article = articles.stream().filter(known -> one.article != null && one.article.equals(known.article)).findFirst()
                    .or(() -> articles.stream().filter(known -> known.number.equals(one.number)).findFirst())
                    .or(() -> articles.stream().filter(known -> known.gtin != null && known.gtin.equals(one.gtin)).findFirst()).orElse(null);
            String number = one.number != null ? one.number : one.gtin;
            if (article != null) {
                named.put(one, article);
            } else if (number != null) {
                named.put(one, new Known(null, number, one.gtin, null, one.name));
            }
        });
        Map<String, UUID> ids = named.isEmpty() ? Map.of() : upsert(organisation, named);
        Map<Said, UUID> items = new HashMap<>();
        named.forEach((one, known) -> items.put(one, Objects.requireNonNull(ids.get(key(known.number, one.unit)))));
        return items;
    }

    private List<Known> articles(UUID organisation, List<Said> said) {
        return jdbc.sql("""
                        select id as article, number, gtin, name_zh, name_en from article where supplier_org_id = :organisation
                            and (id = any(cast(:ids as uuid[])) or number = any(cast(:numbers as text[])) or gtin = any(cast(:gtins as text[])))
                        """)
                .param("organisation", organisation).param("ids", column(said, Said::article)).param("numbers", column(said, Said::number))
                .param("gtins", column(said, Said::gtin))
                .query(Known.class).list();
    }

    private Map<String, UUID> upsert(UUID organisation, Map<Said, Known> named) {
        Map<String, Said> once = new LinkedHashMap<>();
        named.forEach((one, known) -> once.putIfAbsent(key(known.number, one.unit), one));
        List<Said> rows = List.copyOf(once.values());
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("""
                        insert into stock_item (id, org_id, article_id, number, gtin, name_zh, name_en, unit)
                        select s.id, :organisation, s.article, s.number, s.gtin, s.zh, s.en, s.unit
                          from unnest(cast(:ids as uuid[]), cast(:articles as uuid[]), cast(:numbers as text[]), cast(:gtins as text[]), cast(:zh as text[]), cast(:en as text[]),
                                      cast(:units as text[])) as s (id, article, number, gtin, zh, en, unit)
                        on conflict (org_id, number, unit) do update set article_id = coalesce(excluded.article_id, stock_item.article_id),
                            gtin = coalesce(excluded.gtin, stock_item.gtin), name_zh = coalesce(excluded.name_zh, stock_item.name_zh),
                            name_en = coalesce(excluded.name_en, stock_item.name_en)
                        returning id, number, unit
                        """)
                .param("organisation", organisation)
                .param("ids", column(rows, row -> Ids.next()))
                .param("articles", column(rows, row -> named.get(row).article))
                .param("numbers", column(rows, row -> named.get(row).number))
                .param("gtins", column(rows, row -> named.get(row).gtin))
                .param("zh", column(rows, row -> named.get(row).nameZh))
                .param("en", column(rows, row -> named.get(row).nameEn))
                .param("units", column(rows, Said::unit))
                .query(row -> {
                    ids.put(key(row.getString("number"), row.getString("unit")), row.getObject("id", UUID.class));
                });
        return ids;
    }

    private static String key(String number, String unit) {
        return unit + " " + number;
    }

    private static <T> String[] column(List<T> rows, Function<T, @Nullable Object> field) {
        return StockRepository.column(rows, field);
    }
}
