package io.tradelane.trading.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be delivered on which day, of the orders that the caller sees. */
@Service
@Transactional(readOnly = true)
public class DeliveryCalendar {
    /** Of one question. */
    public static final int MOST = 2000;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By day; at most {@link #MOST}. @param until inclusive */
    public List<DueDelivery> between(LocalDate from, LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("select o.id as order_id, o.number, l.line_number, coalesce(l.description, l.supplier_article, l.buyer_article, l.gtin) as item, l.unit,"
                        + " coalesce(l.confirmed_quantity, l.quantity) - l.shipped_quantity as open, coalesce(l.promised_delivery, l.requested_delivery) as day,"
                        + " l.promised_delivery is not null as promised" + Companies.COLUMNS + " from po_line l join purchase_order o on o.id = l.order_id" + Companies.JOIN
                        + """
                         where o.agreement in ('ISSUED', 'CONFIRMED', 'CHANGE_PENDING_BUYER', 'CHANGE_PENDING_SUPPLIER') and l.state not in ('REJECTED', 'CANCELLED')
                           and coalesce(l.confirmed_quantity, l.quantity) > l.shipped_quantity and coalesce(l.promised_delivery, l.requested_delivery) between :from and :until
                         order by day, o.number, l.position limit :most
                        """)
                .param("from", from).param("until", until).param("most", MOST)
                .query((row, n) -> {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    return new DueDelivery(row.getObject("order_id", UUID.class), row.getString("number"), Companies.buyer(row), Companies.supplier(row), row.getString("line_number"),
                            row.getString("item"), Figures.quantity(row.getBigDecimal("open")), row.getString("unit"), day, row.getBoolean("promised"), day.isBefore(today));
                })
                .list();
    }
}
