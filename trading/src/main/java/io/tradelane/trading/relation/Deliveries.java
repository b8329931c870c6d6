package io.tradelane.trading.relation;

import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How suppliers have kept the caller's own days: those of its orders of the last twelve months, and of nobody else's. */
@Service
@Transactional(readOnly = true)
public class Deliveries {
    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param due lines of orders whose day has come
     * @param onTime those of them of which all was received by that day: the one promised, else the one asked for
     */
    public record Kept(int due, int onTime) {
        public static final Kept NONE = new Kept(0, 0);

        /** 0 to 1; null: no line was due. */
        public @Nullable Double share() {
            return due == 0 ? null : (double) onTime / due;
        }
    }

    /** By supplier. A line of which nothing is counted, though something is under way, does not speak against anybody: perhaps nobody counts here. */
    public Map<UUID, Kept> bySupplier() {
        Map<UUID, Kept> kept = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("""
                        select supplier_org_id, count(*) as due, count(*) filter (where whole and last_day <= due_day) as on_time
                          from (select o.supplier_org_id, coalesce(l.promised_delivery, l.requested_delivery, o.requested_delivery) as due_day,
                                       l.counted_quantity >= coalesce(l.confirmed_quantity, l.quantity) as whole, max(g.received_on) as last_day
                                  from purchase_order o join po_line l on l.order_id = o.id
                                  left join receipt_line r on r.po_line_id = l.id left join goods_receipt g on g.id = r.receipt_id
                                 where o.buyer_org_id = :own and o.agreement in ('CONFIRMED', 'COMPLETED') and l.state <> 'CANCELLED' and l.state <> 'REJECTED'
                                   and o.issued_on >= :since
                                 group by o.id, l.id having max(g.received_on) is not null or l.shipped_quantity = 0) lines
                         where due_day is not null and (due_day < :today or whole) group by 1
                        """)
                .param("own", Tenancy.current().organisation()).param("since", today.minusYears(1)).param("today", today)
                .query(row -> {
                    kept.put(row.getObject(1, UUID.class), new Kept(row.getInt("due"), row.getInt("on_time")));
                });
        return kept;
    }
}
