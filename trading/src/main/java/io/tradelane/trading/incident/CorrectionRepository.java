package io.tradelane.trading.incident;

import io.tradelane.trading.incident.Correction.Status;
import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CorrectionRepository {
    private static final String SELECT = """
            select c.id, c.incident_id, c.original_id, c.organisation_id, c.payload_id, c.status, c.second_person, c.reason, c.findings, c.errors,
                   c.author, c.author_name, c.proposed_at, c.decider_name, c.decided_at, c.decision_reason, c.result_id, c.version
              from correction c
            """;
    private final JdbcClient jdbc;

    CorrectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Correction correction) {
        jdbc.sql("""
                        insert into correction (id, incident_id, original_id, organisation_id, payload_id, status, second_person, reason, findings,
                          errors, author, author_name, proposed_at)
                        values (:id, :incident, :original, :organisation, :payload, 'WAITING', :secondPerson, :reason, cast(:findings as jsonb),
                          :errors, :author, :authorName, :at)
                        """)
                .param("id", correction.id())
                .param("incident", correction.incident())
                .param("original", correction.original())
                .param("organisation", correction.organisation())
                .param("payload", correction.payload())
                .param("secondPerson", correction.secondPerson())
                .param("reason", correction.reason())
                .param("findings", correction.findings())
                .param("errors", correction.errors())
                .param("author", correction.author())
                .param("authorName", correction.authorName())
                .param("at", SqlValues.at(correction.proposedAt()))
                .update();
    }

    /** @param decider as {@link Correction#author} */
    void decide(UUID id, Status status, String decider, String deciderName, @Nullable String reason, @Nullable UUID result, Instant now) {
        jdbc.sql("""
                        update correction set status = :status, decider = :decider, decider_name = :deciderName, decided_at = :at,
                          decision_reason = :reason, result_id = :result, version = version + 1 where id = :id
                        """)
                .param("status", status.name())
                .param("decider", decider)
                .param("deciderName", deciderName)
                .param("at", SqlValues.at(now))
                .param("reason", reason)
                .param("result", result)
                .param("id", id)
                .update();
    }

    Optional<Correction> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id").param("id", id).query(CorrectionRepository::map).optional();
    }

    Optional<Correction> lock(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id for update").param("id", id).query(CorrectionRepository::map).optional();
    }

    boolean waits(UUID incident) {
        return jdbc.sql("select exists (select 1 from correction where incident_id = :id and status = 'WAITING')").param("id", incident).query(Boolean.class).single();
    }

    List<Correction> ofIncident(UUID incident) {
        return jdbc.sql(SELECT + "where c.incident_id = :id order by c.id").param("id", incident).query(CorrectionRepository::map).list();
    }

    List<Correction> ofInterchange(UUID interchange) {
        return jdbc.sql(SELECT + "where c.original_id = :id or c.result_id = :id order by c.id").param("id", interchange).query(CorrectionRepository::map).list();
    }

    List<Correction> list(@Nullable Status status, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                        where (cast(:status as text) is null or c.status = :status) and (cast(:before as uuid) is null or c.id < :before)
                        order by c.id desc limit :limit
                        """)
                .param("status", status == null ? null : status.name())
                .param("before", before)
                .param("limit", limit)
                .query(CorrectionRepository::map)
                .list();
    }

    private static Correction map(ResultSet row, int number) throws SQLException {
        return new Correction(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getObject("original_id", UUID.class),
                SqlValues.uuid(row, "organisation_id"),
                row.getObject("payload_id", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getBoolean("second_person"),
                row.getString("reason"),
                row.getString("findings"),
                row.getInt("errors"),
                row.getString("author"),
                row.getString("author_name"),
                SqlValues.instant(row, "proposed_at"),
                row.getString("decider_name"),
                SqlValues.instantOrNull(row, "decided_at"),
                row.getString("decision_reason"),
                SqlValues.uuid(row, "result_id"),
                row.getInt("version"));
    }
}
