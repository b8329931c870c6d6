package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ArticleRepository {
    private final JdbcClient jdbc;

    ArticleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID upsert(NewArticle article) {
        return jdbc.sql("""
                        insert into article (id, supplier_org_id, number, gtin, name_zh, name_en, unit, pack_quantity)
                        values (:id, :supplier, :number, :gtin, :nameZh, :nameEn, :unit, :packQuantity)
                        on conflict (supplier_org_id, number) do update set gtin = excluded.gtin, name_zh = excluded.name_zh,
                            name_en = excluded.name_en, unit = excluded.unit, pack_quantity = excluded.pack_quantity, updated_at = now()
                        returning id
                        """)
                .param("id", Ids.next())
                .param("supplier", article.supplier())
                .param("number", article.number())
                .param("gtin", article.gtin())
                .param("nameZh", article.nameZh())
                .param("nameEn", article.nameEn())
                .param("unit", article.unit())
                .param("packQuantity", article.packQuantity())
                .query(UUID.class)
                .single();
    }

    void mapBuyerArticle(UUID buyer, String buyerArticle, UUID article) {
        jdbc.sql("""
                        insert into buyer_article (buyer_org_id, supplier_org_id, number, article_id)
                        select :buyer, supplier_org_id, :number, id from article where id = :article
                        on conflict (buyer_org_id, supplier_org_id, number) do update set article_id = excluded.article_id
                        """)
                .param("buyer", buyer)
                .param("number", buyerArticle)
                .param("article", article)
                .update();
    }

    boolean agreePrice(UUID buyer, UUID article, Price price, LocalDate from, @Nullable LocalDate until) {
        return jdbc.sql("""
                        insert into agreed_price (id, buyer_org_id, supplier_org_id, article_id, amount, currency, basis, unit, validity)
                        select :id, :buyer, supplier_org_id, id, :amount, :currency, :basis, :unit,
                               daterange(:from, cast(:until as date), '[]')
                        from article where id = :article
                        on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("buyer", buyer)
                .param("article", article)
                .param("amount", price.amount().amount())
                .param("currency", price.amount().currency())
                .param("basis", price.basis().value())
                .param("unit", price.basis().unit())
                .param("from", from)
                .param("until", until)
                .update() == 1;
    }

    List<Resolution> resolve(UUID buyer, UUID supplier, List<Item> items, List<BigDecimal> quantities, String currency, LocalDate day) {
        return jdbc.sql("""
                        select a.id, a.supplier_org_id, a.number, a.gtin, a.name_zh, a.name_en, a.unit, a.pack_quantity,
                               p.amount, p.currency, p.basis, p.unit as price_unit, b.number as buyer_number,
                               coalesce(found.articles > 1, false) as conflict
                        from unnest(cast(:gtins as text[]), cast(:supplierArticles as text[]), cast(:buyerArticles as text[]), cast(:quantities as numeric[]))
                            with ordinality as item (gtin, supplier_article, buyer_article, quantity, position)
                        left join lateral (
                            select (array_agg(m.id order by m.rank))[1] as id, count(distinct m.id) as articles
                            from (select id, 1 as rank from article where supplier_org_id = :supplier and gtin = item.gtin
                                  union all
                                  select id, 2 from article where supplier_org_id = :supplier and number = item.supplier_article
                                  union all
                                  select article_id, 3 from buyer_article
                                  where buyer_org_id = :buyer and supplier_org_id = :supplier and number = item.buyer_article) m
                        ) found on true
                        left join article a on a.id = found.id
                        left join lateral (
                            select * from agreed_price where article_id = a.id and buyer_org_id = :buyer and currency = :currency
                               and validity @> cast(:day as date) and from_quantity <= coalesce(item.quantity, 0)
                            order by from_quantity desc limit 1) p on true
                        left join lateral (
                            select number from buyer_article where article_id = a.id and buyer_org_id = :buyer order by number limit 1
                        ) b on true
                        order by item.position
                        """)
                .param("gtins", column(items, Item::gtin))
                .param("supplierArticles", column(items, Item::supplierArticle))
                .param("buyerArticles", column(items, Item::buyerArticle))
                .param("quantities", quantities.stream().map(BigDecimal::toPlainString).toArray(String[]::new))
                .param("supplier", supplier)
                .param("buyer", buyer)
                .param("currency", currency)
                .param("day", day)
                .query(ArticleRepository::resolution)
                .list();
    }

    List<Article> list(UUID supplier) {
        return jdbc.sql("select * from article where supplier_org_id = :supplier order by number")
                .param("supplier", supplier)
                .query((row, n) -> article(row))
                .list();
    }

    private static String[] column(List<Item> items, Function<Item, @Nullable String> field) {
        return items.stream().map(field).toArray(String[]::new);
    }

    private static Resolution resolution(ResultSet row, int number) throws SQLException {
        boolean known = row.getObject("id") != null;
        String currency = row.getString("currency");
        return new Resolution(
                known ? article(row) : null,
                currency == null ? null : new Price(
                        new Money(row.getBigDecimal("amount"), currency),
                        new Quantity(row.getBigDecimal("basis"), row.getString("price_unit"))),
                row.getString("buyer_number"),
                row.getBoolean("conflict"));
    }

    private static Article article(ResultSet row) throws SQLException {
        return new Article(
                row.getObject("id", UUID.class),
                row.getObject("supplier_org_id", UUID.class),
                row.getString("number"),
                row.getString("gtin"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("unit"),
                row.getBigDecimal("pack_quantity"));
    }
}
