package io.tradelane.trading.inventory;

import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.catalogue.SharedStock;
import io.tradelane.trading.catalogue.SharedStock.Mode;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may see how much of a supplier's stock. What nobody was granted nobody sees. */
@Service
@Transactional
public class StockSharing {
    /** Entity type of what is shared in the journal. */
    public static final String ENTITY = "STOCK_SHARE";

    private static final String SHARE = """
            select s.*, o.name as buyer_name, o.name_local as buyer_name_local, a.number from stock_share s
              left join organisation o on o.id = s.buyer_org_id left join article a on a.id = s.article_id
            """;
    private final JdbcClient jdbc;
    private final ArticleStock articles;
    private final Journal journal;
    private final Clock clock;

    StockSharing(JdbcClient jdbc, ArticleStock articles, Journal journal, Clock clock) {
        this.articles = articles;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** A supplier's, what is for every buyer and all articles first. */
    @Transactional(readOnly = true)
    public List<StockShare> of(UUID supplier) {
        return jdbc.sql(SHARE + " where s.supplier_org_id = :supplier order by o.name nulls first, a.number nulls first limit 1000").param("supplier", supplier)
                .query((row, n) -> share(row)).list();
    }

    /** @param buyer {@code null}: every one @param articleNumber the supplier's, {@code null}: all articles */
    public StockResult set(UUID supplier, @Nullable UUID buyer, @Nullable String articleNumber, Mode mode) {
        UUID article = articleNumber == null ? null : jdbc.sql("select id from article where supplier_org_id = :supplier and number = :number")
                .param("supplier", supplier).param("number", articleNumber).query(UUID.class).optional().orElse(null);
        if (articleNumber != null && article == null) {
            return StockResult.invalid("article", "unknown");
        }
        if (buyer != null && jdbc.sql("""
                        select exists (select from organisation b join organisation s on s.id = :supplier
                            where b.id = :buyer and b.kind in ('BUYER', 'BOTH') and b.id <> s.id and (b.twin_of is null) = (s.twin_of is null))
                        """).param("buyer", buyer).param("supplier", supplier).query(Boolean.class).single().equals(false)) {
            return StockResult.invalid("buyer", "unknown");
        }
        UUID id = jdbc.sql("""
                        insert into stock_share as s (id, supplier_org_id, buyer_org_id, article_id, mode, created_at)
                        values (:id, :supplier, cast(:buyer as uuid), cast(:article as uuid), :mode, :now)
                        on conflict (supplier_org_id, buyer_org_id, article_id) do update set mode = excluded.mode, created_at = excluded.created_at returning id
                        """)
                .param("id", Ids.next()).param("supplier", supplier).param("buyer", buyer).param("article", article).param("mode", mode.name())
                .param("now", SqlValues.at(clock.instant())).query(UUID.class).single();
        articles.shared(supplier, article);
        record(supplier, find(supplier, id), "SHARED");
        return new StockResult.Done(id, 1);
    }

    public StockResult remove(UUID supplier, UUID id) {
        StockShare share = find(supplier, id);
        if (share == null) {
            return new StockResult.NotFound();
        }
        jdbc.sql("delete from stock_share where id = :id and supplier_org_id = :supplier").param("id", id).param("supplier", supplier).update();
        articles.shared(supplier, share.article());
        record(supplier, share, "WITHDRAWN");
        return new StockResult.Done(id, 1);
    }

    /** What suppliers show the buyer, what it buys first; at most 200. @param text part of a number or a name */
    @Transactional(readOnly = true)
    public List<SharedStockRow> seenBy(UUID buyer, @Nullable String text) {
        return rows("""
                 where share.mode <> 'NONE' and a.supplier_org_id <> :reader and a.stock is not null
                   and (cast(:text as text) is null or position(lower(cast(:text as text)) in lower(concat_ws(' ', a.number, b.number, a.gtin, a.name_zh, a.name_en, o.name, o.name_local))) > 0)
                 order by b.number is null, o.name, a.number limit 200
                """, buyer, null, text);
    }

    /** What of a supplier's stock the buyer may see exactly. For an actor of scope HUB. */
    List<SharedStockRow> exactly(UUID supplier, UUID buyer) {
        return rows(" where share.mode = 'EXACT' and a.supplier_org_id = :supplier and a.stock is not null order by a.number", buyer, supplier, null);
    }

    private List<SharedStockRow> rows(String where, UUID buyer, @Nullable UUID supplier, @Nullable String text) {
        return jdbc.sql("""
                        select a.*, b.number as buyer_number, o.name as supplier_name, o.name_local, share.mode as share
                          from article a join organisation o on o.id = a.supplier_org_id
                          join lateral (select h.mode from stock_share h where h.supplier_org_id = a.supplier_org_id and (h.article_id is null or h.article_id = a.id)
                                and (h.buyer_org_id is null or h.buyer_org_id = :reader) order by h.buyer_org_id is null, h.article_id is null limit 1) share on true
                          left join lateral (select min(x.number) as number from buyer_article x where x.article_id = a.id and x.buyer_org_id = :reader) b on true
                        """ + where)
                .param("reader", buyer).param("supplier", supplier).param("text", text)
                .query((row, n) -> new SharedStockRow(row.getObject("id", UUID.class), row.getObject("supplier_org_id", UUID.class), row.getString("supplier_name"),
                        row.getString("name_local"), row.getString("number"), row.getString("buyer_number"), row.getString("gtin"), row.getString("name_zh"),
                        row.getString("name_en"), row.getString("unit"),
                        Objects.requireNonNull(SharedStock.of(Mode.valueOf(row.getString("share")), StockReader.plain(row, "stock"))), SqlValues.instantOrNull(row, "stock_as_of")))
                .list();
    }

    private @Nullable StockShare find(UUID supplier, UUID id) {
        return jdbc.sql(SHARE + " where s.supplier_org_id = :supplier and s.id = :id").param("supplier", supplier).param("id", id)
                .query((row, n) -> share(row)).optional().orElse(null);
    }

    private void record(UUID supplier, @Nullable StockShare share, String event) {
        StockShare said = Objects.requireNonNull(share);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("mode", said.mode().name());
        details.put("buyer", said.buyerName() == null ? "" : said.buyerName());
        details.put("article", said.articleNumber() == null ? "" : said.articleNumber());
        Set<UUID> visible = new HashSet<>(Set.of(supplier));
        if (said.buyer() != null) {
            visible.add(said.buyer());
        }
        journal.record(new Entry(ENTITY, said.id(), null, event, null, null, null, visible, details));
    }

    private static StockShare share(ResultSet row) throws SQLException {
        return new StockShare(row.getObject("id", UUID.class), row.getObject("buyer_org_id", UUID.class), row.getString("buyer_name"), row.getString("buyer_name_local"),
                row.getObject("article_id", UUID.class), row.getString("number"), Mode.valueOf(row.getString("mode")), SqlValues.instant(row, "created_at"));
    }
}
