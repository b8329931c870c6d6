package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.order.BuyerChange.State;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes that buyers made to their orders. */
@Repository
class BuyerChangeRepository {
    private final JdbcClient jdbc;

    BuyerChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits for the supplier, with what the buyer sent. */
    record Pending(UUID id, String number, boolean cancels, OrderChangeDocument document) {}

    Optional<byte[]> contentHash(UUID order, String key) {
        return jdbc.sql("select content_hash from po_change where order_id = :order and change_key = :key")
                .param("order", order)
                .param("key", key)
                .query(byte[].class)
                .optional();
    }

    /** Of the last change in the buyer's count; empty when none was counted. */
    Optional<Integer> lastSequence(UUID order) {
        return jdbc.sql("select sequence from po_change where order_id = :order and sequence is not null order by sequence desc limit 1")
                .param("order", order)
                .query(Integer.class)
                .optional();
    }

    UUID insert(
            OrderRow order, OrderChangeDocument document, ChangeKey key, boolean cancels, State state, List<RevisedLine> lines,
            MessageContext context, OffsetDateTime now) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into po_change (id, order_id, buyer_org_id, supplier_org_id, proposer, state, base_version, note, proposed_at,
                            decided_at, number, sequence, change_key, cancels, content_hash, document, lines, source, interchange_id, message_id)
                        values (:id, :order, :buyer, :supplier, 'BUYER', :state, :version, :note, :now, :decided, :number, :sequence,
                            :key, :cancels, :hash, cast(:document as jsonb), cast(:lines as jsonb), :source, :interchange, :message)
                        """)
                .param("id", id)
                .param("order", order.id())
                .param("buyer", order.buyerOrgId())
                .param("supplier", order.supplierOrgId())
                .param("state", state.name())
                .param("version", order.orderVersion())
                .param("note", document.reason() != null ? document.reason() : document.note())
                .param("now", now)
                .param("decided", state == State.PENDING ? null : now)
                .param("number", document.number())
                .param("sequence", document.sequence())
                .param("key", key.key())
                .param("cancels", cancels)
                .param("hash", key.contentHash())
                .param("document", DocumentJson.write(document))
                .param("lines", OrderJson.write(lines))
                .param("source", Tenancy.current().source().name())
                .param("interchange", context.interchange())
                .param("message", context.message())
                .update();
        return id;
    }

    int count(UUID order) {
        return jdbc.sql("select count(*) from po_change where order_id = :order and proposer = 'BUYER'").param("order", order).query(Integer.class).single();
    }

    /** What a person said of it, who chose the reason from a list. */
    void because(UUID order, String key, @Nullable CancelReason reason, @Nullable String note) {
        jdbc.sql("update po_change set cancel_reason = :reason, note = :note where order_id = :order and change_key = :key")
                .param("reason", reason == null ? null : reason.name())
                .param("note", note)
                .param("order", order)
                .param("key", key)
                .update();
    }

    Optional<Pending> pending(UUID order) {
        return jdbc.sql("""
                        select id, number, cancels, document from po_change
                        where order_id = :order and proposer = 'BUYER' and state = 'PENDING'
                        """)
                .param("order", order)
                .query((row, n) -> new Pending(row.getObject("id", UUID.class), row.getString("number"), row.getBoolean("cancels"),
                        (OrderChangeDocument) DocumentJson.read(row.getString("document"))))
                .optional();
    }

    void decide(UUID change, State state, List<RevisedLine> lines, @Nullable String reason, OffsetDateTime now) {
        jdbc.sql("""
                        update po_change set state = :state, lines = cast(:lines as jsonb), reason = :reason, decided_at = :now
                        where id = :id
                        """)
                .param("state", state.name())
                .param("lines", OrderJson.write(lines))
                .param("reason", reason)
                .param("now", now)
                .param("id", change)
                .update();
    }

    void withdraw(UUID change, OffsetDateTime now) {
        jdbc.sql("update po_change set state = 'WITHDRAWN', decided_at = :now where id = :id")
                .param("now", now)
                .param("id", change)
                .update();
    }

    /** Oldest first. */
    List<BuyerChange> of(UUID order) {
        return jdbc.sql("select * from po_change where order_id = :order and proposer = 'BUYER' order by proposed_at, id")
                .param("order", order)
                .query((row, n) -> change(row))
                .list();
    }

    private static @Nullable CancelReason reason(@Nullable String code) {
        return code == null ? null : CancelReason.valueOf(code);
    }

    private static BuyerChange change(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new BuyerChange(row.getObject("id", UUID.class), row.getString("number"), row.getObject("sequence", Integer.class),
                row.getBoolean("cancels"), reason(row.getString("cancel_reason")), State.valueOf(row.getString("state")), row.getString("note"), row.getString("reason"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(), decided == null ? null : decided.toInstant(),
                row.getObject("message_id", UUID.class), OrderJson.revisedLines(row.getString("lines")));
    }
}
