package io.tradelane.trading.requirement;

import io.tradelane.trading.order.RowParameters;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requirements and their lines. Whoever changes one holds its header row locked. */
@Repository
class RequirementRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    RequirementRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A number that nobody has used: {@code PR-2026-00017}. */
    String nextNumber(int year) {
        return "PR-%d-%05d".formatted(year, jdbc.sql("select nextval('requirement_number')").query(Long.class).single());
    }

    /** @return whether it is new; {@code false}: the buyer has a requirement of that number */
    boolean insert(RequirementRow row) {
        return jdbc.sql("""
                        insert into requirement (id, buyer_org_id, number, title, state, currency, need_by, ship_to, note, author_id, author, content_hash, source,
                            created_at, updated_at)
                        values (:id, :buyerOrgId, :number, :title, :state, :currency, :needBy, :shipTo, :note, :authorId, :author, :contentHash, :source,
                            :createdAt, :updatedAt)
                        on conflict (buyer_org_id, number) do nothing
                        """)
                .paramSource(new RowParameters(row)).update() == 1;
    }

    /** Writes what can be written of a draft, with the next version. */
    void update(RequirementRow row) {
        jdbc.sql("""
                        update requirement set title = :title, state = :state, currency = :currency, need_by = :needBy, ship_to = :shipTo, note = :note, reason = null,
                            content_hash = :contentHash, updated_at = :updatedAt, version = version + 1
                         where id = :id
                        """)
                .paramSource(new RowParameters(row)).update();
    }

    void wrote(UUID requirement, String writer) {
        jdbc.sql("update requirement set writers = writers || :writer where id = :id and not :writer = any (writers)").param("id", requirement).param("writer", writer).update();
    }

    boolean isWriter(UUID requirement, String writer) {
        return jdbc.sql("select :writer = any (writers) from requirement where id = :id").param("id", requirement).param("writer", writer).query(Boolean.class).single();
    }

    void move(UUID requirement, RequirementState to, @Nullable String reason, OffsetDateTime now) {
        jdbc.sql("update requirement set state = :to, reason = coalesce(:reason, reason), updated_at = :now, version = version + 1 where id = :id")
                .param("id", requirement).param("to", to.name()).param("reason", reason, Types.VARCHAR).param("now", now).update();
    }

    void insertLines(List<RequirementLineRow> lines) {
        batch.batchUpdate("""
                        insert into requirement_line (id, requirement_id, position, line_number, article, article_id, description, unit, quantity, need_by, ship_to, budget)
                        values (:id, :requirementId, :position, :lineNumber, :article, :articleId, :description, :unit, :quantity, :needBy, :shipTo, :budget)
                        """,
                lines.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    void removeLines(UUID requirement) {
        jdbc.sql("delete from requirement_line where requirement_id = :requirement").param("requirement", requirement).update();
    }

    /** @param article of the catalogue, in place of what was chosen before; null: none */
    boolean choose(UUID requirement, String lineNumber, @Nullable UUID article) {
        return jdbc.sql("update requirement_line set article_id = cast(:article as uuid) where requirement_id = :requirement and line_number = :line and article_id is distinct from cast(:article as uuid)")
                .param("requirement", requirement).param("line", lineNumber).param("article", article).update() == 1;
    }

    Optional<RequirementRow> find(UUID id) {
        return jdbc.sql("select * from requirement where id = :id").param("id", id).query(RequirementRow.class).optional();
    }

    Optional<RequirementRow> lock(UUID id) {
        return jdbc.sql("select * from requirement where id = :id for update").param("id", id).query(RequirementRow.class).optional();
    }

    Optional<RequirementRow> byNumber(UUID buyer, String number) {
        return jdbc.sql("select * from requirement where buyer_org_id = :buyer and number = :number").param("buyer", buyer).param("number", number)
                .query(RequirementRow.class).optional();
    }

    List<RequirementLineRow> lines(UUID requirement) {
        return jdbc.sql("select * from requirement_line where requirement_id = :requirement order by position").param("requirement", requirement)
                .query(RequirementLineRow.class).list();
    }

    /** Of these articles, those that the current actor may see. */
    Set<UUID> seen(Collection<UUID> articles) {
        return articles.isEmpty() ? Set.of() : new HashSet<>(jdbc.sql("select id from article where id in (:ids)").param("ids", articles).query(UUID.class).list());
    }

    /** Links a line to the request's line of the same number. */
    void source(RequirementLineRow line, UUID rfq, OffsetDateTime now) {
        jdbc.sql("""
                        insert into requirement_sourcing (line_id, rfq_line_id, requirement_id, rfq_id, at)
                        select :line, l.id, :requirement, l.rfq_id, :now from rfq_line l where l.rfq_id = :rfq and l.line_number = :number
                        """)
                .param("line", line.id()).param("requirement", line.requirementId()).param("rfq", rfq).param("number", line.lineNumber()).param("now", now).update();
    }

    /** Those of which lines are in a cart. */
    List<UUID> inCart(UUID cart) {
        return jdbc.sql("select distinct l.requirement_id from cart_line k join requirement_line l on l.id = k.requirement_line_id where k.cart_id = :cart order by 1")
                .param("cart", cart).query(UUID.class).list();
    }

    /** Those of which lines are ordered by it. */
    List<UUID> orderedBy(UUID order) {
        return jdbc.sql("""
                        select l.requirement_id from cart c join cart_line k on k.cart_id = c.id join requirement_line l on l.id = k.requirement_line_id where c.order_id = :order
                        union select s.requirement_id from rfq_award a join requirement_sourcing s on s.rfq_line_id = a.rfq_line_id where a.order_id = :order order by 1
                        """)
                .param("order", order).query(UUID.class).list();
    }

    /** Those of which lines are in a request. */
    List<UUID> sourcedBy(UUID rfq) {
        return jdbc.sql("select distinct requirement_id from requirement_sourcing where rfq_id = :rfq order by 1").param("rfq", rfq).query(UUID.class).list();
    }
}
