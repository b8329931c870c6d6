package io.tradelane.trading.order;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The supplier's answers and the changes they propose. */
@Repository
class ChangeRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ChangeRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    record Response(UUID id, byte @Nullable [] contentHash) {}

    record ChangeRow(UUID id, UUID orderId, @Nullable String note, OffsetDateTime proposedAt) {}

    /** Absent values stay as they are on the line. */
    record ChangeLineRow(
            UUID changeId,
            UUID lineId,
            boolean rejected,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable BigDecimal priceBasis,
            @Nullable String priceUnit,
            @Nullable LocalDate promisedDelivery,
            @Nullable String reason) {

        @Nullable Price price(String currency) {
            return LineRow.priceOf(price, priceBasis, priceUnit, currency);
        }
    }

    Optional<Response> response(UUID order, String number) {
        return jdbc.sql("select id, content_hash from order_response where order_id = :order and number = :number")
                .param("order", order)
                .param("number", number)
                .query(Response.class)
                .optional();
    }

    int responses(UUID order) {
        return jdbc.sql("select count(*) from order_response where order_id = :order").param("order", order)
                .query(Integer.class).single();
    }

    UUID insertResponse(
            OrderRow order, String number, String decision, byte @Nullable [] hash, MessageContext context,
            OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into order_response (id, order_id, buyer_org_id, supplier_org_id, number, decision, content_hash, source,
                            actor, interchange_id, message_id, at)
                        values (:id, :order, :buyer, :supplier, :number, :decision, :hash, :source, :actor, :interchange, :message, :at)
                        """)
                .param("id", id)
                .param("order", order.id())
                .param("buyer", order.buyerOrgId())
                .param("supplier", order.supplierOrgId())
                .param("number", number)
                .param("decision", decision)
                .param("hash", hash)
                .param("source", Tenancy.current().source().name())
                .param("actor", Tenancy.current().name())
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("at", at)
                .update();
        return id;
    }

    void insertChange(OrderRow order, Answer answer, OffsetDateTime now) {
        UUID change = Ids.next();
        jdbc.sql("""
                        insert into po_change (id, order_id, buyer_org_id, supplier_org_id, proposer, state, base_version, note, proposed_at)
                        values (:id, :order, :buyer, :supplier, 'SUPPLIER', 'PENDING', :version, :note, :now)
                        """)
                .param("id", change)
                .param("order", order.id())
                .param("buyer", order.buyerOrgId())
                .param("supplier", order.supplierOrgId())
                .param("version", order.version())
                .param("note", answer.note())
                .param("now", now)
                .update();
        batch.batchUpdate("""
                        insert into po_change_line (change_id, line_id, buyer_org_id, supplier_org_id, rejected, quantity, price,
                            price_basis, price_unit, promised_delivery, reason)
                        values (:change, :line, :buyer, :supplier, :rejected, :quantity, :price, :basis, :unit, :promised, :reason)
                        """,
                answer.lines().stream().map(line ->
                        parameters(change, order, line)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(UUID change, OrderRow order, Answer.LineAnswer line) {
        Price price = line.price();
        return new MapSqlParameterSource()
                .addValue("change", change)
                .addValue("line", line.line().id())
                .addValue("buyer", order.buyerOrgId())
                .addValue("supplier", order.supplierOrgId())
                .addValue("rejected", line.rejected())
                .addValue("quantity", line.quantity())
                .addValue("price", price == null ? null : price.amount().amount())
                .addValue("basis", price == null ? null : price.basis().value())
                .addValue("unit", price == null ? null : price.basis().unit())
                .addValue("promised", line.promised())
                .addValue("reason", line.reason());
    }

    Optional<ChangeRow> pending(UUID order) {
        return jdbc.sql("""
                        select id, order_id, note, proposed_at from po_change
                        where order_id = :order and proposer = 'SUPPLIER' and state = 'PENDING'
                        """)
                .param("order", order)
                .query(ChangeRow.class)
                .optional();
    }

    List<ChangeLineRow> lines(UUID change) {
        return jdbc.sql("select * from po_change_line where change_id = :change").param("change", change)
                .query(ChangeLineRow.class).list();
    }

    void decide(UUID change, String state, @Nullable String reason, OffsetDateTime now) {
        jdbc.sql("update po_change set state = :state, reason = :reason, decided_at = :now where id = :id")
                .param("state", state)
                .param("reason", reason)
                .param("now", now)
                .param("id", change)
                .update();
    }
}
