package io.tradelane.trading.cart;

import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.order.CancelReason;
import io.tradelane.trading.order.ChangeDraft;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of the buyer's own that wait for approval, one for each order. */
@Repository
class ChangeDrafts {
    private final JdbcClient jdbc;

    ChangeDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param owner who wants it */
    record Kept(OrderChangeDocument document, @Nullable CancelReason reason, String owner) {}

    void keep(UUID buyer, ChangeDraft.Drafted draft, String owner, OffsetDateTime now) {
        jdbc.sql("""
                        insert into po_change_draft (order_id, buyer_org_id, document, cancel_reason, owner_name, created_at)
                        values (:order, :buyer, cast(:document as jsonb), :reason, :owner, :now)
                        on conflict (order_id) do update set document = excluded.document, cancel_reason = excluded.cancel_reason, owner_name = excluded.owner_name,
                            created_at = excluded.created_at
                        """)
                .param("order", draft.order()).param("buyer", buyer).param("document", DocumentJson.write(draft.document()))
                .param("reason", draft.reason() == null ? null : draft.reason().name()).param("owner", owner).param("now", now).update();
    }

    Optional<Kept> find(UUID order) {
        return jdbc.sql("select document, cancel_reason, owner_name from po_change_draft where order_id = :order").param("order", order)
                .query((row, n) -> {
                    String reason = row.getString("cancel_reason");
                    return new Kept((OrderChangeDocument) DocumentJson.read(row.getString("document")), reason == null ? null : CancelReason.valueOf(reason), row.getString("owner_name"));
                })
                .optional();
    }

    void remove(UUID order) {
        jdbc.sql("delete from po_change_draft where order_id = :order").param("order", order).update();
    }
}
