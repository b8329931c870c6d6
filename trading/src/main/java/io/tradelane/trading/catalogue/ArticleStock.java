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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much of its articles a supplier has. When less is there than the supplier wants, it is told once: an incident is raised, which closes by itself
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

    /** @param number the supplier's article number, or the GTIN */
    public record Level(String number, BigDecimal quantity, Instant asOf) {}

    private record Row(UUID id, String number, BigDecimal quantity, Instant asOf, @Nullable BigDecimal below, @Nullable BigDecimal until, boolean alerted) {
        boolean falls() {
            return !alerted && below != null && quantity.compareTo(below) < 0;
        }

        boolean recovers() {
            return alerted && (below == null || quantity.compareTo(until == null ? below : until) >= 0 && quantity.compareTo(below) >= 0);
        }
    }

    /** What is there now. What is said of an earlier time than what is known changes nothing. @return of how many articles it is news */
    public int set(UUID supplier, List<Level> levels) {
        Map<String, Level> latest = levels.stream().filter(level -> level.quantity().signum() >= 0)
                .collect(Collectors.toMap(Level::number, level -> level, (one, other) -> other));
        if (latest.isEmpty()) {
            return 0;
        }
        List<Row> rows = jdbc.sql("""
                        select a.id, a.number, a.gtin, a.alert_below, a.alert_until, a.alerted_at, a.stock_as_of from article a
                         where a.supplier_org_id = :supplier and (a.number = any(cast(:numbers as text[])) or a.gtin = any(cast(:numbers as text[])))
                         order by a.id for update
                        """)
                .param("supplier", supplier).param("numbers", latest.keySet().toArray(String[]::new))
                .query((row, n) -> {
                    Level said = latest.containsKey(row.getString("number")) ? latest.get(row.getString("number")) : latest.get(row.getString("gtin"));
                    Instant known = SqlValues.instantOrNull(row, "stock_as_of");
                    return known != null && known.isAfter(said.asOf()) ? null : new Row(row.getObject("id", UUID.class), row.getString("number"), said.quantity(), said.asOf(),
                            row.getBigDecimal("alert_below"), row.getBigDecimal("alert_until"), row.getObject("alerted_at") != null);
                })
                .list().stream().filter(Objects::nonNull).toList();
        for (Row row : rows) {
            boolean alerted = row.falls() || row.alerted() && !row.recovers();
            jdbc.sql("""
                            update article set stock = :stock, stock_as_of = :asOf,
                                alerted_at = case when :alerted then coalesce(alerted_at, :now) end where id = :id
                            """)
                    .param("stock", row.quantity()).param("asOf", SqlValues.at(row.asOf())).param("alerted", alerted)
                    .param("now", SqlValues.at(clock.instant())).param("id", row.id()).update();
            tell(supplier, row);
        }
        index.refresh(rows.stream().map(Row::id).toList());
        return rows.size();
    }

    private void tell(UUID supplier, Row row) {
        if (row.falls()) {
            Map<String, String> args = Map.of("subject", row.id().toString(), "number", row.number(), "stock", row.quantity().stripTrailingZeros().toPlainString(),
                    "below", row.below().stripTrailingZeros().toPlainString());
            desk.ifAvailable(open -> Tenancy.run(Actor.hub(), () -> open.raise(Cause.STOCK_LOW, supplier, null, null, args, null)));
        } else if (row.recovers()) {
            desk.ifAvailable(open -> Tenancy.run(Actor.hub(), () -> open.settled(Cause.STOCK_LOW, row.id().toString())));
        }
    }
}
