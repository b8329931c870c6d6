package io.tradelane.trading.catalogue;

import io.tradelane.trading.exchange.IncidentDesk;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much of its articles a supplier has, as its warehouses say ({@link ArticleCounts}). When less is there than the supplier wants, it is told once: an incident is raised, which closes by itself
 * when there is enough again. What goes up and down between the two bounds tells nobody anything.
 */
@Service
@Transactional
public class ArticleStock {
    private final JdbcClient jdbc;
    private final ArticleIndex index;
    private final ObjectProvider<IncidentDesk> desk;
    private final Clock clock;

    ArticleStock(JdbcClient jdbc, ArticleIndex index, ObjectProvider<IncidentDesk> desk, Clock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param number the supplier's article number, or the GTIN @param quantity what can be sold */
    public record Level(String number, BigDecimal quantity, Instant asOf) {}

    /** @param quantity what can be sold, in the unit it is sold in */
    public record Shown(UUID article, BigDecimal quantity, Instant asOf) {}

    private record Row(UUID id, UUID supplier, String number, BigDecimal quantity, Instant asOf, @Nullable BigDecimal below, @Nullable BigDecimal until, boolean alerted) {
        boolean falls() {
            return !alerted && below != null && quantity.compareTo(below) < 0;
        }

        boolean recovers() {
            return alerted && (below == null || quantity.compareTo(until == null ? below : until) >= 0 && quantity.compareTo(below) >= 0);
        }
    }

    /** What the warehouses say is there now. */
    public void show(List<Shown> levels) {
        if (levels.isEmpty()) {
            return;
        }
        Map<UUID, Shown> said = levels.stream().collect(Collectors.toMap(Shown::article, level -> level));
        List<Row> rows = jdbc.sql("select id, supplier_org_id, number, alert_below, alert_until, alerted_at from article where id in (:ids) order by id for update")
                .param("ids", said.keySet())
                .query((row, n) -> {
                    Shown level = said.get(row.getObject("id", UUID.class));
                    return new Row(level.article(), row.getObject("supplier_org_id", UUID.class), row.getString("number"), level.quantity(), level.asOf(),
                            row.getBigDecimal("alert_below"), row.getBigDecimal("alert_until"), row.getObject("alerted_at") != null);
                })
                .list();
        for (Row row : rows) {
            boolean alerted = row.falls() || row.alerted() && !row.recovers();
            jdbc.sql("""
                            update article set stock = :stock, stock_as_of = :asOf,
                                alerted_at = case when :alerted then coalesce(alerted_at, :now) end where id = :id
                            """)
                    .param("stock", row.quantity()).param("asOf", SqlValues.at(row.asOf())).param("alerted", alerted)
                    .param("now", SqlValues.at(clock.instant())).param("id", row.id()).update();
            tell(row);
        }
        index.refresh(rows.stream().map(Row::id).toList());
    }

    /** Who may know of it has changed. @param article {@code null}: of all of the supplier's */
    public void shared(UUID supplier, @Nullable UUID article) {
        index.refresh(jdbc.sql("select id from article where supplier_org_id = :supplier and stock is not null and (cast(:article as uuid) is null or id = cast(:article as uuid))")
                .param("supplier", supplier).param("article", article).query(UUID.class).list());
    }

    private void tell(Row row) {
        if (row.falls()) {
            Map<String, String> args = Map.of("subject", row.id().toString(), "number", row.number(), "stock", row.quantity().stripTrailingZeros().toPlainString(),
                    "below", row.below().stripTrailingZeros().toPlainString());
            desk.ifAvailable(open -> Tenancy.run(Actor.hub(), () -> open.raise(Cause.STOCK_LOW, row.supplier(), null, null, args, null)));
        } else if (row.recovers()) {
            desk.ifAvailable(open -> Tenancy.run(Actor.hub(), () -> open.settled(Cause.STOCK_LOW, row.id().toString())));
        }
    }
}
