package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.partner.Tenancy;
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
            @Nullable BigDecimal packQuantity, @Nullable BigDecimal minQuantity, @Nullable Integer leadDays, @Nullable String brand, @Nullable String model,
            @Nullable String descriptionZh, @Nullable String descriptionEn) {

        /** The same article said a second time. */
        Said and(Said later) {
            return new Said(number, or(later.gtin, gtin), or(later.nameZh, nameZh), or(later.nameEn, nameEn), or(later.unit, unit),
                    or(later.packQuantity, packQuantity), or(later.minQuantity, minQuantity), or(later.leadDays, leadDays), or(later.brand, brand),
                    or(later.model, model), or(later.descriptionZh, descriptionZh), or(later.descriptionEn, descriptionEn));
        }

        /** What is said here, and where nothing is, what stands. */
        ArticleForm over(ArticleForm form) {
            return new ArticleForm(number, or(gtin, form.gtin()), or(nameZh, form.nameZh()), or(nameEn, form.nameEn()), form.category(), or(brand, form.brand()),
                    or(model, form.model()), form.spec(), or(descriptionZh, form.descriptionZh()), or(descriptionEn, form.descriptionEn()),
                    unit != null ? unit : form.unit(), or(packQuantity, form.packQuantity()), or(minQuantity, form.minQuantity()), form.stepQuantity(),
                    or(leadDays, form.leadDays()), form.attributes(), form.variantOf());
        }

        private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
            return said != null ? said : before;
        }
    }

    record Mapped(String buyerArticle, UUID article) {}

    /** @param fromQuantity 0: from the first piece on @param until the last day; {@code null}: until replaced */
    record Priced(UUID article, BigDecimal fromQuantity, Price price, LocalDate from, @Nullable LocalDate until) {}

    /**
     * Adds the articles, or changes what is said of those of these numbers. A GTIN that is another article's stays with that. What the operator has
     * looked at and is now otherwise, has to be submitted again.
     *
     * @param said each number once, none of what is listed
     * @return ids by number
     */
    Map<String, UUID> merge(UUID supplier, List<Said> said) {
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql("""
                        insert into article as a (id, supplier_org_id, number, gtin, name_zh, name_en, unit, pack_quantity, min_quantity, lead_days, brand, model,
                            description_zh, description_en)
                        select s.id, :supplier, s.number,
                               coalesce(case when s.first_of_gtin = s.number and coalesce(o.number, s.number) = s.number then s.gtin end, e.gtin),
                               coalesce(s.name_zh, e.name_zh), coalesce(s.name_en, e.name_en), coalesce(s.unit, e.unit, 'PCE'),
                               coalesce(s.pack_quantity, e.pack_quantity), coalesce(s.min_quantity, e.min_quantity), coalesce(s.lead_days, e.lead_days),
                               coalesce(s.brand, e.brand), coalesce(s.model, e.model), coalesce(s.description_zh, e.description_zh),
                               coalesce(s.description_en, e.description_en)
                          from (select u.*, first_value(u.number) over (partition by u.gtin order by u.position) as first_of_gtin
                                  from unnest(cast(:ids as uuid[]), cast(:numbers as text[]), cast(:gtins as text[]), cast(:namesZh as text[]),
                                              cast(:namesEn as text[]), cast(:units as text[]), cast(:packs as numeric[]), cast(:minima as numeric[]), cast(:leads as int[]),
                                              cast(:brands as text[]), cast(:models as text[]), cast(:descriptionsZh as text[]), cast(:descriptionsEn as text[]))
                                       with ordinality as u (id, number, gtin, name_zh, name_en, unit, pack_quantity, min_quantity, lead_days, brand, model,
                                                             description_zh, description_en, position)) s
                          left join lateral (select * from article where supplier_org_id = :supplier and number = s.number offset 0) e on true
                          left join lateral (select number from article where supplier_org_id = :supplier and gtin = s.gtin offset 0) o on true
                        on conflict (supplier_org_id, number) do update set gtin = excluded.gtin, name_zh = excluded.name_zh,
                            name_en = excluded.name_en, unit = excluded.unit, pack_quantity = excluded.pack_quantity, min_quantity = excluded.min_quantity,
                            lead_days = excluded.lead_days, brand = excluded.brand, model = excluded.model, description_zh = excluded.description_zh,
                            description_en = excluded.description_en, version = a.version + 1, updated_at = now(),
                            listing = case when a.listing in ('IN_REVIEW', 'APPROVED', 'DENIED')
                                and (a.gtin, a.name_zh, a.name_en, a.unit, a.brand, a.model, a.description_zh, a.description_en) is distinct from
                                    (excluded.gtin, excluded.name_zh, excluded.name_en, excluded.unit, excluded.brand, excluded.model, excluded.description_zh, excluded.description_en)
                                then 'DRAFT' else a.listing end
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
                .param("minima", column(said, Said::minQuantity))
                .param("leads", column(said, Said::leadDays))
                .param("brands", column(said, Said::brand))
                .param("models", column(said, Said::model))
                .param("descriptionsZh", column(said, Said::descriptionZh))
                .param("descriptionsEn", column(said, Said::descriptionEn))
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
     * @param buyer with whom they are agreed; {@code null}: of the list
     * @param prices one of each article, currency and quantity
     * @return how many stand
     */
    int replacePrices(@Nullable UUID buyer, UUID supplier, List<Priced> prices) {
        String table = buyer == null ? "list_price" : "agreed_price";
        String said = """
                unnest(cast(:ids as uuid[]), cast(:articles as uuid[]), cast(:quantities as numeric[]), cast(:currencies as text[]), cast(:amounts as numeric[]),
                       cast(:bases as numeric[]), cast(:units as text[]), cast(:froms as date[]), cast(:untils as date[]))
                as s (id, article, quantity, currency, amount, basis, unit, day, until)
                """;
        String buyers = buyer == null ? "" : " and p.buyer_org_id = :buyer";
        noteMoves(table, said, buyers, buyer, supplier, prices);
        run("""
                delete from %s p using %s where p.article_id = s.article and p.currency = s.currency and p.from_quantity = s.quantity%s
                   and lower(p.validity) >= s.day and p.validity && daterange(s.day, s.until, '[]')
                """.formatted(table, said, buyers), buyer, prices).update();
        run("""
                update %s p set validity = daterange(lower(p.validity), ending.day)
                  from (select stands.id, s.day from %s cross join lateral (
                            select id, currency, from_quantity, validity from %s p where p.article_id = s.article%s offset 0) stands
                         where stands.currency = s.currency and stands.from_quantity = s.quantity and stands.validity @> s.day) ending
                 where p.id = ending.id
                """.formatted(table, said, table, buyers), buyer, prices).update();
        return run("""
                insert into %s (id, supplier_org_id, article_id, from_quantity, amount, currency, basis, unit, validity%s)
                select s.id, :supplier, s.article, s.quantity, s.amount, s.currency, s.basis, s.unit, daterange(s.day, s.until, '[]')%s from %s
                on conflict do nothing
                """.formatted(table, buyer == null ? "" : ", buyer_org_id", buyer == null ? "" : ", :buyer", said), buyer, prices).param("supplier", supplier).update();
    }

    /** Of what is shown, plain prices that were others: buyers will be told. */
    private void noteMoves(String table, String said, String buyers, @Nullable UUID buyer, UUID supplier, List<Priced> prices) {
        run("""
                insert into price_change (id, supplier_org_id, article_id, buyer_org_id, currency, from_day, until_day, tiers, before, after, percent, state, asked_by, asked_at)
                select s.id, :supplier, s.article, cast(:buyer as uuid), s.currency, s.day, s.until, jsonb_build_array(jsonb_build_object('from', 0, 'amount', s.amount / s.basis)),
                       was.each, s.amount / s.basis, least(abs(s.amount / s.basis - was.each) * 100 / greatest(was.each, 0.000001), 9999999999), 'SET', :by, now()
                  from %s join article a on a.id = s.article and a.listing = 'LISTED'
                  join lateral (select p.amount / p.basis as each from %s p where p.article_id = s.article and p.currency = s.currency and p.from_quantity = 0%s
                                   and p.validity @> s.day limit 1) was on was.each <> s.amount / s.basis
                 where s.quantity = 0
                """.formatted(said, table, buyers), buyer, prices).param("supplier", supplier).param("by", Tenancy.current().name()).update();
    }

    private JdbcClient.StatementSpec run(String sql, @Nullable UUID buyer, List<Priced> prices) {
        return jdbc.sql(sql)
                .param("buyer", buyer)
                .param("ids", column(prices, one -> Ids.next()))
                .param("articles", column(prices, Priced::article))
                .param("quantities", column(prices, Priced::fromQuantity))
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
