package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.RowParameters;
import io.tradelane.trading.shared.Ids;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for quotation and their lines. Whoever changes a request holds its header row locked; only its buyer and the hub can. */
@Repository
class RfqRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    RfqRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A number that nobody has used: {@code RFQ-2026-00017}. */
    String nextNumber(String prefix, int year) {
        long next = jdbc.sql("select nextval('sourcing_number')").query(Long.class).single();
        return "%s-%d-%05d".formatted(prefix, year, next);
    }

    /** @return whether it is new; {@code false}: the buyer has a request of that number */
    boolean insert(RfqRow rfq) {
        return jdbc.sql("""
                        insert into rfq (id, buyer_org_id, number, title, state, currency, deadline, deadline_zone, requested_delivery, payment_terms,
                            note, sealed, rounds_max, round, rfq_version, reason, document, content_hash, source, interchange_id, message_id,
                            published_at, created_at, updated_at, version)
                        values (:id, :buyerOrgId, :number, :title, :state, :currency, :deadline, :deadlineZone, :requestedDelivery, :paymentTerms,
                            :note, :sealed, :roundsMax, :round, :rfqVersion, :reason, cast(:document as jsonb), :contentHash, :source, :interchangeId,
                            :messageId, :publishedAt, :createdAt, :updatedAt, :version)
                        on conflict (buyer_org_id, number) do nothing
                        """)
                .paramSource(new RowParameters(rfq))
                .update() == 1;
    }

    /** Writes what the buyer may change of it, with the next version. */
    void update(RfqRow rfq) {
        jdbc.sql("""
                        update rfq set title = :title, currency = :currency, deadline = :deadline, deadline_zone = :deadlineZone,
                            requested_delivery = :requestedDelivery, payment_terms = :paymentTerms, note = :note, sealed = :sealed,
                            rounds_max = :roundsMax, rfq_version = :rfqVersion, content_hash = :contentHash, updated_at = :updatedAt, version = version + 1
                        where id = :id
                        """)
                .paramSource(new RowParameters(rfq))
                .update();
    }

    /** @param deadline the one that counts from now on; null: as it was */
    void move(UUID rfq, RfqState to, int round, @Nullable OffsetDateTime deadline, @Nullable String reason, OffsetDateTime now) {
        jdbc.sql("""
                        update rfq set state = :to, round = :round, deadline = coalesce(:deadline, deadline), reason = coalesce(:reason, reason),
                            published_at = case when :to = 'OPEN' then coalesce(published_at, :now) else published_at end,
                            updated_at = :now, version = version + 1
                        where id = :id
                        """)
                .param("id", rfq)
                .param("to", to.name())
                .param("round", round)
                .param("deadline", deadline == null ? null : deadline.withOffsetSameInstant(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", reason)
                .param("now", now)
                .update();
    }

    void insertLines(List<RfqLineRow> lines) {
        batch.batchUpdate("""
                        insert into rfq_line (id, rfq_id, position, line_number, gtin, buyer_article, supplier_article, description, unit, quantity,
                            target_price, target_basis, target_unit, requested_delivery, note, removed)
                        values (:id, :rfqId, :position, :lineNumber, :gtin, :buyerArticle, :supplierArticle, :description, :unit, :quantity,
                            :targetPrice, :targetBasis, :targetUnit, :requestedDelivery, :note, :removed)
                        on conflict (rfq_id, line_number) do update set position = excluded.position, gtin = excluded.gtin,
                            buyer_article = excluded.buyer_article, supplier_article = excluded.supplier_article, description = excluded.description,
                            unit = excluded.unit, quantity = excluded.quantity, target_price = excluded.target_price,
                            target_basis = excluded.target_basis, target_unit = excluded.target_unit, requested_delivery = excluded.requested_delivery,
                            note = excluded.note, removed = excluded.removed
                        """,
                lines.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    /** Whoever quoted on them keeps what was quoted. */
    void removeLines(UUID rfq) {
        jdbc.sql("update rfq_line set removed = true where rfq_id = :rfq").param("rfq", rfq).update();
    }

    Optional<RfqRow> find(UUID id) {
        return jdbc.sql("select * from rfq where id = :id").param("id", id).query(RfqRow.class).optional();
    }

    Optional<RfqRow> lock(UUID id) {
        return jdbc.sql("select * from rfq where id = :id for update").param("id", id).query(RfqRow.class).optional();
    }

    Optional<RfqRow> byNumber(UUID buyer, String number) {
        return jdbc.sql("select * from rfq where buyer_org_id = :buyer and number = :number")
                .param("buyer", buyer)
                .param("number", number)
                .query(RfqRow.class)
                .optional();
    }

    /** What the bidding of has ended by the clock. */
    List<UUID> due(OffsetDateTime now) {
        return jdbc.sql("select id from rfq where state in ('OPEN', 'NEGOTIATING') and deadline <= :now order by deadline limit 100")
                .param("now", now)
                .query(UUID.class)
                .list();
    }

    List<RfqLineRow> lines(UUID rfq) {
        return jdbc.sql("select * from rfq_line where rfq_id = :rfq and not removed order by position")
                .param("rfq", rfq)
                .query(RfqLineRow.class)
                .list();
    }

    /** Those of the suppliers who are not invited yet. */
    List<UUID> invite(RfqRow rfq, Collection<UUID> suppliers) {
        return suppliers.stream()
                .distinct()
                .filter(supplier -> jdbc.sql("""
                                insert into rfq_invitee (id, rfq_id, buyer_org_id, supplier_org_id, state)
                                values (:id, :rfq, :buyer, :supplier, 'INVITED') on conflict (rfq_id, supplier_org_id) do nothing
                                """)
                        .param("id", Ids.next())
                        .param("rfq", rfq.id())
                        .param("buyer", rfq.buyerOrgId())
                        .param("supplier", supplier)
                        .update() == 1)
                .toList();
    }

    /** Those who are left out of a draft. */
    void uninvite(UUID rfq, Collection<UUID> kept) {
        jdbc.sql("delete from rfq_invitee where rfq_id = :rfq and not supplier_org_id = any (cast(:kept as uuid[]))")
                .param("rfq", rfq)
                .param("kept", kept.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** What goes to a supplier, and with which order. */
    void insert(RfqRow rfq, AwardPlan.Part part, UUID order, OffsetDateTime now) {
        jdbc.sql("""
                        insert into rfq_award (id, rfq_id, rfq_line_id, quote_line_id, buyer_org_id, supplier_org_id, quantity, order_id, at)
                        values (:id, :rfq, :line, :offer, :buyer, :supplier, :quantity, :order, :now)
                        """)
                .param("id", Ids.next())
                .param("rfq", rfq.id())
                .param("line", part.line().id())
                .param("offer", part.offer().id())
                .param("buyer", rfq.buyerOrgId())
                .param("supplier", part.bid().quote().supplierOrgId())
                .param("quantity", part.quantity())
                .param("order", order)
                .param("now", now)
                .update();
    }
}
