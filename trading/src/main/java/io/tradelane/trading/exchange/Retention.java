package io.tradelane.trading.exchange;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long what came and went is kept, and what must not be deleted; acting needs scope OPERATOR or HUB. */
@Service
@Transactional
public class Retention {
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Retention(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param held whether something forbids to delete it @param archivedAt when its bytes were moved @param deletedAt when they were deleted */
    public record Kept(@Nullable Instant until, boolean held, @Nullable Instant archivedAt, @Nullable Instant deletedAt) {}

    /** How much is where, and how much may be deleted. */
    public record Figures(long hot, long hotBytes, long archived, long archivedBytes, long deleted) {}

    /** Adds it, or takes the place of the one for the same partner and type. @return its id */
    public UUID put(RetentionRule rule) {
        UUID id = jdbc.sql("""
                        insert into retention_rule (id, partner_org_id, document_type, years) values (:id, :partner, :type, :years)
                        on conflict (partner_org_id, document_type) do update set years = excluded.years returning id
                        """)
                .param("id", Ids.next())
                .param("partner", rule.partner())
                .param("type", rule.type() == null ? null : rule.type().name())
                .param("years", rule.years())
                .query(UUID.class)
                .single();
        record("RETENTION_RULE", id, "SET", Map.of("years", Integer.toString(rule.years())));
        return id;
    }

    /** @return whether there was one */
    public boolean remove(UUID rule) {
        boolean removed = jdbc.sql("delete from retention_rule where id = :id").param("id", rule).update() > 0;
        if (removed) {
            record("RETENTION_RULE", rule, "REMOVED", Map.of());
        }
        return removed;
    }

    @Transactional(readOnly = true)
    public List<RetentionRule> rules() {
        return jdbc.sql("select id, partner_org_id, document_type, years from retention_rule order by partner_org_id nulls first, document_type nulls first")
                .query((row, n) -> {
                    String type = row.getString("document_type");
                    return new RetentionRule(row.getObject("id", UUID.class), SqlValues.uuid(row, "partner_org_id"),
                            type == null ? null : DocumentType.valueOf(type), row.getInt("years"));
                })
                .list();
    }

    /** At least one of partner, interchange and number is given. */
    public UUID hold(@Nullable UUID partner, @Nullable UUID interchange, @Nullable String number, String reason) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into legal_hold (id, partner_org_id, interchange_id, document_number, reason, set_by, set_at)
                        values (:id, :partner, :interchange, :number, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("partner", partner)
                .param("interchange", interchange)
                .param("number", number)
                .param("reason", reason)
                .param("by", Tenancy.current().name())
                .param("at", SqlValues.at(clock.instant()))
                .update();
        record("LEGAL_HOLD", id, "SET", Map.of("reason", reason));
        return id;
    }

    /** @return whether it held until now */
    public boolean lift(UUID hold, String reason) {
        boolean lifted = jdbc.sql("update legal_hold set lifted_by = :by, lifted_at = :at where id = :id and lifted_at is null")
                .param("by", Tenancy.current().name())
                .param("at", SqlValues.at(clock.instant()))
                .param("id", hold)
                .update() > 0;
        if (lifted) {
            record("LEGAL_HOLD", hold, "LIFTED", Map.of("reason", reason));
        }
        return lifted;
    }

    /** Those that hold first. */
    @Transactional(readOnly = true)
    public List<LegalHold> holds() {
        return jdbc.sql("""
                        select id, partner_org_id, interchange_id, document_number, reason, set_by, set_at, lifted_by, lifted_at from legal_hold
                         order by lifted_at desc nulls first, id desc limit 500
                        """)
                .query(Retention::hold)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> of(UUID interchange) {
        return jdbc.sql("""
                        select interchange_keep_until(i.id) as until, interchange_held(i.id) as held, p.archived_at, p.deleted_at
                          from interchange i join payload p on p.id = i.payload_id where i.id = :id
                        """)
                .param("id", interchange)
                .query((row, n) -> new Kept(SqlValues.instantOrNull(row, "until"), row.getBoolean("held"), SqlValues.instantOrNull(row, "archived_at"),
                        SqlValues.instantOrNull(row, "deleted_at")))
                .optional();
    }

    @Transactional(readOnly = true)
    public Figures figures() {
        return jdbc.sql("""
                        select count(*) filter (where archived_at is null and deleted_at is null), coalesce(sum(size) filter (where archived_at is null and deleted_at is null), 0),
                               count(*) filter (where archived_at is not null and deleted_at is null), coalesce(sum(size) filter (where archived_at is not null and deleted_at is null), 0),
                               count(deleted_at) from payload
                        """)
                .query((row, n) -> new Figures(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }

    private static LegalHold hold(ResultSet row, int number) throws SQLException {
        return new LegalHold(row.getObject("id", UUID.class), SqlValues.uuid(row, "partner_org_id"), SqlValues.uuid(row, "interchange_id"),
                row.getString("document_number"), row.getString("reason"), row.getString("set_by"), SqlValues.instant(row, "set_at"),
                row.getString("lifted_by"), SqlValues.instantOrNull(row, "lifted_at"));
    }

    private void record(String entity, UUID id, String event, Map<String, String> details) {
        journal.record(new Entry(entity, id, null, event, null, null, null, Set.of(), details));
    }
}
