package io.tradelane.trading.despatch;

import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes and reads goods receipts, and what they say of the shipment's packages. */
@Repository
class ReceiptRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    ReceiptRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    boolean exists(UUID receipt) {
        return jdbc.sql("select count(*) from goods_receipt where id = :id").param("id", receipt).query(Integer.class)
                .single() > 0;
    }

    /** A package line still to be counted. */
    record Uncounted(UUID id, UUID poLineId, BigDecimal shippedQuantity) {}

    List<Uncounted> uncounted(UUID shipment, UUID order) {
        return jdbc.sql("""
                        select id, po_line_id, shipped_quantity from package_line
                        where shipment_id = :shipment and order_id = :order and po_line_id is not null and not counted
                            and not issues @> '["UNIT_DIFFERS"]'
                        order by position
                        """)
                .param("shipment", shipment)
                .param("order", order)
                .query(Uncounted.class)
                .list();
    }

    void insert(GoodsReceipts.Receipt receipt, BookableOrder order, String number, LocalDate receivedOn,
            List<ReceiptLine> lines) {
        Tenancy.Actor actor = Tenancy.current();
        Parties parties = order.parties();
        jdbc.sql("""
                        insert into goods_receipt (id, buyer_org_id, supplier_org_id, order_id, shipment_id, number, received_on,
                            received_by_user, received_by, source, created_at)
                        values (:id, :buyer, :supplier, :order, :shipment, :number, :receivedOn, :user, :name, :source, :now)
                        """)
                .param("id", receipt.requestId())
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("order", order.id())
                .param("shipment", receipt.shipmentId())
                .param("number", number)
                .param("receivedOn", receivedOn)
                .param("user", actor.user())
                .param("name", actor.name())
                .param("source", actor.source().name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (ReceiptLine line : lines) {
            rows.add(new MapSqlParameterSource()
                    .addValue("receipt", receipt.requestId())
                    .addValue("line", line.order().id())
                    .addValue("buyer", parties.buyer())
                    .addValue("supplier", parties.supplier())
                    .addValue("position", rows.size() + 1)
                    .addValue("expected", line.expected())
                    .addValue("accepted", line.counted().accepted())
                    .addValue("damaged", line.counted().damaged())
                    .addValue("unit", line.order().unit())
                    .addValue("difference", line.counted().difference() == null ? null
                            : line.counted().difference().name())
                    .addValue("note", line.counted().note()));
        }
        batch.batchUpdate("""
                        insert into receipt_line (receipt_id, po_line_id, buyer_org_id, supplier_org_id, position, expected_quantity,
                            accepted_quantity, damaged_quantity, unit, difference, note)
                        values (:receipt, :line, :buyer, :supplier, :position, :expected, :accepted, :damaged, :unit, :difference, :note)
                        """,
                rows.toArray(SqlParameterSource[]::new));
    }

    /** What was counted of one package line. */
    record PackageCount(UUID id, BigDecimal received, BigDecimal damaged) {}

    void count(List<PackageCount> counts) {
        batch.batchUpdate("""
                        update package_line set counted = true, received_quantity = received_quantity + :received,
                            damaged_quantity = damaged_quantity + :damaged
                        where id = :id
                        """,
                counts.stream().map(count -> new MapSqlParameterSource()
                                .addValue("id", count.id())
                                .addValue("received", count.received())
                                .addValue("damaged", count.damaged()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** How a shipment's state follows from its lines. */
    record ShipmentMove(String number, String before, String after) {}

    Optional<ShipmentMove> follow(UUID shipment) {
        return jdbc.sql("""
                        update shipment s set version = s.version + 1, state = case when exists (
                                select 1 from package_line l where l.shipment_id = s.id and l.po_line_id is not null and not l.counted)
                            then 'PART_RECEIVED' else 'RECEIVED' end
                        from (select id, state from shipment where id = :id for update) old
                        where s.id = old.id
                        returning s.number, old.state as before, s.state as after
                        """)
                .param("id", shipment)
                .query(ShipmentMove.class)
                .optional();
    }

    List<ReceiptView> ofOrder(UUID order) {
        return jdbc.sql("""
                        select r.*, o.number as order_number, s.number as shipment_number, l.po_line_id, p.line_number, p.description,
                               l.expected_quantity, l.accepted_quantity, l.damaged_quantity, l.unit, l.difference, l.note
                        from goods_receipt r join purchase_order o on o.id = r.order_id left join shipment s on s.id = r.shipment_id
                        join receipt_line l on l.receipt_id = r.id join po_line p on p.id = l.po_line_id
                        where r.order_id = :order order by r.created_at, r.id, l.position
                        """)
                .param("order", order)
                .query((ResultSet rows) -> receipts(rows));
    }

    private static List<ReceiptView> receipts(ResultSet rows) throws SQLException {
        Map<UUID, ReceiptView> receipts = new LinkedHashMap<>();
        while (rows.next()) {
            UUID id = rows.getObject("id", UUID.class);
            ReceiptView receipt = receipts.get(id);
            if (receipt == null) {
                receipt = new ReceiptView(id, rows.getString("number"), rows.getObject("order_id", UUID.class),
                        rows.getString("order_number"),
                        rows.getObject("shipment_id", UUID.class), rows.getString("shipment_number"),
                        rows.getObject("received_on", LocalDate.class),
                        rows.getObject("created_at", OffsetDateTime.class).toInstant(), rows.getString("received_by"),
                        new ArrayList<>());
                receipts.put(id, receipt);
            }
            String difference = rows.getString("difference");
            receipt.lines().add(new ReceiptView.Line(rows.getObject("po_line_id", UUID.class),
                    rows.getString("line_number"),
                    rows.getString("description"), Figures.quantity(rows.getBigDecimal("expected_quantity")),
                    Figures.quantity(rows.getBigDecimal("accepted_quantity")),
                    Figures.quantity(rows.getBigDecimal("damaged_quantity")), rows.getString("unit"),
                    difference == null ? null : GoodsReceipts.Difference.valueOf(difference), rows.getString("note")));
        }
        return List.copyOf(receipts.values());
    }
}
