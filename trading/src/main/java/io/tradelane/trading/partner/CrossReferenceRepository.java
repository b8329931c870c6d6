package io.tradelane.trading.partner;

import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CrossReferenceRepository {
    private static final String SELECT =
            "select id, organisation_id, kind, theirs, ours, lower(validity) as valid_from, upper(validity) - 1 as valid_until from cross_reference ";
    private final JdbcClient jdbc;

    CrossReferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the day it begins on away from what {@code theirs} meant before. */
    UUID put(CrossReference reference) {
        jdbc.sql("""
                        delete from cross_reference where organisation_id = :organisation and kind = :kind and theirs = :theirs
                           and lower(validity) >= :from and validity && daterange(:from, cast(:until as date), '[]')
                        """)
                .params(key(reference))
                .param("until", reference.until())
                .update();
        jdbc.sql("""
                        update cross_reference set validity = daterange(lower(validity), :from)
                         where organisation_id = :organisation and kind = :kind and theirs = :theirs and validity @> cast(:from as date)
                        """)
                .params(key(reference))
                .update();
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into cross_reference (id, organisation_id, kind, theirs, ours, validity)
                        values (:id, :organisation, :kind, :theirs, :ours, daterange(:from, cast(:until as date), '[]'))
                        """)
                .param("id", id)
                .params(key(reference))
                .param("ours", reference.ours())
                .param("until", reference.until())
                .update();
        return id;
    }

    private static Map<String, Object> key(CrossReference reference) {
        return Map.of(
                "organisation", reference.organisation(), "kind", reference.kind().name(), "theirs", reference.theirs(), "from", reference.from());
    }

    boolean delete(UUID organisation, UUID id) {
        return jdbc.sql("delete from cross_reference where id = :id and organisation_id = :organisation")
                        .param("id", id)
                        .param("organisation", organisation)
                        .update() == 1;
    }

    List<CrossReference> list(UUID organisation) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation order by kind, theirs, validity")
                .param("organisation", organisation)
                .query(CrossReferenceRepository::map)
                .list();
    }

    List<CrossReference> on(UUID organisation, LocalDate day) {
        return jdbc.sql(SELECT + "where organisation_id = :organisation and validity @> cast(:day as date) order by created_at, id")
                .param("organisation", organisation)
                .param("day", day)
                .query(CrossReferenceRepository::map)
                .list();
    }

    private static CrossReference map(ResultSet row, int number) throws SQLException {
        return new CrossReference(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                CrossReference.Kind.valueOf(row.getString("kind")),
                row.getString("theirs"),
                row.getString("ours"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
