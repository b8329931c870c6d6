package io.tradelane.trading.inventory;

import io.tradelane.trading.exchange.IncidentDesk;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.partner.SqlValues;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds up all movements and holds the sums against what stands. What differs is an incident of its company, which closes by itself when it does no more. */
@Service
@Transactional
public class StockCheck {
    private final JdbcClient jdbc;
    private final ObjectProvider<IncidentDesk> desk;
    private final Clock clock;

    StockCheck(JdbcClient jdbc, ObjectProvider<IncidentDesk> desk, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.clock = clock;
    }

    private record Found(UUID orgId, int wrong) {}

    /** For an actor of scope HUB. @param organisation {@code null}: all */
    public void run(@Nullable UUID organisation) {
        jdbc.sql("""
                        insert into stock_check (org_id, checked_at, balances, wrong)
                        select b.org_id, :now, count(*), count(*) filter (where (b.on_hand, b.reserved, b.in_transit)
                                is distinct from (coalesce(m.on_hand, 0), coalesce(m.reserved, 0), coalesce(m.in_transit, 0)))
                          from stock_balance b
                          left join (select warehouse_id, item_id, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(in_transit) as in_transit
                                       from stock_movement where cast(:organisation as uuid) is null or org_id = cast(:organisation as uuid) group by 1, 2) m
                            on m.warehouse_id = b.warehouse_id and m.item_id = b.item_id
                         where cast(:organisation as uuid) is null or b.org_id = cast(:organisation as uuid)
                         group by b.org_id
                        on conflict (org_id) do update set checked_at = excluded.checked_at, balances = excluded.balances, wrong = excluded.wrong
                        returning org_id, wrong
                        """)
                .param("now", SqlValues.at(clock.instant())).param("organisation", organisation).query(Found.class).list()
                .forEach(found -> desk.ifAvailable(incidents -> tell(incidents, found)));
    }

    private static void tell(IncidentDesk incidents, Found found) {
        String subject = "stock:" + found.orgId;
        if (found.wrong > 0) {
            incidents.raise(Cause.STOCK_DIFFERS, found.orgId, null, null, Map.of("subject", subject, "count", String.valueOf(found.wrong)), null);
        } else {
            incidents.settled(Cause.STOCK_DIFFERS, subject);
        }
    }
}
