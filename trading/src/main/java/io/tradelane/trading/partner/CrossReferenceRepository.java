package io.tradelane.trading.partner;

import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CrossReferenceRepository {
    private static final String SELECT =
            "select id, organisation_id, kind, theirs, ours, lower(validity) as valid_from, upper(validity) - 1 as valid_until from cross_reference ";
    private static final String GIVEN = """
            unnest(cast(:id as uuid[]), cast(:organisation as uuid[]), cast(:kind as text[]), cast(:theirs as text[]), cast(:ours as text[]),
                   cast(:from as date[]), cast(:until as date[]))
              as g (id, organisation, kind, theirs, ours, valid_from, valid_until)
            """;
    private final JdbcClient jdbc;

    CrossReferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the days they begin on away from what the same codes of theirs meant before. */
    void put(List<CrossReference> references) {
        List<CrossReference> stored = inOrder(references);
        Map<String, Object> given = arrays(references);
        jdbc.sql("delete from cross_reference r using " + GIVEN + """
                         where (r.organisation_id, r.kind, r.theirs) = (g.organisation, g.kind, g.theirs)
                           and lower(r.validity) >= g.valid_from and r.validity && daterange(g.valid_from, g.valid_until, '[]')
                        """).params(given).update();
        jdbc.sql("""
                        update cross_reference r set validity = daterange(lower(r.validity), cut.valid_from)
                          from (select r.id, min(g.valid_from) as valid_from from cross_reference r join
                        """ + GIVEN + """
                                    on (r.organisation_id, r.kind, r.theirs) = (g.organisation, g.kind, g.theirs) and r.validity @> g.valid_from
                                 group by r.id) cut
                         where r.id = cut.id
                        """).params(given).update();
        jdbc.sql("""
                        insert into cross_reference (id, organisation_id, kind, theirs, ours, validity)
                        select g.id, g.organisation, g.kind, g.theirs, g.ours, daterange(g.valid_from, g.valid_until, '[]') from
                        """ + GIVEN).params(arrays(stored)).update();
    }

    /** Of entries about one code, a later one takes its days from those before it. */
    private static List<CrossReference> inOrder(List<CrossReference> references) {
        List<CrossReference> stored = new ArrayList<>();
        for (CrossReference each : references) {
            stored.removeIf(before -> sameCode(before, each) && !before.from().isBefore(each.from())
                    && (each.until() == null || !before.from().isAfter(each.until())));
            stored.replaceAll(before -> sameCode(before, each) && before.from().isBefore(each.from())
                            && (before.until() == null || !before.until().isBefore(each.from()))
                    ? new CrossReference(
                            before.id(), before.organisation(), before.kind(), before.theirs(), before.ours(), before.from(), each.from().minusDays(1))
                    : before);
            stored.add(each);
        }
        return stored;
    }

    private static boolean sameCode(CrossReference one, CrossReference other) {
        return one.organisation().equals(other.organisation()) && one.kind() == other.kind() && one.theirs().equals(other.theirs());
    }

    private static Map<String, Object> arrays(List<CrossReference> references) {
        Map<String, Object> arrays = new HashMap<>();
        arrays.put("id", column(references, reference -> Ids.next()));
        arrays.put("organisation", column(references, CrossReference::organisation));
        arrays.put("kind", column(references, CrossReference::kind));
        arrays.put("theirs", column(references, CrossReference::theirs));
        arrays.put("ours", column(references, CrossReference::ours));
        arrays.put("from", column(references, CrossReference::from));
        arrays.put("until", column(references, CrossReference::until));
        return arrays;
    }

    private static @Nullable String[] column(List<CrossReference> references, Function<CrossReference, @Nullable Object> value) {
        return references.stream().map(value).map(each -> each == null ? null : each.toString()).toArray(String[]::new);
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
