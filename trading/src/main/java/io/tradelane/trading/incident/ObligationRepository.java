package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.incident.Obligation.Kind;
import io.tradelane.trading.incident.Obligation.Outcome;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opens, closes and marks. */
@Repository
class ObligationRepository {
    static final String COLUMNS = """
            b.id, b.kind, b.subject_id, b.debtor_org_id, b.creditor_org_id, b.number, b.deal, b.order_id, b.interchange_id, b.opened_at, b.due_at, b.overdue_at,
            b.closed_at, b.outcome, b.snoozed_until, b.reminded_at, b.reminders, b.incident_id
            """;
    private static final String RETURNING = " returning " + COLUMNS;
    /** A receipt is owed while it is only sent; an acknowledgement from then on, if that is agreed with a deadline. */
    private static final String SENT = """
            insert into obligation (id, kind, subject_id, debtor_org_id, creditor_org_id, number, deal, interchange_id, opened_at, due_at)
            select owed.id, owed.kind, :entry, :to, :from, :number, :deal, :interchange, cast(:at as timestamptz), owed.due
              from (select cast(:receipt as uuid) as id, 'RECEIPT' as kind, obligation_due('RECEIPT', :from, :to, cast(:at as timestamptz)) as due where :only_sent
                    union all
                    select cast(:answer as uuid), v.terms #>> '{acknowledgements,expected}',
                           cast(:at as timestamptz) + make_interval(mins => (v.terms #>> '{acknowledgements,deadlineMinutes}')::int)
                      from outbox o join agreement_version v on v.id = o.agreement_version_id
                     where o.id = :entry and v.terms #>> '{acknowledgements,expected}' in ('SYNTAX', 'APPLICATION') and :handed_over) owed
             where owed.due is not null
            on conflict (kind, subject_id) where closed_at is null do nothing
            """;
    /** What was promised for a day that is over is given an hour, for that is known only now. */
    private static final String EXPECT = """
            with asked as (
              select a.*, obligation_due(a.kind, a.creditor, a.debtor, a.since) as due
                from unnest(cast(:id as uuid[]), cast(:kind as text[]), cast(:subject as uuid[]), cast(:debtor as uuid[]), cast(:creditor as uuid[]),
                         cast(:number as text[]), cast(:deal as text[]), cast(:order as uuid[]), cast(:since as timestamptz[]))
                     as a (id, kind, subject, debtor, creditor, number, deal, order_id, since))
            insert into obligation as b (id, kind, subject_id, debtor_org_id, creditor_org_id, number, deal, order_id, opened_at, due_at)
            select id, kind, subject, debtor, creditor, number, deal, order_id, :at, greatest(due, cast(:at as timestamptz) + interval '1 hour')
              from asked where due is not null order by subject, kind
            on conflict (kind, subject_id) where closed_at is null do update set due_at = excluded.due_at, overdue_at = null
             where b.due_at <> excluded.due_at and excluded.due_at > cast(:at as timestamptz) + interval '1 hour'
            """;
    private static final String NO_LONGER = """
            update obligation b set closed_at = :at,
              outcome = case when exists (select 1 from unnest(cast(:withdrawn as uuid[])) w where w in (b.order_id, b.subject_id)) then 'WITHDRAWN' else 'ARRIVED' end
             where b.closed_at is null and b.kind in ('ORDER_RESPONSE', 'DESPATCH_ADVICE', 'RECEIPT_ADVICE', 'INVOICE', 'PAYMENT')
               and (b.order_id = any(cast(:orders as uuid[])) or b.subject_id = any(cast(:invoices as uuid[])))
               and not exists (select 1 from unnest(cast(:kind as text[]), cast(:subject as uuid[])) a (kind, subject) where a.kind = b.kind and a.subject = b.subject_id)
            """ + RETURNING;
    private final JdbcClient jdbc;

    ObligationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void sent(OutboxItem item, boolean onlySent, boolean handedOver, Instant at) {
        jdbc.sql(SENT)
                .param("receipt", Ids.next())
                .param("answer", Ids.next())
                .param("entry", item.id())
                .param("from", item.from())
                .param("to", item.to())
                .param("number", item.document().number())
                .param("deal", item.businessKey())
                .param("interchange", item.interchange())
                .param("only_sent", onlySent)
                .param("handed_over", handedOver)
                .param("at", SqlValues.at(at))
                .update();
    }

    List<Obligation> close(UUID subject, Collection<Kind> kinds, Outcome outcome, Instant at) {
        return jdbc.sql("update obligation b set closed_at = :at, outcome = :outcome where b.subject_id = :subject and b.kind = any(:kinds) and b.closed_at is null"
                        + RETURNING)
                .param("subject", subject)
                .param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
                .param("outcome", outcome.name())
                .param("at", SqlValues.at(at))
                .query(ObligationRepository::map)
                .list();
    }

    void expect(List<Expected> expected, Instant at) {
        jdbc.sql(EXPECT)
                .param("id", column(expected, one -> Ids.next()))
                .param("kind", column(expected, Expected::kind))
                .param("subject", column(expected, Expected::subject))
                .param("debtor", column(expected, Expected::debtor))
                .param("creditor", column(expected, Expected::creditor))
                .param("number", column(expected, Expected::number))
                .param("deal", column(expected, Expected::deal))
                .param("order", column(expected, Expected::order))
                .param("since", column(expected, Expected::since))
                .param("at", SqlValues.at(at))
                .update();
    }

    List<Obligation> noLonger(Collection<UUID> orders, Collection<UUID> invoices, Collection<UUID> withdrawn, List<Expected> still, Instant at) {
        return jdbc.sql(NO_LONGER)
                .param("orders", column(orders, id -> id))
                .param("invoices", column(invoices, id -> id))
                .param("withdrawn", column(withdrawn, id -> id))
                .param("kind", column(still, Expected::kind))
                .param("subject", column(still, Expected::subject))
                .param("at", SqlValues.at(at))
                .query(ObligationRepository::map)
                .list();
    }

    /** Marks those whose time is over, and who are not to be left alone for a while; each is told of once. */
    List<Obligation> takeOverdue(Instant now, int limit) {
        return jdbc.sql("""
                        with late as (
                          select id from obligation where closed_at is null and overdue_at is null and due_at <= :now and coalesce(snoozed_until, '-infinity') <= :now
                           order by due_at limit :limit for update skip locked)
                        update obligation b set overdue_at = :now, snoozed_until = null from late where b.id = late.id
                        """ + RETURNING)
                .param("now", SqlValues.at(now))
                .param("limit", limit)
                .query(ObligationRepository::map)
                .list();
    }

    void raised(UUID obligation, UUID incident) {
        jdbc.sql("update obligation set incident_id = :incident where id = :id").param("incident", incident).param("id", obligation).update();
    }

    /** Whether something else is late for which the incident was raised. */
    boolean isOwedFor(UUID incident) {
        return jdbc.sql("select exists (select 1 from obligation where incident_id = :incident and closed_at is null)").param("incident", incident)
                .query(Boolean.class).single();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream().map(value).map(one -> one == null ? null : one.toString()).toArray(String[]::new);
    }

    static Obligation map(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Obligation(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getObject("debtor_org_id", UUID.class),
                row.getObject("creditor_org_id", UUID.class),
                row.getString("number"),
                row.getString("deal"),
                SqlValues.uuid(row, "order_id"),
                SqlValues.uuid(row, "interchange_id"),
                SqlValues.instant(row, "opened_at"),
                SqlValues.instant(row, "due_at"),
                SqlValues.instantOrNull(row, "overdue_at"),
                SqlValues.instantOrNull(row, "closed_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                SqlValues.instantOrNull(row, "snoozed_until"),
                SqlValues.instantOrNull(row, "reminded_at"),
                row.getInt("reminders"),
                SqlValues.uuid(row, "incident_id"));
    }
}
