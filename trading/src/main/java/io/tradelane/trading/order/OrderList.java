package io.tradelane.trading.order;

import io.tradelane.trading.order.OrderFilter.Tab;
import io.tradelane.trading.partner.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of orders: a page by keyset, and how many orders each tab has. */
@Repository
class OrderList {
    private static final Map<Tab, String> TABS = new EnumMap<>(Map.of(
            Tab.ALL, "true",
            Tab.NEEDS_ACTION, """
                    (o.agreement in ('ISSUED', 'CHANGE_PENDING_SUPPLIER', 'CANCEL_PENDING') and o.supplier_org_id = :viewer
                     or o.agreement in ('CHANGE_PENDING_BUYER', 'REJECTED_BY_SUPPLIER') and o.buyer_org_id = :viewer)
                    """,
            Tab.AWAITING_CONFIRMATION, "o.agreement = 'ISSUED'",
            Tab.IN_TRANSIT, "o.fulfilment in ('PART_SHIPPED', 'SHIPPED') and o.agreement not in ('CANCELLED', 'CLOSED', 'COMPLETED')",
            Tab.LATE, "o.next_delivery < :today and o.agreement in ('ISSUED', 'CONFIRMED', 'CHANGE_PENDING_BUYER', 'CHANGE_PENDING_SUPPLIER')"));
    /** {@link Tab#NEEDS_ACTION} for whoever sees the orders of all. */
    private static final String NEEDS_ACTION_OF_ANY = "o.agreement in ('ISSUED', 'CHANGE_PENDING_SUPPLIER', 'CANCEL_PENDING', 'CHANGE_PENDING_BUYER', 'REJECTED_BY_SUPPLIER')";
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    OrderPage page(OrderFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        int limit = Math.clamp(filter.limit(), 1, 200);
        List<OrderSummary> orders = jdbc.sql("select o.*" + Companies.COLUMNS + ", " + TABS.get(Tab.LATE)
                + " as late from purchase_order o"
                        + Companies.JOIN + "where " + conditions + " and " + tab(filter.tab(), parameters)
                        + (filter.before() == null ? "" : " and o.id < :before") + " order by o.id desc limit "
                        + (limit + 1))
                .params(parameters)
                .query(OrderList::summary)
                .list();
        boolean more = orders.size() > limit;
        List<OrderSummary> page = more ? orders.subList(0, limit) : orders;
        return new OrderPage(List.copyOf(page), more ? page.getLast().id() : null, counts(from(filter), conditions, parameters));
    }

    int count(OrderFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        return jdbc.sql("select count(*) from purchase_order o" + from(filter) + "where " + conditions + " and " + tab(filter.tab(), parameters))
                .params(parameters).query(Integer.class).single();
    }

    private static String tab(Tab tab, Map<String, Object> parameters) {
        return tab == Tab.NEEDS_ACTION && parameters.get("viewer") == null ? NEEDS_ACTION_OF_ANY : TABS.get(tab);
    }

    /** Each order has its companies: to count, they are read only where their names are asked for. */
    private static String from(OrderFilter filter) {
        return filter.text() == null ? " " : Companies.JOIN;
    }

    private Map<Tab, Integer> counts(String companies, String conditions, Map<String, Object> parameters) {
        StringBuilder columns = new StringBuilder();
        for (Tab tab : Tab.values()) {
            columns.append(columns.isEmpty() ? "" : ", ").append("count(*) filter (where ").append(tab(tab, parameters))
                    .append(") as ").append(tab);
        }
        return jdbc.sql("select " + columns + " from purchase_order o" + companies + "where " + conditions)
                .params(parameters)
                .query((row, n) -> {
                    Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
                    for (Tab tab : Tab.values()) {
                        counts.put(tab, row.getInt(tab.name()));
                    }
                    return counts;
                })
                .single();
    }

    private String conditions(OrderFilter filter, Map<String, Object> parameters) {
        UUID viewer = Tenancy.current().scope() == Tenancy.Scope.ORGANISATION ? Tenancy.current().organisation() : null;
        parameters.put("viewer", viewer);
        parameters.put("today", LocalDate.now(clock));
        parameters.put("before", filter.before());
        // Row-level security says the same of the viewer; said again here, an index answers it.
        StringBuilder conditions = new StringBuilder(viewer == null ? "true"
                : "(o.buyer_org_id = :viewer or o.supplier_org_id = :viewer)");
        if (filter.text() != null && !filter.text().isBlank()) {
            parameters.put("text", "%" + filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_",
                    "\\_") + "%");
            conditions.append("""
                     and (o.number ilike :text or o.supplier_order_number ilike :text or b.name ilike :text or b.name_local ilike :text
                         or s.name ilike :text or s.name_local ilike :text
                         or exists (select 1 from po_line l where l.order_id = o.id and (l.gtin ilike :text or l.buyer_article ilike :text
                             or l.supplier_article ilike :text or l.description ilike :text)))
                    """);
        }
        if (filter.buyer() != null) {
            parameters.put("buyer", filter.buyer());
            conditions.append(" and o.buyer_org_id = :buyer");
        }
        if (filter.supplier() != null) {
            parameters.put("supplier", filter.supplier());
            conditions.append(" and o.supplier_org_id = :supplier");
        }
        if (filter.agreement() != null) {
            parameters.put("agreement", filter.agreement().name());
            conditions.append(" and o.agreement = :agreement");
        }
        return conditions.toString();
    }

    private static OrderSummary summary(ResultSet row, int number) throws SQLException {
        return new OrderSummary(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Companies.buyer(row),
                Companies.supplier(row),
                row.getObject("issued_on", LocalDate.class),
                Figures.money(row.getBigDecimal("net_total"), row.getString("currency")),
                row.getObject("next_delivery", LocalDate.class),
                row.getBoolean("late"),
                status(row),
                row.getInt("line_count"),
                row.getInt("issue_count"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static OrderStatus status(ResultSet row) throws SQLException {
        return new OrderStatus(
                OrderStatus.Approval.valueOf(row.getString("approval")),
                Agreement.valueOf(row.getString("agreement")),
                OrderStatus.Fulfilment.valueOf(row.getString("fulfilment")),
                OrderStatus.Billing.valueOf(row.getString("billing")),
                OrderStatus.Payment.valueOf(row.getString("payment")),
                OrderStatus.Transmission.valueOf(row.getString("transmission")));
    }
}
