package io.tradelane.trading.insight;

import io.tradelane.trading.incident.Expected;
import io.tradelane.trading.incident.Obligation.Kind;
import io.tradelane.trading.partner.SqlValues;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how deals stand; each statement is about many. */
@Repository
class DealRepository {
    private static final String TOUCHED = """
            with o as (
              select unnest(cast(:orders as uuid[])) as id
              union select order_id from shipment_order where shipment_id = any(cast(:shipments as uuid[]))
              union select order_id from invoice_line where invoice_id = any(cast(:invoices as uuid[])) and order_id is not null)
            select 'ORDER' as what, id from o
            union select 'INVOICE', invoice_id from invoice_line where order_id in (select id from o)
            union select 'INVOICE', unnest(cast(:invoices as uuid[]))
            """;
    private static final String WITHDRAWN = """
            select id from purchase_order where id = any(cast(:orders as uuid[])) and agreement in ('REJECTED_BY_SUPPLIER', 'CANCELLED')
            union all
            select id from invoice where id = any(cast(:invoices as uuid[])) and status in ('REJECTED', 'CREDITED')
            """;
    /** Days end where the promise was made for; without a zone, at midnight of UTC. */
    private static final String EXPECTED = """
            select 'ORDER_RESPONSE' as kind, id as subject, supplier_org_id as debtor, buyer_org_id as creditor, number, number as deal, id as order_id, created_at as since
              from purchase_order where id = any(cast(:orders as uuid[])) and agreement = 'ISSUED' and kind <> 'BLANKET'
            union all
            select 'DESPATCH_ADVICE', o.id, o.supplier_org_id, o.buyer_org_id, o.number, o.number, o.id,
                   (min(coalesce(l.promised_delivery, l.requested_delivery, o.requested_delivery)) + 1)::timestamp at time zone 'UTC'
              from purchase_order o join po_line l on l.order_id = o.id
             where o.id = any(cast(:orders as uuid[])) and o.agreement in ('CONFIRMED', 'CHANGE_PENDING_BUYER', 'CHANGE_PENDING_SUPPLIER')
               and l.state not in ('REJECTED', 'CANCELLED') and l.shipped_quantity < coalesce(l.confirmed_quantity, l.quantity)
               and coalesce(l.promised_delivery, l.requested_delivery, o.requested_delivery) is not null
             group by o.id
            union all
            select 'RECEIPT_ADVICE', s.id, s.buyer_org_id, s.supplier_org_id, s.number, min(o.number), min(o.id::text)::uuid,
                   coalesce((s.estimated_arrival + 1)::timestamp at time zone 'UTC', s.despatched_at, s.created_at)
              from shipment s join shipment_order x on x.shipment_id = s.id join purchase_order o on o.id = x.order_id
             where x.order_id = any(cast(:orders as uuid[])) and s.state <> 'RECEIVED'
             group by s.id
            union all
            select 'INVOICE', o.id, o.supplier_org_id, o.buyer_org_id, o.number, o.number, o.id, max(coalesce(s.despatched_at, s.created_at))
              from purchase_order o join shipment_order x on x.order_id = o.id join shipment s on s.id = x.shipment_id
             where o.id = any(cast(:orders as uuid[])) and o.billing <> 'INVOICED'
               and exists (select 1 from po_line l where l.order_id = o.id and l.shipped_quantity > l.invoiced_quantity)
             group by o.id
            union all
            select 'PAYMENT', i.id, i.buyer_org_id, i.supplier_org_id, i.number, coalesce(i.order_number, i.number), i.order_id, (i.due_on + 1)::timestamp at time zone 'UTC'
              from invoice i
             where i.id = any(cast(:invoices as uuid[])) and i.kind not in ('CREDIT_NOTE', 'CREDIT') and i.due_on is not null
               and i.status not in ('PAID', 'REJECTED', 'CREDITED')
            """;
    private final JdbcClient jdbc;

    DealRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Touched(Set<UUID> orders, Set<UUID> invoices) {}

    Touched touched(Collection<UUID> orders, Collection<UUID> shipments, Collection<UUID> invoices) {
        Touched touched = new Touched(new HashSet<>(), new HashSet<>());
        jdbc.sql(TOUCHED).param("orders", array(orders)).param("shipments", array(shipments)).param("invoices", array(invoices)).query(row -> {
            (row.getString(1).equals("ORDER") ? touched.orders() : touched.invoices()).add(row.getObject(2, UUID.class));
        });
        return touched;
    }

    List<UUID> withdrawn(Touched touched) {
        return jdbc.sql(WITHDRAWN).params(parameters(touched)).query(UUID.class).list();
    }

    List<Expected> expected(Touched touched) {
        return jdbc.sql(EXPECTED).params(parameters(touched)).query((row, n) -> new Expected(
                Kind.valueOf(row.getString("kind")), row.getObject("subject", UUID.class), row.getObject("debtor", UUID.class),
                row.getObject("creditor", UUID.class), row.getString("number"), row.getString("deal"), SqlValues.uuid(row, "order_id"),
                SqlValues.instant(row, "since"))).list();
    }

    private static Map<String, Object> parameters(Touched touched) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("orders", array(touched.orders()));
        parameters.put("invoices", array(touched.invoices()));
        return parameters;
    }

    private static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
