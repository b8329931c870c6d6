package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who set up, changed, allowed or decided what: the lines of the journal that are not about what was exchanged. */
@Service
@Transactional(readOnly = true)
public class AuditTrail {
    private static final String SELECT = """
            select id, entity_type, entity_id, at, from_state, event, to_state, actor_name, actor_org_id, source, visible_to[1] as organisation_id, details
              from state_transition
             where entity_type in ('PARTNER', 'AGREEMENT', 'CHANNEL', 'ALERT_RULE', 'OBLIGATION_TERM', 'CORRECTION_RULE', 'CORRECTION', 'REPLAY',
                   'RETENTION_RULE', 'LEGAL_HOLD', 'RETENTION_RUN', 'PARTY_CHANGE', 'PERSON', 'APPROVAL_POLICY', 'EXPORT')
               and (cast(:type as text) is null or entity_type = :type)
               and (cast(:organisation as uuid) is null or :organisation = any (visible_to))
               and (cast(:from as timestamptz) is null or at >= :from) and (cast(:until as timestamptz) is null or at < :until)
               and (cast(:actor as text) is null or actor_name ilike '%' || :actor || '%')
               and (cast(:before as uuid) is null or id < :before)
             order by id desc limit :limit
            """;
    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What it is about, as the journal names it; a word of these alone is searched for. */
    public enum Subject {
        PARTNER,
        AGREEMENT,
        CHANNEL,
        ALERT_RULE,
        OBLIGATION_TERM,
        CORRECTION_RULE,
        CORRECTION,
        REPLAY,
        RETENTION_RULE,
        LEGAL_HOLD,
        RETENTION_RUN,
        PARTY_CHANGE,
        PERSON,
        APPROVAL_POLICY,
        EXPORT
    }

    /** All null: everything. @param actor part of a name @param until exclusive */
    public record Filter(@Nullable Subject subject, @Nullable UUID organisation, @Nullable String actor, @Nullable Instant from, @Nullable Instant until) {}

    /** @param organisation a company that it is about; null: none */
    public record Line(UUID id, String subject, UUID subjectId, @Nullable UUID organisation, TimelineEntry entry) {}

    /** What the current actor may see, newest first. @throws IllegalArgumentException for a cursor that is none */
    public Page<Line> list(Filter filter, @Nullable String cursor, int size) {
        List<Line> lines = jdbc.sql(SELECT)
                .param("type", filter.subject() == null ? null : filter.subject().name())
                .param("organisation", filter.organisation())
                .param("actor", filter.actor() == null ? null : filter.actor().replaceAll("[\\\\%_]", "\\\\$0"))
                .param("from", SqlValues.atOrNull(filter.from()))
                .param("until", SqlValues.atOrNull(filter.until()))
                .param("before", Cursor.read(cursor))
                .param("limit", size + 1)
                .query(AuditTrail::line)
                .list();
        return Page.of(lines, size, line -> line.id().toString());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Map<String, String> details = SqlValues.texts(row.getString("details"));
        return new Line(row.getObject("id", UUID.class), row.getString("entity_type"), row.getObject("entity_id", UUID.class),
                SqlValues.uuid(row, "organisation_id"),
                new TimelineEntry(0, SqlValues.instant(row, "at"), row.getString("from_state"), row.getString("event"), row.getString("to_state"),
                        row.getString("actor_name"), SqlValues.uuid(row, "actor_org_id"), Source.valueOf(row.getString("source")), null, null, null, null,
                        null, null, details));
    }
}
