package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.Journal.Line;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JournalRepository {
    private static final String INSERT = JournalSql.INSERT + "values (" + JournalSql.ACTOR + """
            :id, :entityType, :entityId, :from, :event, :to, :interchange, :message, cast(:visibleTo as uuid[]), cast(:details as jsonb))
            """;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    JournalRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void insert(List<Line> lines, Instant at) {
        batch.batchUpdate(INSERT, lines.stream().map(line -> parameters(line.entry(), line.actor(), at)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Entry entry, Actor actor, Instant at) {
        return new MapSqlParameterSource(JournalSql.actor(actor, at))
                .addValue("id", Ids.next())
                .addValue("entityType", entry.entityType())
                .addValue("entityId", entry.entityId())
                .addValue("from", entry.from())
                .addValue("event", entry.event())
                .addValue("to", entry.to())
                .addValue("interchange", entry.interchange())
                .addValue("message", entry.message())
                .addValue("visibleTo", Parties.of(entry.visibleTo()))
                .addValue("details", SqlValues.json(details(entry, actor)));
    }

    /** What a person did, she did in certain roles. */
    private static Map<String, String> details(Entry entry, Actor actor) {
        if (actor.as() == null) {
            return entry.details();
        }
        Map<String, String> details = new TreeMap<>(entry.details());
        details.put("as", actor.as());
        return details;
    }

    List<TimelineEntry> timeline(String entityType, UUID entityId) {
        return jdbc.sql("""
                        select t.seq, t.at, t.from_state, t.event, t.to_state, t.actor_name, t.actor_org_id, t.source, t.details,
                               i.id as interchange_id, m.id as message_id, m.type as message_type, m.reference as message_reference,
                               i.control_reference, i.door
                          from state_transition t
                          left join message m on m.id = t.message_id
                          left join interchange i on i.id = coalesce(t.interchange_id, m.interchange_id)
                         where t.entity_type = :entityType and t.entity_id = :entityId
                         order by t.seq
                        """)
                .param("entityType", entityType)
                .param("entityId", entityId)
                .query(JournalRepository::map)
                .list();
    }

    private static TimelineEntry map(ResultSet row, int number) throws SQLException {
        return new TimelineEntry(
                row.getLong("seq"),
                SqlValues.instant(row, "at"),
                row.getString("from_state"),
                row.getString("event"),
                row.getString("to_state"),
                row.getString("actor_name"),
                SqlValues.uuid(row, "actor_org_id"),
                Source.valueOf(row.getString("source")),
                SqlValues.uuid(row, "interchange_id"),
                SqlValues.uuid(row, "message_id"),
                row.getString("message_type"),
                row.getString("message_reference"),
                row.getString("control_reference"),
                row.getString("door"),
                SqlValues.texts(row.getString("details")));
    }
}
