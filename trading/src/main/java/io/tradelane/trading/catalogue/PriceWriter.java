package io.tradelane.trading.catalogue;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.shared.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes prices that are agreed to. What counts before ends the day before; the past is never changed. */
@Component
class PriceWriter {
    private final JdbcClient jdbc;
    private final ArticleIndex index;
    private final Journal journal;

    PriceWriter(JdbcClient jdbc, ArticleIndex index, Journal journal) {
        this.jdbc = jdbc;
        this.index = index;
        this.journal = journal;
    }

    /** @param details besides currency, day and amount */
    void write(UUID supplier, UUID article, String unit, ArticlePrices.NewPrices prices, Map<String, String> details) {
        String table = prices.buyer() == null ? "list_price" : "agreed_price";
        String of = " article_id = :article and currency = :currency" + (prices.buyer() == null ? "" : " and buyer_org_id = :buyer");
        statement("delete from " + table + " where" + of + " and lower(validity) >= :from", article, prices).update();
        statement("update " + table + " set validity = daterange(lower(validity), :from) where" + of + " and validity @> cast(:from as date)", article, prices).update();
        for (ArticlePrices.Tier tier : prices.tiers()) {
            statement("insert into " + table + " (id, supplier_org_id, article_id, from_quantity, amount, currency, basis, unit, validity"
                            + (prices.buyer() == null ? ")" : ", buyer_org_id)")
                            + " values (:id, :supplier, :article, :quantity, :amount, :currency, 1, :unit, daterange(cast(:from as date), cast(:until as date), '[]')"
                            + (prices.buyer() == null ? ")" : ", :buyer)"), article, prices)
                    .param("id", Ids.next()).param("supplier", supplier).param("quantity", ArticlePrices.first(tier.from())).param("amount", tier.amount())
                    .param("unit", unit).param("until", prices.until()).update();
        }
        record(supplier, article, "PRICED", prices, details);
        index.refresh(List.of(article));
    }

    void record(UUID supplier, UUID article, String event, ArticlePrices.NewPrices prices, Map<String, String> more) {
        Set<UUID> readers = prices.buyer() == null || !event.equals("PRICED") ? Set.of(supplier) : Set.of(supplier, prices.buyer());
        Map<String, String> details = new HashMap<>(more);
        details.put("currency", prices.currency());
        details.put("from", prices.from().toString());
        details.put("amount", prices.tiers().getFirst().amount().toPlainString());
        journal.record(new Entry(ArticleListing.ENTITY, article, null, event, null, null, null, readers, details));
    }

    private JdbcClient.StatementSpec statement(String sql, UUID article, ArticlePrices.NewPrices prices) {
        return jdbc.sql(sql).param("article", article).param("currency", prices.currency()).param("buyer", prices.buyer()).param("from", prices.from());
    }
}
