package io.tradelane.trading.despatch;

import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.order.Company;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transport orders, as pages and the API show them. */
@Repository
class TransportOrderReader {
    private static final String SELECT = """
            select t.*, s.name as shipper_name, s.name_local as shipper_name_local, s.gln as shipper_gln,
                   c.name as carrier_name, c.name_local as carrier_name_local, c.gln as carrier_gln
              from transport_order t join organisation s on s.id = t.shipper_org_id join organisation c on c.id = t.carrier_org_id
            """;
    /** Which transport order moves which shipment: found when it is asked, for either may come first. */
    private static final String MOVES = """
            with name as (
              select s.id, false as of_order, s.number as name from shipment s where %1$s
              union select s.id, false, s.carrier_reference from shipment s where s.carrier_reference is not null and %1$s
              union select p.shipment_id, false, p.sscc from package p join shipment s on s.id = p.shipment_id where p.sscc is not null and %1$s
              union select so.shipment_id, true, o.number from shipment_order so join shipment s on s.id = so.shipment_id
                      join purchase_order o on o.id = so.order_id where %1$s)
            select distinct n.transport_order_id, s.id, s.number
              from name join transport_order_name n on n.name = name.name and n.of_order = name.of_order
              join shipment s on s.id = name.id and n.shipper_org_id in (s.supplier_org_id, s.buyer_org_id)
             order by n.transport_order_id, s.id
            """;
    private final JdbcClient jdbc;

    TransportOrderReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Moves(UUID order, TransportOrderView.Shipment shipment) {}

    Optional<TransportOrderView> find(UUID id) {
        return moving(jdbc.sql(SELECT + "where t.id = :id").param("id", id).query((row, n) -> map(row)).list()).stream().findFirst();
    }

    /** The latest first. */
    List<TransportOrderView> list(@Nullable String number, @Nullable TransportOrderStatus status, int limit) {
        return moving(jdbc.sql(SELECT + """
                        where (cast(:number as text) is null or t.number = :number or t.carrier_reference = :number)
                          and (cast(:status as text) is null or t.status = :status) order by t.id desc limit :limit
                        """)
                .param("number", number)
                .param("status", status == null ? null : status.name())
                .param("limit", limit)
                .query((row, n) -> map(row))
                .list());
    }

    /** By shipment, the oldest first. */
    Map<UUID, List<TransportOrderView>> ofShipments(List<UUID> shipments) {
        List<Moves> moves = shipments.isEmpty() ? List.of() : moves("s.id = any(cast(:ids as uuid[]))", shipments);
        List<UUID> ids = moves.stream().map(Moves::order).distinct().toList();
        Map<UUID, TransportOrderView> orders = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SELECT + "where t.id = any(cast(:ids as uuid[]))").param("ids", ids.toArray(UUID[]::new)).query((row, n) -> map(row)).list()
                    .forEach(order -> orders.put(order.id(), order));
        }
        Map<UUID, List<TransportOrderView>> found = new LinkedHashMap<>();
        moves.stream().filter(move -> orders.containsKey(move.order()))
                .forEach(move -> found.computeIfAbsent(move.shipment().id(), id -> new ArrayList<>()).add(orders.get(move.order())));
        return found;
    }

    private List<TransportOrderView> moving(List<TransportOrderView> orders) {
        if (orders.isEmpty()) {
            return orders;
        }
        Map<UUID, List<TransportOrderView.Shipment>> moved = moves("""
                        s.id in (select x.id from transport_order_name n join shipment x on not n.of_order and (x.number = n.name or x.carrier_reference = n.name)
                                   where n.transport_order_id = any(cast(:ids as uuid[]))
                                 union select p.shipment_id from transport_order_name n join package p on not n.of_order and p.sscc = n.name
                                   where n.transport_order_id = any(cast(:ids as uuid[]))
                                 union select so.shipment_id from transport_order_name n join purchase_order o on n.of_order and o.number = n.name
                                   join shipment_order so on so.order_id = o.id where n.transport_order_id = any(cast(:ids as uuid[])))
                        """, orders.stream().map(TransportOrderView::id).toList()).stream()
                .collect(Collectors.groupingBy(Moves::order, Collectors.mapping(Moves::shipment, Collectors.toList())));
        return orders.stream().map(order -> order.moving(moved.getOrDefault(order.id(), List.of()))).toList();
    }

    private List<Moves> moves(String which, List<UUID> ids) {
        return jdbc.sql(MOVES.formatted(which))
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new Moves(row.getObject(1, UUID.class), new TransportOrderView.Shipment(row.getObject(2, UUID.class), row.getString(3))))
                .list();
    }

    private static TransportOrderView map(ResultSet row) throws SQLException {
        return new TransportOrderView(
                row.getObject("id", UUID.class), row.getString("number"), TransportInstructionDocument.Kind.valueOf(row.getString("kind")),
                company(row, "shipper"), company(row, "carrier"), TransportOrderStatus.valueOf(row.getString("status")),
                Transport.valueOf(row.getString("transport")), (TransportInstructionDocument) DocumentJson.read(row.getString("document")),
                row.getString("carrier_reference"), row.getString("reason"), row.getObject("message_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"), List.of());
    }

    private static Company company(ResultSet row, String role) throws SQLException {
        return new Company(row.getObject(role + "_org_id", UUID.class), row.getString(role + "_name"), row.getString(role + "_name_local"),
                row.getString(role + "_gln"));
    }
}
