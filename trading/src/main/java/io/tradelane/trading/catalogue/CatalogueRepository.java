package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a catalogue says, written for all its articles at once: the columns go as arrays. Rows that stand are looked up one by one
 * ({@code lateral … offset 0}): tables that have just been filled have no statistics, and a join is then planned by guess.
 */
@Repository
class CatalogueRepository {
    private final JdbcClient jdbc;

    CatalogueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Absent values stay as they are; a new article without a unit is counted in pieces. */
    record Said(
            String number, @Nullable String gtin, @Nullable String nameZh, @Nullable String nameEn, @Nullable String unit,
            @Nullable BigDecimal packQuantity) {

        /** The same article said a second time. */
        Said and(Said later) {
            return new Said(number, later.gtin != null ? later.gtin : gtin, later.nameZh != null ? later.nameZh : nameZh,
                    later.nameEn != null ? later.nameEn : nameEn, later.unit != null ? later.unit : unit,
                    later.packQuantity != null ? later.packQuantity : packQuantity);
        }
    }

    record Mapped(String buyerArticle, UUID article) {}

    /** @param until the last day; {@code null}: until replaced */
    record Priced(UUID article, Price price, LocalDate from, @Nullable LocalDate until) {}

    /**
     * Adds the articles, or changes what is said of those of these numbers. A GTIN that is another article's stays with that.
     *
     * @param said each number once
     * @return ids by number
     */
    Map<String, UUID> merge(UUID supplier, List<Said> said) {
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("""
                        insert into article as a (id, supplier_org_id, number, gtin, name_zh, name_en, unit, pack_quantity)
                        select s.id, :supplier, s.number,
                               coalesce(case when s.first_of_gtin = s.number and coalesce(o.number, s.number) = s.number then s.gtin end, e.gtin),
                               coalesce(s.name_zh, e.name_zh), coalesce(s.name_en, e.name_en), coalesce(s.unit, e.unit, 'PCE'),
                               coalesce(s.pack_quantity, e.pack_quantity)
                          from (select u.*, first_value(u.number) over (partition by u.gtin order by u.position) as first_of_gtin
                                  from unnest(cast(:ids as uuid[]), cast(:numbers as text[]), cast(:gtins as text[]), cast(:namesZh as text[]),
                                              cast(:namesEn as text[]), cast(:units as text[]), cast(:packs as numeric[]))
                                       with ordinality as u (id, number, gtin, name_zh, name_en, unit, pack_quantity, position)) s
                          left join lateral (select * from article where supplier_org_id = :supplier and number = s.number offset 0) e on true
                          left join lateral (select number from article where supplier_org_id = :supplier and gtin = s.gtin offset 0) o on true
                        on conflict (supplier_org_id, number) do update set gtin = excluded.gtin, name_zh = excluded.name_zh,
                            name_en = excluded.name_en, unit = excluded.unit, pack_quantity = excluded.pack_quantity, updated_at = now()
                        returning number, id
                        """)
                .param("supplier", supplier)
                .param("ids", column(said, one -> Ids.next()))
                .param("numbers", column(said, Said::number))
                .param("gtins", column(said, Said::gtin))
                .param("namesZh", column(said, Said::nameZh))
                .param("namesEn", column(said, Said::nameEn))
                .param("units", column(said, Said::unit))
                .param("packs", column(said, Said::packQuantity))
                .query(row -> {
                    ids.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return ids;
    }

    /** @param mapped each of the buyer's numbers once */
    void mapBuyerArticles(UUID buyer, UUID supplier, List<Mapped> mapped) {
        jdbc.sql("""
                        insert into buyer_article (buyer_org_id, supplier_org_id, number, article_id)
                        select :buyer, :supplier, m.number, m.article
                          from unnest(cast(:numbers as text[]), cast(:articles as uuid[])) as m (number, article)
                        on conflict (buyer_org_id, supplier_org_id, number) do update set article_id = excluded.article_id
                        """)
                .param("buyer", buyer)
                .param("supplier", supplier)
                .param("numbers", column(mapped, Mapped::buyerArticle))
                .param("articles", column(mapped, Mapped::article))
                .update();
    }

    /**
     * Each price counts from its first day on: the one before ends the day before, and those that would begin later are gone.
     *
     * @param prices one of each article and currency
     * @return how many are agreed
     */
    int replacePrices(UUID buyer, UUID supplier, List<Priced> prices) {
        String said = """
                unnest(cast(:ids as uuid[]), cast(:articles as uuid[]), cast(:currencies as text[]), cast(:amounts as numeric[]),
                       cast(:bases as numeric[]), cast(:units as text[]), cast(:froms as date[]), cast(:untils as date[]))
                as s (id, article, currency, amount, basis, unit, day, until)
                """;
        run("""
                delete from agreed_price p using %s where p.buyer_org_id = :buyer and p.article_id = s.article and p.currency = s.currency
                   and lower(p.validity) >= s.day and p.validity && daterange(s.day, s.until, '[]')
                """.formatted(said), buyer, prices).update();
        run("""
                update agreed_price p set validity = daterange(lower(p.validity), ending.day)
                  from (select stands.id, s.day from %s cross join lateral (
                            select id, currency, validity from agreed_price where article_id = s.article and buyer_org_id = :buyer offset 0) stands
                         where stands.currency = s.currency and stands.validity @> s.day) ending
                 where p.id = ending.id
                """.formatted(said), buyer, prices).update();
        return run("""
                insert into agreed_price (id, buyer_org_id, supplier_org_id, article_id, amount, currency, basis, unit, validity)
                select s.id, :buyer, :supplier, s.article, s.amount, s.currency, s.basis, s.unit, daterange(s.day, s.until, '[]') from %s
                on conflict do nothing
                """.formatted(said), buyer, prices).param("supplier", supplier).update();
    }

    private JdbcClient.StatementSpec run(String sql, UUID buyer, List<Priced> prices) {
        return jdbc.sql(sql)
                .param("buyer", buyer)
                .param("ids", column(prices, one -> Ids.next()))
                .param("articles", column(prices, Priced::article))
                .param("currencies", column(prices, one -> one.price().amount().currency()))
                .param("amounts", column(prices, one -> one.price().amount().amount()))
                .param("bases", column(prices, one -> one.price().basis().value()))
                .param("units", column(prices, one -> one.price().basis().unit()))
                .param("froms", column(prices, Priced::from))
                .param("untils", column(prices, Priced::until));
    }

    private static <T> String[] column(List<T> rows, Function<T, @Nullable Object> field) {
        return rows.stream().map(field).map(value -> value == null ? null : value.toString()).toArray(String[]::new);
    }
}
