package io.tradelane.trading.despatch;

import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportStatusDocument.Event;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transport orders, as commands need them. */
@Repository
class TransportOrderRepository {
    private static final String SELECT = """
            select t.*, array(select n.name from transport_order_name n where n.transport_order_id = t.id and not n.of_order) as shipments,
                   array(select n.name from transport_order_name n where n.transport_order_id = t.id and n.of_order) as orders
              from transport_order t
            """;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    TransportOrderRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    record Standing(
            UUID id, UUID shipper, UUID carrier, String number, TransportOrderStatus status, Transport transport, @Nullable OffsetDateTime transportAt,
            LocalDate issuedOn, @Nullable String carrierReference, @Nullable String reason, int version, TransportInstructionDocument document,
            TransportNames names) {

        Standing moved(Transport to, @Nullable OffsetDateTime at) {
            return new Standing(id, shipper, carrier, number, status, to, at, issuedOn, carrierReference, reason, version, document, names);
        }

        Set<UUID> parties() {
            return Set.of(shipper, carrier);
        }
    }

    Optional<Standing> lock(UUID shipper, UUID carrier, String number) {
        return jdbc.sql(SELECT + "where t.shipper_org_id = :shipper and t.carrier_org_id = :carrier and t.number = :number for update of t")
                .param("shipper", shipper)
                .param("carrier", carrier)
                .param("number", number)
                .query(TransportOrderRepository::map)
                .optional();
    }

    Optional<Standing> lock(UUID id) {
        return jdbc.sql(SELECT + "where t.id = :id for update of t").param("id", id).query(TransportOrderRepository::map).optional();
    }

    /** Those that this carrier was asked for under the number. */
    List<Standing> lockAsked(UUID carrier, String number) {
        return jdbc.sql(SELECT + "where t.carrier_org_id = :carrier and t.number = :number order by t.id for update of t")
                .param("carrier", carrier)
                .param("number", number)
                .query(TransportOrderRepository::map)
                .list();
    }

    /** Those of this company, as shipper or carrier, that one of the numbers names: the shipper's, or the carrier's own. */
    List<Standing> lockNamed(Collection<String> numbers, UUID company) {
        return jdbc.sql(SELECT + """
                        where (t.number = any(cast(:numbers as text[])) or t.carrier_reference = any(cast(:numbers as text[])))
                          and (t.carrier_org_id = :company or t.shipper_org_id = :company) order by t.id for update of t
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("company", company)
                .query(TransportOrderRepository::map)
                .list();
    }

    /** So that one load is offered to one carrier at a time. */
    void lockShipment(UUID shipment) {
        jdbc.sql("select id from shipment where id = :id for update").param("id", shipment).query(UUID.class).optional();
    }

    Optional<UUID> ofRequest(UUID request) {
        return jdbc.sql("select id from transport_order where request_id = :request").param("request", request).query(UUID.class).optional();
    }

    boolean said(UUID order, byte[] hash) {
        return jdbc.sql("select exists (select from transport_order_instruction where transport_order_id = :order and content_hash = :hash)")
                .param("order", order)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void insert(UUID id, TransportInstructionDocument document, UUID shipper, UUID carrier, @Nullable UUID request, MessageContext context) {
        jdbc.sql("""
                        insert into transport_order (id, shipper_org_id, carrier_org_id, number, kind, status, issued_on, document, request_id, interchange_id,
                            message_id, created_at, changed_at)
                        values (:id, :shipper, :carrier, :number, :kind, 'TENDERED', :issued, cast(:document as jsonb), :request, :interchange,
                            :message, :now, :now)
                        """)
                .param("id", id)
                .param("shipper", shipper)
                .param("carrier", carrier)
                .param("number", document.number())
                .param("kind", document.kind().name())
                .param("issued", document.issueDate())
                .param("document", DocumentJson.write(document))
                .param("request", request)
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** What is to be moved is as the document says. */
    void replace(UUID id, TransportInstructionDocument document, MessageContext context) {
        jdbc.sql("""
                        update transport_order set issued_on = :issued, document = cast(:document as jsonb), reason = null,
                            interchange_id = :interchange, message_id = :message where id = :id
                        """)
                .param("issued", document.issueDate())
                .param("document", DocumentJson.write(document))
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("id", id)
                .update();
    }

    void name(UUID id, UUID shipper, UUID carrier, TransportNames names) {
        jdbc.sql("delete from transport_order_name where transport_order_id = :id").param("id", id).update();
        batch.batchUpdate("""
                        insert into transport_order_name (transport_order_id, shipper_org_id, carrier_org_id, of_order, name)
                        values (:id, :shipper, :carrier, :order, :name)
                        """,
                Stream.concat(names.shipments().stream().map(name -> row(id, shipper, carrier).addValue("order", false).addValue("name", name)),
                        names.orders().stream().map(name -> row(id, shipper, carrier).addValue("order", true).addValue("name", name)))
                        .toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(UUID id, UUID shipper, UUID carrier) {
        return new MapSqlParameterSource("id", id).addValue("shipper", shipper).addValue("carrier", carrier);
    }

    void instructed(UUID id, UUID shipper, UUID carrier, byte[] hash) {
        jdbc.sql("""
                        insert into transport_order_instruction (transport_order_id, shipper_org_id, carrier_org_id, content_hash, said_at)
                        values (:id, :shipper, :carrier, :hash, :now)
                        """)
                .param("id", id)
                .param("shipper", shipper)
                .param("carrier", carrier)
                .param("hash", hash)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void status(UUID id, TransportOrderStatus status) {
        jdbc.sql("update transport_order set status = :status, changed_at = :now, version = version + 1 where id = :id")
                .param("status", status.name())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    void answered(UUID id, @Nullable String carrierReference, @Nullable String reason) {
        jdbc.sql("update transport_order set carrier_reference = coalesce(:reference, carrier_reference), reason = :reason where id = :id")
                .param("reference", carrierReference)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** @return whether it is news */
    boolean insert(Standing order, String consignment, Event event, MessageContext context) {
        return jdbc.sql("""
                        insert into transport_order_event (id, transport_order_id, shipper_org_id, carrier_org_id, consignment, status, code, at, place,
                            message_id, recorded_at)
                        values (:id, :order, :shipper, :carrier, :consignment, :status, :code, :at, :place, :message, :now)
                        on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("order", order.id())
                .param("shipper", order.shipper())
                .param("carrier", order.carrier())
                .param("consignment", consignment)
                .param("status", event.status().name())
                .param("code", event.code())
                .param("at", event.at())
                .param("place", event.place())
                .param("message", context.message())
                .param("now", OffsetDateTime.now(clock))
                .update() == 1;
    }

    void moved(UUID id, Transport transport, @Nullable OffsetDateTime at) {
        jdbc.sql("update transport_order set transport = :transport, transport_at = coalesce(:at, transport_at) where id = :id")
                .param("transport", transport.name())
                .param("at", at)
                .param("id", id)
                .update();
    }

    private static Standing map(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class), row.getObject("shipper_org_id", UUID.class), row.getObject("carrier_org_id", UUID.class),
                row.getString("number"), TransportOrderStatus.valueOf(row.getString("status")), Transport.valueOf(row.getString("transport")),
                row.getObject("transport_at", OffsetDateTime.class), row.getObject("issued_on", LocalDate.class), row.getString("carrier_reference"),
                row.getString("reason"), row.getInt("version"), (TransportInstructionDocument) DocumentJson.read(row.getString("document")),
                new TransportNames(names(row, "shipments"), names(row, "orders")));
    }

    private static Set<String> names(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
