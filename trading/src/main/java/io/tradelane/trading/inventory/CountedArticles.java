package io.tradelane.trading.inventory;

import io.tradelane.trading.catalogue.ArticleCounts;
import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is said of an article without naming a warehouse is counted in the main one, so that all of them together have what is said. */
@Service
@Transactional
class CountedArticles implements ArticleCounts {
    private final JdbcClient jdbc;
    private final Warehouses warehouses;
    private final StockItems items;
    private final StockLedger ledger;

    CountedArticles(JdbcClient jdbc, Warehouses warehouses, StockItems items, StockLedger ledger) {
        this.jdbc = jdbc;
        this.warehouses = warehouses;
        this.items = items;
        this.ledger = ledger;
    }

    private record Named(UUID id, String number, String unit) {}

    @Override
    public int set(UUID supplier, List<ArticleStock.Level> levels) {
        Map<String, ArticleStock.Level> latest = new HashMap<>();
        levels.stream().filter(level -> level.quantity().signum() >= 0).forEach(level -> latest.put(level.number(), level));
        List<Named> articles = latest.isEmpty() ? List.of() : jdbc.sql("""
                        select id, number, gtin, unit from article
                         where supplier_org_id = :supplier and (number = any(cast(:numbers as text[])) or gtin = any(cast(:numbers as text[]))) order by id
                        """)
                .param("supplier", supplier).param("numbers", latest.keySet().toArray(String[]::new))
                .query((row, n) -> new Named(row.getObject("id", UUID.class), latest.containsKey(row.getString("number")) ? row.getString("number") : row.getString("gtin"),
                        row.getString("unit")))
                .list();
        return articles.isEmpty() ? 0 : Tenancy.call(Tenancy.current().asHub(), () -> count(supplier, articles, latest));
    }

    private int count(UUID supplier, List<Named> articles, Map<String, ArticleStock.Level> latest) {
        UUID main = warehouses.named(supplier, "").id();
        ledger.lock(List.of(supplier));
        Map<Named, StockItems.Said> said = new HashMap<>();
        articles.forEach(article -> said.put(article, new StockItems.Said(article.id, null, null, null, article.unit)));
        Map<StockItems.Said, UUID> known = items.resolve(supplier, true, List.copyOf(said.values()));
        Map<UUID, BigDecimal> elsewhere = elsewhere(main, List.copyOf(known.values()));
        List<Booking> counts = new ArrayList<>();
        for (Named article : articles) {
            UUID item = known.get(said.get(article));
            ArticleStock.Level level = latest.get(article.number);
            Instant at = level.asOf();
            counts.add(Booking.count(main, item, level.quantity().subtract(elsewhere.getOrDefault(item, BigDecimal.ZERO)).max(BigDecimal.ZERO), at,
                    StockCause.of(StockCause.Kind.ARTICLE), null));
        }
        return ledger.book(supplier, counts);
    }

    /** What can be sold from the other warehouses, less what is reserved in the main one. */
    private Map<UUID, BigDecimal> elsewhere(UUID main, List<UUID> items) {
        Map<UUID, BigDecimal> elsewhere = new HashMap<>();
        jdbc.sql("""
                        select b.item_id, sum(case when b.warehouse_id = :main then -b.reserved else b.on_hand - b.reserved end) from stock_balance b
                          join warehouse w on w.id = b.warehouse_id and w.closed_at is null
                         where b.item_id in (:items) group by 1
                        """)
                .param("main", main).param("items", items)
                .query(row -> {
                    elsewhere.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
                });
        return elsewhere;
    }
}
