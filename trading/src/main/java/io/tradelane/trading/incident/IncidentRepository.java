package io.tradelane.trading.incident;

import io.tradelane.trading.incident.Incident.Status;
import io.tradelane.trading.incident.Incidents.Filter;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IncidentRepository {
    private static final String SELECT = """
            select n.id, n.cause, n.status, n.organisation_id, n.interchange_id, n.message_id, n.args, n.detail, n.occurrences, n.assignee_id,
                   n.resubmission_id, n.resolution, n.raised_at, n.last_at, n.closed_at, n.version
              from incident n
            """;
    private final JdbcClient jdbc;

    IncidentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Raised(UUID id, int occurrences) {}

    Raised upsert(NewIncident incident, Instant now) {
        return jdbc.sql("""
                        insert into incident as n (id, cause, status, organisation_id, interchange_id, message_id, args, detail, raised_at, last_at)
                        values (:id, :cause, 'OPEN', :organisation, :interchange, :message, cast(:args as jsonb), :detail, :at, :at)
                        on conflict (cause, interchange_id, message_id, (args ->> 'subject')) where status <> 'CLOSED' do update set
                          occurrences = n.occurrences + 1, last_at = excluded.last_at, detail = excluded.detail, args = excluded.args,
                          status = 'OPEN', version = n.version + 1
                        returning id, occurrences
                        """)
                .param("id", Ids.next())
                .param("cause", incident.cause())
                .param("organisation", incident.organisation())
                .param("interchange", incident.interchange())
                .param("message", incident.message())
                .param("args", SqlValues.json(incident.args()))
                .param("detail", incident.detail())
                .param("at", SqlValues.at(now))
                .query((row, n) -> new Raised(row.getObject(1, UUID.class), row.getInt(2)))
                .single();
    }

    Optional<Incident> find(UUID id) {
        return jdbc.sql(SELECT + "where n.id = :id").param("id", id).query(IncidentRepository::map).optional();
    }

    Optional<Incident> lock(UUID id) {
        return jdbc.sql(SELECT + "where n.id = :id for update").param("id", id).query(IncidentRepository::map).optional();
    }

    List<Incident> list(Filter filter, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                        where (cast(:status as text) is null or n.status = :status)
                          and (cast(:cause as text) is null or n.cause = :cause)
                          and (cast(:organisation as uuid) is null or n.organisation_id = :organisation)
                          and (cast(:assignee as uuid) is null or n.assignee_id = :assignee)
                          and (cast(:before as uuid) is null or n.id < :before)
                        order by n.id desc limit :limit
                        """)
                .param("status", filter.status() == null ? null : filter.status().name())
                .param("cause", filter.cause() == null || filter.cause().isBlank() ? null : filter.cause())
                .param("organisation", filter.organisation())
                .param("assignee", filter.assignee())
                .param("before", before)
                .param("limit", limit)
                .query(IncidentRepository::map)
                .list();
    }

    List<Incident> ofInterchange(UUID interchange) {
        return jdbc.sql(SELECT + "where n.interchange_id = :id order by n.id").param("id", interchange).query(IncidentRepository::map).list();
    }

    List<Incident> notClosed(String cause, UUID interchange, @Nullable UUID message) {
        return jdbc.sql(SELECT + """
                        where n.interchange_id = :interchange and n.cause = :cause and n.status <> 'CLOSED'
                          and (cast(:message as uuid) is null or n.message_id = :message) for update
                        """)
                .param("cause", cause)
                .param("interchange", interchange)
                .param("message", message)
                .query(IncidentRepository::map)
                .list();
    }

    /** Locked. */
    List<Incident> notClosed(String cause) {
        return jdbc.sql(SELECT + "where n.cause = :cause and n.status <> 'CLOSED' order by n.id for update")
                .param("cause", cause)
                .query(IncidentRepository::map)
                .list();
    }

    List<UUID> openOf(String cause) {
        return jdbc.sql("select id from incident where cause = :cause and status = 'OPEN' order by id").param("cause", cause).query(UUID.class).list();
    }

    /** Not closed, of the same cause and company, for the same reason and the same detail where the cause tells them. */
    List<Incident> alike(Incident incident, int limit) {
        return jdbc.sql(SELECT + """
                        where n.cause = :cause and n.status <> 'CLOSED' and n.organisation_id is not distinct from cast(:organisation as uuid)
                          and n.args ->> 'reason' is not distinct from cast(:reason as text) and n.args ->> 'detail' is not distinct from cast(:detail as text)
                          and n.interchange_id is not null
                        order by n.id limit :limit
                        """)
                .param("cause", incident.cause())
                .param("organisation", incident.organisation())
                .param("reason", incident.args().get("reason"))
                .param("detail", incident.args().get("detail"))
                .param("limit", limit)
                .query(IncidentRepository::map)
                .list();
    }

    Map<String, Long> openByCause() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select cause, count(*) from incident where status = 'OPEN' group by cause order by count(*) desc, cause")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    void change(UUID id, Status status, @Nullable String resolution, Instant now) {
        jdbc.sql("""
                        update incident set status = :status, resolution = coalesce(cast(:resolution as text), resolution),
                          closed_at = case when :status = 'CLOSED' then cast(:at as timestamptz) end, version = version + 1 where id = :id
                        """)
                .param("status", status.name())
                .param("resolution", resolution)
                .param("at", SqlValues.at(now))
                .param("id", id)
                .update();
    }

    /** The control reference, blank for none. */
    String reference(@Nullable UUID interchange) {
        return jdbc.sql("select coalesce(control_reference, '') from interchange where id = :id").param("id", interchange).query(String.class).optional().orElse("");
    }

    String organisation(UUID id) {
        return jdbc.sql("select name from organisation where id = :id").param("id", id).query(String.class).single();
    }

    void resubmitted(UUID id, UUID interchange) {
        jdbc.sql("update incident set resubmission_id = :interchange where id = :id").param("interchange", interchange).param("id", id).update();
    }

    void assign(UUID id, @Nullable UUID user) {
        jdbc.sql("update incident set assignee_id = :user, version = version + 1 where id = :id").param("user", user).param("id", id).update();
    }

    private static Incident map(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                row.getString("cause"),
                Status.valueOf(row.getString("status")),
                SqlValues.uuid(row, "organisation_id"),
                SqlValues.uuid(row, "interchange_id"),
                SqlValues.uuid(row, "message_id"),
                SqlValues.texts(row.getString("args")),
                row.getString("detail"),
                row.getInt("occurrences"),
                SqlValues.uuid(row, "assignee_id"),
                SqlValues.uuid(row, "resubmission_id"),
                row.getString("resolution"),
                SqlValues.instant(row, "raised_at"),
                SqlValues.instant(row, "last_at"),
                SqlValues.instantOrNull(row, "closed_at"),
                row.getInt("version"));
    }
}
