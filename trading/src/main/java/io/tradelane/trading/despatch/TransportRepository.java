package io.tradelane.trading.despatch;

import io.tradelane.trading.document.TransportStatusDocument.Event;
import io.tradelane.trading.document.TransportStatusDocument.Status;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What carriers report. */
@Repository
class TransportRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    TransportRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param names which of the numbers asked for name it @param orders which of the orders asked for it delivers */
    record Moving(
            UUID id, UUID buyerOrgId, UUID supplierOrgId, String number, Set<String> names, Set<String> orders, Transport transport,
            @Nullable OffsetDateTime transportAt) {

        Moving moved(Transport to, @Nullable OffsetDateTime at) {
            return new Moving(id, buyerOrgId, supplierOrgId, number, names, orders, to, at);
        }
    }

    /** Shipments that one of the numbers names, locked: the supplier's number, the carrier's, that of a package, or of one of the orders. */
    List<Moving> lock(Set<String> numbers, Set<String> orders) {
        return jdbc.sql("""
                        select s.*, array(select p.sscc from package p where p.shipment_id = s.id and p.sscc = any(cast(:numbers as text[]))) as ssccs,
                               array(select o.number from shipment_order so join purchase_order o on o.id = so.order_id
                                      where so.shipment_id = s.id and o.number = any(cast(:orders as text[]))) as orders
                          from shipment s
                         where number = any(cast(:numbers as text[])) or carrier_reference = any(cast(:numbers as text[]))
                            or id in (select shipment_id from package where sscc = any(cast(:numbers as text[])))
                            or id in (select so.shipment_id from purchase_order o join shipment_order so on so.order_id = o.id
                                       where o.number = any(cast(:orders as text[])))
                         order by id for update
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("orders", orders.toArray(String[]::new))
                .query((row, n) -> moving(row, numbers))
                .list();
    }

    private static Moving moving(ResultSet row, Set<String> asked) throws SQLException {
        Set<String> names = new HashSet<>(Arrays.asList((String[]) row.getArray("ssccs").getArray()));
        names.add(row.getString("number"));
        names.add(row.getString("carrier_reference"));
        names.retainAll(asked);
        return new Moving(row.getObject("id", UUID.class), row.getObject("buyer_org_id", UUID.class), row.getObject("supplier_org_id", UUID.class),
                row.getString("number"), names, Set.of((String[]) row.getArray("orders").getArray()), Transport.valueOf(row.getString("transport")), row.getObject("transport_at", OffsetDateTime.class));
    }

    /** @return whether it is news */
    boolean insert(Moving shipment, String consignment, Event event, MessageContext context) {
        OffsetDateTime at = event.at();
        return jdbc.sql("""
                        insert into shipment_event (id, shipment_id, buyer_org_id, supplier_org_id, consignment, status, code, at, zone, place,
                            reason, signed_by, reporter, interchange_id, message_id, recorded_at)
                        values (:id, :shipment, :buyer, :supplier, :consignment, :status, :code, :at, :zone, :place,
                            :reason, :signedBy, :reporter, :interchange, :message, :now)
                        on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("shipment", shipment.id())
                .param("buyer", shipment.buyerOrgId())
                .param("supplier", shipment.supplierOrgId())
                .param("consignment", consignment)
                .param("status", event.status().name())
                .param("code", event.code())
                .param("at", at)
                .param("zone", at == null ? null : at.getOffset().getId())
                .param("place", event.place())
                .param("reason", event.reason())
                .param("signedBy", event.signedBy())
                .param("reporter", Tenancy.current().name())
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("now", OffsetDateTime.now(clock))
                .update() == 1;
    }

    void moved(UUID shipment, Transport transport, @Nullable OffsetDateTime at) {
        jdbc.sql("update shipment set transport = :transport, transport_at = coalesce(:at, transport_at), version = version + 1 where id = :id")
                .param("transport", transport.name())
                .param("at", at)
                .param("id", shipment)
                .update();
    }

    /** By shipment, as they happened. */
    Map<UUID, List<TransportEvent>> events(List<UUID> shipments) {
        record Row(UUID shipment, TransportEvent event) {}
        return jdbc.sql("select * from shipment_event where shipment_id in (:shipments) order by shipment_id, at nulls first, id")
                .param("shipments", shipments)
                .query((row, n) -> new Row(row.getObject("shipment_id", UUID.class), event(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::shipment, Collectors.mapping(Row::event, Collectors.toList())));
    }

    private static TransportEvent event(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        String zone = row.getString("zone");
        return new TransportEvent(row.getString("consignment"), Status.valueOf(row.getString("status")), row.getString("code"),
                at == null || zone == null ? at : at.withOffsetSameInstant(ZoneOffset.of(zone)), row.getString("place"), row.getString("reason"),
                row.getString("signed_by"), row.getString("reporter"), row.getObject("message_id", UUID.class));
    }
}
