package io.tradelane.trading.catalogue;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Scope;
import java.time.LocalDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Articles as their readers see them; which they see at all is the business of row-level security. */
@Repository
class ArticleReader {
    private final JdbcClient jdbc;

    ArticleReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ArticleView> find(UUID id, LocalDate today) {
        UUID reader = Tenancy.current().organisation();
        return jdbc.sql("""
                        select a.*, share.mode as share, lower(a.listed) as listed_from, upper(a.listed) as listed_until, o.name as supplier_name, o.name_local, coalesce(o.city, o.country) as region,
                               (select min(b.number) from buyer_article b where b.article_id = a.id and b.buyer_org_id = cast(:reader as uuid)) as buyer_number
                          from article a join organisation o on o.id = a.supplier_org_id
                        """ + ArticleRows.SHARED + " where a.id = :id")
                .param("id", id).param("reader", reader)
                .query((row, n) -> {
                    UUID supplier = row.getObject("supplier_org_id", UUID.class);
                    UUID family = row.getObject("variant_of", UUID.class) == null ? id : row.getObject("variant_of", UUID.class);
                    SharedStock shared = ArticleRows.shared(row);
                    boolean inside = Tenancy.current().scope() != Scope.ORGANISATION || supplier.equals(reader);
                    return new ArticleView(id, row.getInt("version"), supplier, row.getString("supplier_name"), row.getString("name_local"), row.getString("region"),
                            ArticleRows.form(row), ListingState.valueOf(row.getString("listing")), ArticleRows.instant(row, "listed_from"),
                            ArticleRows.instant(row, "listed_until"), shared == null ? null : shared.quantity(), shared, shared == null ? null : SqlValues.instantOrNull(row, "stock_as_of"),
                            inside ? prices(id, today) : pricesOf(id, reader, today), row.getString("buyer_number"), variants(family, id),
                            !inside ? null : new ArticleView.Own(ArticleRows.revision(row), SqlValues.texts(row.getString("denial")),
                                    ArticleRows.plain(row.getBigDecimal("alert_below")), ArticleRows.plain(row.getBigDecimal("alert_until")), SqlValues.instantOrNull(row, "alerted_at")));
                })
                .optional();
    }

    private List<ArticleView.Variant> variants(UUID family, UUID but) {
        return jdbc.sql("select id, number, name_zh, name_en, spec from article where (variant_of = :family or id = :family) and id <> :but order by spec, number limit 100")
                .param("family", family).param("but", but)
                .query((row, n) -> new ArticleView.Variant(row.getObject("id", UUID.class), row.getString("number"), row.getString("name_zh"), row.getString("name_en"), row.getString("spec")))
                .list();
    }

    /** What stands today or will. */
    List<PriceTier> prices(UUID article, LocalDate today) {
        return tiers("""
                        select p.* from list_price p where p.article_id = :article and (upper(p.validity) is null or upper(p.validity) > :today)
                        """, """
                        select p.* from agreed_price p where p.article_id = :article and (upper(p.validity) is null or upper(p.validity) > :today)
                        """, article, null, today);
    }

    /** Of today: agreed ones; where there are none, the list's. */
    private List<PriceTier> pricesOf(UUID article, @Nullable UUID buyer, LocalDate today) {
        List<PriceTier> all = tiers("select p.* from list_price p where p.article_id = :article and p.validity @> cast(:today as date)",
                "select p.* from agreed_price p where p.article_id = :article and p.buyer_org_id = cast(:buyer as uuid) and p.validity @> cast(:today as date)", article, buyer, today);
        List<PriceTier> agreed = all.stream().filter(tier -> tier.buyer() != null).toList();
        return agreed.isEmpty() ? all : agreed;
    }

    private List<PriceTier> tiers(String list, String agreed, UUID article, @Nullable UUID buyer, LocalDate today) {
        String columns = "amount, currency, basis, unit as price_unit, from_quantity, lower(validity) as first_day, upper(validity) - 1 as last_day";
        List<PriceTier> tiers = new ArrayList<>();
        jdbc.sql("select null::uuid as buyer, " + columns + " from (" + list + ") l union all select buyer_org_id, " + columns + " from (" + agreed
                        + ") g order by 1 nulls first, 3, first_day, from_quantity")
                .param("article", article).param("buyer", buyer).param("today", today)
                .query(row -> {
                    tiers.add(tier(row));
                });
        return tiers;
    }

    Map<UUID, ArticleForm> forms(List<UUID> ids) {
        Map<UUID, ArticleForm> forms = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from article where id in (:ids)").param("ids", ids).query(row -> {
                forms.put(row.getObject("id", UUID.class), ArticleRows.form(row));
            });
        }
        return forms;
    }

    /** Likewise of the prices of many articles in one currency, by article: agreed ones; of an article that has none, the list's. */
    Map<UUID, List<PriceTier>> prices(List<UUID> ids, @Nullable UUID reader, String currency, LocalDate today) {
        Map<UUID, List<PriceTier>> prices = new HashMap<>();
        if (!ids.isEmpty()) {
            String columns = "article_id, amount, currency, basis, unit as price_unit, from_quantity, lower(validity) as first_day, upper(validity) - 1 as last_day";
            String those = " where article_id in (:ids) and currency = :currency and validity @> cast(:today as date)";
            jdbc.sql("select buyer_org_id as buyer, " + columns + " from agreed_price" + those + " and buyer_org_id = cast(:reader as uuid) union all select null, " + columns
                            + " from list_price" + those + " order by 1 nulls last, from_quantity")
                    .param("ids", ids).param("reader", reader).param("currency", currency).param("today", today)
                    .query(row -> {
                        List<PriceTier> tiers = prices.computeIfAbsent(row.getObject("article_id", UUID.class), none -> new ArrayList<>());
                        UUID buyer = row.getObject("buyer", UUID.class);
                        if (buyer != null || tiers.isEmpty() || tiers.getFirst().buyer() == null) {
                            tiers.add(tier(row));
                        }
                    });
        }
        return prices;
    }

    private static PriceTier tier(ResultSet row) throws SQLException {
        return new PriceTier(ArticleRows.plain(row.getBigDecimal("from_quantity")), ArticleRows.price(row), row.getObject("buyer", UUID.class),
                row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class));
    }

    /** Of these numbers, the reader's own, the supplier's or a GTIN: the articles that the reader sees under them. */
    List<UUID> byNumber(String number, @Nullable UUID reader) {
        return jdbc.sql("""
                        select article_id from buyer_article where buyer_org_id = cast(:reader as uuid) and number = :number
                        union select id from article where number = :number or gtin = :number limit 20
                        """)
                .param("number", number).param("reader", reader).query(UUID.class).list();
    }

    /** In their order; those that the reader may not see are left out. */
    List<ArticleSummary> summaries(List<UUID> ids, LocalDate today) {
        return ids.isEmpty() ? List.of() : jdbc.sql(ArticleRows.SUMMARY
                        + " join unnest(cast(:ids as uuid[])) with ordinality as wanted (id, place) on wanted.id = a.id order by wanted.place")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .param("reader", Tenancy.current().organisation()).param("today", today)
                .query((row, n) -> ArticleRows.summary(row)).list();
    }
}
