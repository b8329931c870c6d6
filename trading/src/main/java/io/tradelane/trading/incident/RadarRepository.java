package io.tradelane.trading.incident;

import io.tradelane.trading.incident.Obligation.Kind;
import io.tradelane.trading.incident.Obligation.State;
import io.tradelane.trading.incident.Radar.Filter;
import io.tradelane.trading.incident.Radar.Term;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RadarRepository {
    private static final String SELECT = "select " + ObligationRepository.COLUMNS + " from obligation b ";
    private static final Map<State, String> WHERE = Map.of(
            State.LATE, "b.closed_at is null and b.due_at <= :now and coalesce(b.snoozed_until, '-infinity') <= :now",
            State.OPEN, "b.closed_at is null",
            State.SNOOZED, "b.closed_at is null and b.snoozed_until > :now",
            State.CLOSED, "b.closed_at is not null");
    private static final String FILTER = """
             and (cast(:kind as text) is null or b.kind = :kind)
             and (cast(:partner as uuid) is null or b.debtor_org_id = :partner or b.creditor_org_id = :partner)
             and (cast(:number as text) is null or b.number = :number or b.deal = :number)
            """;
    private final JdbcClient jdbc;

    RadarRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String cursor(State state, Obligation last) {
        Instant at = state == State.CLOSED ? last.closedAt() : last.dueAt();
        return at + "_" + last.id();
    }

    /** @throws IllegalArgumentException for a cursor that is none of ours */
    List<Obligation> list(Filter filter, @Nullable String cursor, Instant now, int limit) {
        boolean closed = filter.state() == State.CLOSED;
        String after = cursor == null || cursor.isBlank() ? "" : closed ? " and (b.closed_at, b.id) < (:at, cast(:after as uuid))"
                : " and (b.due_at, b.id) > (:at, cast(:after as uuid))";
        String order = closed ? " order by b.closed_at desc, b.id desc limit :limit" : " order by b.due_at, b.id limit :limit";
        var query = jdbc.sql(SELECT + "where " + WHERE.get(filter.state()) + FILTER + after + order)
                .param("now", SqlValues.at(now))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("partner", filter.partner())
                .param("number", filter.number() == null || filter.number().isBlank() ? null : filter.number().strip())
                .param("limit", limit);
        if (!after.isEmpty()) {
            int split = cursor.indexOf('_');
            if (split < 0) {
                throw new IllegalArgumentException("no cursor of ours");
            }
            query = query.param("at", SqlValues.at(Instant.parse(cursor.substring(0, split)))).param("after", UUID.fromString(cursor.substring(split + 1)).toString());
        }
        return query.query(ObligationRepository::map).list();
    }

    Map<State, Integer> counts(Instant now) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : List.of(State.LATE, State.OPEN, State.SNOOZED)) {
            counts.put(state, jdbc.sql("select count(*) from (select 1 from obligation b where " + WHERE.get(state) + " limit 1000) b")
                    .param("now", SqlValues.at(now)).query(Integer.class).single());
        }
        return counts;
    }

    List<Obligation> ofDeal(String number) {
        return jdbc.sql(SELECT + "where b.deal = :number or b.order_id in (select order_id from obligation where number = :number and order_id is not null) "
                        + "order by b.opened_at, b.id limit 500")
                .param("number", number).query(ObligationRepository::map).list();
    }

    Optional<Obligation> find(UUID id) {
        return jdbc.sql(SELECT + "where b.id = :id").param("id", id).query(ObligationRepository::map).optional();
    }

    Optional<Obligation> lock(UUID id) {
        return jdbc.sql(SELECT + "where b.id = :id for update").param("id", id).query(ObligationRepository::map).optional();
    }

    void snooze(UUID id, Instant until) {
        jdbc.sql("update obligation set snoozed_until = :until, overdue_at = null where id = :id").param("until", SqlValues.at(until)).param("id", id).update();
    }

    void reminded(UUID id, Instant now) {
        jdbc.sql("update obligation set reminded_at = :now, reminders = reminders + 1 where id = :id").param("now", SqlValues.at(now)).param("id", id).update();
    }

    @Nullable String address(UUID organisation) {
        return jdbc.sql("select email from organisation where id = :id and email like '%@%'").param("id", organisation).query(String.class).optional().orElse(null);
    }

    String organisation(UUID id) {
        return jdbc.sql("select name from organisation where id = :id").param("id", id).query(String.class).single();
    }

    List<Term> terms() {
        return jdbc.sql("select kind, creditor_org_id, debtor_org_id, minutes from obligation_term order by creditor_org_id nulls first, debtor_org_id nulls first, kind")
                .query((row, n) -> new Term(Kind.valueOf(row.getString(1)), SqlValues.uuid(row, "creditor_org_id"), SqlValues.uuid(row, "debtor_org_id"),
                        row.getObject("minutes", Integer.class)))
                .list();
    }

    void agree(Term term) {
        jdbc.sql("""
                        insert into obligation_term (id, kind, creditor_org_id, debtor_org_id, minutes) values (:id, :kind, :creditor, :debtor, :minutes)
                        on conflict (kind, creditor_org_id, debtor_org_id) do update set minutes = excluded.minutes
                        """)
                .param("id", Ids.next()).param("kind", term.kind().name()).param("creditor", term.creditor()).param("debtor", term.debtor())
                .param("minutes", term.minutes()).update();
    }

    void withdraw(Term term) {
        jdbc.sql("""
                        delete from obligation_term where kind = :kind and creditor_org_id is not distinct from cast(:creditor as uuid)
                           and debtor_org_id is not distinct from cast(:debtor as uuid)
                        """)
                .param("kind", term.kind().name()).param("creditor", term.creditor()).param("debtor", term.debtor()).update();
    }
}
