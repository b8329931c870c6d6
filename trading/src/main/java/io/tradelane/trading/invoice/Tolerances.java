package io.tradelane.trading.invoice;

import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much difference each buyer lets through. */
@Service
@Transactional
public class Tolerances {
    private final JdbcClient jdbc;

    Tolerances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets a buyer's tolerance, in place of the one for the same supplier and article. */
    public void set(Tolerance tolerance) {
        jdbc.sql("""
                        insert into tolerance (id, org_id, supplier_org_id, article_id, quantity_percent, price_percent, price_absolute)
                        values (:id, :buyer, :supplier, :article, :quantityPercent, :pricePercent, :priceAbsolute)
                        on conflict (org_id, supplier_org_id, article_id) do update set quantity_percent = excluded.quantity_percent,
                            price_percent = excluded.price_percent, price_absolute = excluded.price_absolute
                        """)
                .param("id", Ids.next())
                .param("buyer", tolerance.buyer())
                .param("supplier", tolerance.supplier())
                .param("article", tolerance.article())
                .param("quantityPercent", tolerance.quantityPercent())
                .param("pricePercent", tolerance.pricePercent())
                .param("priceAbsolute", tolerance.priceAbsolute())
                .update();
    }

    /** Those that may count for a supplier's invoices. */
    @Transactional(readOnly = true)
    public List<Tolerance> of(UUID buyer, UUID supplier) {
        return jdbc.sql("""
                        select org_id as buyer, supplier_org_id as supplier, article_id as article, quantity_percent, price_percent, price_absolute
                        from tolerance where org_id = :buyer and (supplier_org_id is null or supplier_org_id = :supplier)
                        """)
                .param("buyer", buyer)
                .param("supplier", supplier)
                .query(Tolerance.class)
                .list();
    }

    /** The most specific one counts: article, then supplier, then all; none where nothing is set. */
    static Tolerance mostSpecific(List<Tolerance> tolerances, UUID buyer, @Nullable UUID article) {
        Tolerance best = new Tolerance(buyer, null, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        int rank = -1;
        for (Tolerance candidate : tolerances) {
            boolean applies = candidate.article() == null || candidate.article().equals(article);
            int specific = (candidate.article() != null ? 2 : 0) + (candidate.supplier() != null ? 1 : 0);
            if (applies && specific > rank) {
                best = candidate;
                rank = specific;
            }
        }
        return best;
    }
}
