package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.ShipmentView.Issue;
import io.tradelane.trading.order.Companies;
import io.tradelane.trading.order.Figures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads shipments with their packages. */
@Repository
class ShipmentReader {
    private static final String SHIPMENT = "select o.*" + Companies.COLUMNS + " from shipment o" + Companies.JOIN;
    private final JdbcClient jdbc;
    private final TransportRepository transports;

    ShipmentReader(JdbcClient jdbc, TransportRepository transports) {
        this.jdbc = jdbc;
        this.transports = transports;
    }

    Optional<ShipmentView> find(UUID id) {
        return read(SHIPMENT + "where o.id = :id", id).stream().findFirst();
    }

    List<ShipmentView> ofOrder(UUID order) {
        return read(SHIPMENT + "where o.id in (select shipment_id from shipment_order where order_id = :id) order by o.id", order);
    }

    private List<ShipmentView> read(String sql, UUID id) {
        List<ShipmentView> shipments = jdbc.sql(sql).param("id", id).query((row, n) -> header(row)).list();
        if (shipments.isEmpty()) {
            return shipments;
        }
        List<UUID> ids = shipments.stream().map(ShipmentView::id).toList();
        Map<UUID, List<Unit>> units = units(ids);
        Map<UUID, List<Contained>> lines = lines(ids);
        Map<UUID, List<Ordered>> orders = orders(ids);
        Map<UUID, List<TransportEvent>> events = transports.events(ids);
        return shipments.stream()
                .map(shipment -> filled(shipment,
                        orders.getOrDefault(shipment.id(), List.of()).stream().map(Ordered::link).toList(),
                        events.getOrDefault(shipment.id(), List.of()),
                        units.getOrDefault(shipment.id(), List.of()).stream().map(unit -> unit.filled(lines)).toList()))
                .toList();
    }

    private static ShipmentView header(ResultSet row) throws SQLException {
        return new ShipmentView(
                row.getObject("id", UUID.class), row.getString("number"), Companies.buyer(row),
                Companies.supplier(row), List.of(),
                ShipmentView.State.valueOf(row.getString("state")), Transport.valueOf(row.getString("transport")), instant(row, "despatched_at"),
                row.getObject("estimated_arrival", LocalDate.class), row.getString("carrier"),
                row.getString("carrier_reference"),
                row.getObject("interchange_id", UUID.class), row.getObject("message_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("version"), List.of(), List.of());
    }

    private static ShipmentView filled(ShipmentView s, List<ShipmentView.OrderLink> orders,
            List<TransportEvent> events, List<ShipmentView.Package> packages) {
        return new ShipmentView(s.id(), s.number(), s.buyer(), s.supplier(), orders, s.state(), s.transport(), s.despatchedAt(),
                s.estimatedArrival(),
                s.carrier(), s.carrierReference(), s.interchange(), s.message(), s.createdAt(), s.version(), events, packages);
    }

    private record Ordered(UUID shipmentId, ShipmentView.OrderLink link) {}

    private Map<UUID, List<Ordered>> orders(List<UUID> shipments) {
        return jdbc.sql("""
                        select so.shipment_id, p.id, p.number from shipment_order so join purchase_order p on p.id = so.order_id
                        where so.shipment_id in (:shipments) order by p.id
                        """)
                .param("shipments", shipments)
                .query((row, n) -> new Ordered(row.getObject(1, UUID.class),
                        new ShipmentView.OrderLink(row.getObject(2, UUID.class), row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Ordered::shipmentId));
    }

    private record Unit(UUID shipmentId, ShipmentView.Package unit) {

        ShipmentView.Package filled(Map<UUID, List<Contained>> lines) {
            return new ShipmentView.Package(unit.id(), unit.position(), unit.sscc(), unit.packageType(), unit.issues(),
                    lines.getOrDefault(unit.id(), List.of()).stream().map(Contained::line).toList(), unit.parent());
        }
    }

    private Map<UUID, List<Unit>> units(List<UUID> shipments) {
        return jdbc.sql("select * from package where shipment_id in (:shipments) order by shipment_id, position")
                .param("shipments", shipments)
                .query((row, n) -> new Unit(row.getObject("shipment_id", UUID.class),
                        new ShipmentView.Package(row.getObject("id", UUID.class), row.getInt("position"),
                                row.getString("sscc"),
                                row.getString("package_type"), issues(row.getString("issues")), List.of(), row.getObject("parent_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Unit::shipmentId));
    }

    private record Contained(UUID packageId, ShipmentView.Line line) {}

    private Map<UUID, List<Contained>> lines(List<UUID> shipments) {
        return jdbc.sql("select * from package_line where shipment_id in (:shipments) order by shipment_id, position")
                .param("shipments", shipments)
                .query((row, n) -> new Contained(row.getObject("package_id", UUID.class), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Contained::packageId));
    }

    private static ShipmentView.Line line(ResultSet row) throws SQLException {
        return new ShipmentView.Line(row.getObject("id", UUID.class), row.getObject("po_line_id", UUID.class),
                row.getString("order_number"), row.getString("order_line_number"), row.getString("gtin"),
                row.getString("supplier_article"), row.getString("buyer_article"), row.getString("description"),
                Figures.quantity(row.getBigDecimal("shipped_quantity")),
                Figures.quantity(row.getBigDecimal("received_quantity")),
                Figures.quantity(row.getBigDecimal("damaged_quantity")),
                row.getString("unit"), row.getString("batch"), row.getObject("best_before", LocalDate.class),
                issues(row.getString("issues")), List.of((String[]) row.getArray("serials").getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** A JSON array of names of constants. */
    private static List<Issue> issues(String json) {
        return Arrays.stream(Issue.values()).filter(issue -> json.contains('"' + issue.name() + '"')).toList();
    }
}
