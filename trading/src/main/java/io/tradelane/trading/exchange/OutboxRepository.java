package io.tradelane.trading.exchange;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutboxRepository {
    private static final String COLUMNS = """
            o.id, o.from_org_id, o.to_org_id, o.document_type, o.document, o.business_key, o.cause_interchange_id, o.cause_message_id,
            o.status, o.agreement_id, o.interchange_id, o.attempts, o.created_at
            """;
    private static final String SELECT = "select " + COLUMNS + " from outbox o ";
    private static final String INSERT = """
            with asked as (
              select * from unnest(cast(:id as uuid[]), cast(:line as uuid[]), cast(:from as uuid[]), cast(:to as uuid[]), cast(:type as text[]),
                  cast(:document as text[]), cast(:businessKey as text[]), cast(:causeInterchange as uuid[]), cast(:causeMessage as uuid[]),
                  cast(:idempotencyKey as text[]), cast(:details as text[]), cast(:actorName as text[]), cast(:actorUser as uuid[]),
                  cast(:actorOrg as uuid[]), cast(:source as text[])) with ordinality
                as a (id, line, from_org, to_org, type, document, business_key, cause_interchange, cause_message, idempotency_key, details,
                  actor_name, actor_user, actor_org, source, n)),
            queued as (
              insert into outbox (id, from_org_id, to_org_id, document_type, document, business_key, cause_interchange_id, cause_message_id,
                idempotency_key, status, agreement_id, next_attempt_at, created_at)
              select asked.id, from_org, to_org, type, asked.document::jsonb, business_key, cause_interchange, cause_message, idempotency_key,
                     case when a.id is null then 'PORTAL' else 'QUEUED' end, a.id, cast(:at as timestamptz), :at
                from asked
                left join agreement_in_force a on a.sender_org_id = from_org and a.receiver_org_id = to_org and a.document_type = type
                  and a.direction = 'OUTBOUND' and a.ended_at is null
               order by n
              on conflict (idempotency_key) do nothing
              returning id, status),
            line as (
            """ + JournalSql.INSERT + """
              select actor_name, actor_user, actor_org, source, cast(:at as timestamptz), line, 'OUTBOX', id, null, status, status,
                     cause_interchange, cause_message, array(select distinct party from unnest(array[from_org, to_org]) party order by party),
                     details::jsonb
                from asked join queued using (id))
            select id from queued
            """;
    /** Claims are made one at a time, or two dispatchers could share out the documents of one lane. */
    private static final String CLAIM_LOCK = "select pg_advisory_xact_lock(hashtext('tradelane outbox claim'))";

    /**
     * Goes from lane to lane along the index and looks at the front of each only: a lane that is held up costs the same however
     * much has piled up in it.
     */
    private static final String CLAIM = """
            with recursive lane as (
              (select from_org_id, to_org_id from outbox where status in ('QUEUED', 'RENDERED') order by from_org_id, to_org_id limit 1)
              union all
              select next.from_org_id, next.to_org_id from lane cross join lateral (
                select o.from_org_id, o.to_org_id from outbox o
                 where o.status in ('QUEUED', 'RENDERED') and (o.from_org_id, o.to_org_id) > (lane.from_org_id, lane.to_org_id)
                 order by o.from_org_id, o.to_org_id limit 1) next),
            front as (
              select f.id, f.seq, bool_or(f.held) over (partition by lane.from_org_id, lane.to_org_id order by f.seq) as held
                from lane cross join lateral (
                  select o.id, o.seq, o.next_attempt_at > :now or coalesce(o.leased_until > :now, false) as held from outbox o
                   where o.from_org_id = lane.from_org_id and o.to_org_id = lane.to_org_id and o.status in ('QUEUED', 'RENDERED')
                   order by o.seq limit :limit) f),
            due as (
              select o.id from outbox o
               where o.id in (select id from front where not held order by seq limit :limit)
                 and o.status in ('QUEUED', 'RENDERED') and o.next_attempt_at <= :now and (o.leased_until is null or o.leased_until <= :now)
               for update of o skip locked),
            claimed as (
              update outbox o set leased_until = :until from due where o.id = due.id returning o.seq, %s)
            select * from claimed order by seq
            """.formatted(COLUMNS);
    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id of the entry that it becomes @param actor who says it */
    record Asked(UUID id, OutboundDocument document, Actor actor) {}

    /** @return the ids of those that are new */
    Set<UUID> insert(List<Asked> asked, Instant now) {
        Columns<Asked> columns = Columns.of(asked)
                .text("id", Asked::id)
                .text("line", one -> Ids.next())
                .text("from", one -> one.document().from())
                .text("to", one -> one.document().to())
                .text("type", one -> one.document().document().type())
                .text("document", one -> DocumentJson.write(one.document().document()))
                .text("businessKey", one -> one.document().businessKey())
                .text("causeInterchange", one -> one.document().causeInterchange())
                .text("causeMessage", one -> one.document().causeMessage())
                .text("idempotencyKey", one -> one.document().idempotencyKey())
                .text("details", one -> details(one.document()))
                .text("actorName", one -> one.actor().name())
                .text("actorUser", one -> one.actor().user())
                .text("actorOrg", one -> one.actor().organisation())
                .text("source", one -> one.actor().source());
        return new HashSet<>(jdbc.sql(INSERT).params(columns.arrays()).param("at", SqlValues.at(now)).query(UUID.class).list());
    }

    private static String details(OutboundDocument document) {
        return SqlValues.json(Map.of(
                "type", document.document().type().name(), "number", document.document().number(), "businessKey", document.businessKey()));
    }

    UUID byKey(String idempotencyKey) {
        return jdbc.sql("select id from outbox where idempotency_key = :key").param("key", idempotencyKey).query(UUID.class).single();
    }

    List<OutboxItem> claim(int limit, Instant now, Duration lease) {
        jdbc.sql(CLAIM_LOCK).query((row, n) -> n).single();
        return jdbc.sql(CLAIM)
                .param("now", SqlValues.at(now))
                .param("until", SqlValues.at(now.plus(lease)))
                .param("limit", limit)
                .query(OutboxRepository::map)
                .list();
    }

    void release(List<UUID> items) {
        jdbc.sql("update outbox set leased_until = null where id = any(cast(:ids as uuid[]))").param("ids", Parties.of(items)).update();
    }

    /** Locks it until the transaction ends. */
    Optional<OutboxItem> lock(UUID item) {
        return jdbc.sql(SELECT + "where o.id = :id for update").param("id", item).query(OutboxRepository::map).optional();
    }

    void rendered(UUID item, UUID interchange, UUID version) {
        jdbc.sql("update outbox set status = 'RENDERED', interchange_id = :interchange, agreement_version_id = :version where id = :id")
                .param("version", version)
                .param("interchange", interchange)
                .param("id", item)
                .update();
    }

    Optional<OutboxItem> find(UUID item) {
        return jdbc.sql(SELECT + "where o.id = :id").param("id", item).query(OutboxRepository::map).optional();
    }

    Optional<OutboxItem> ofInterchange(UUID interchange) {
        return jdbc.sql(SELECT + "where o.interchange_id = :id").param("id", interchange).query(OutboxRepository::map).optional();
    }

    Optional<OutboxItem> lockSentAs(String transportMessageId) {
        return jdbc.sql(SELECT + """
                        where o.interchange_id = (select i.id from interchange i where i.transport_message_id = :id and i.direction = 'OUTBOUND'
                                                  order by i.id desc limit 1)
                        for update
                        """)
                .param("id", transportMessageId)
                .query(OutboxRepository::map)
                .optional();
    }

    List<OutboxItem> causedBy(UUID interchange) {
        return jdbc.sql(SELECT + "where o.cause_interchange_id = :id order by o.seq limit 10000")
                .param("id", interchange)
                .query(OutboxRepository::map)
                .list();
    }

    List<OutboxItem> withoutReceipt(Instant before, int limit) {
        return jdbc.sql(SELECT + "where o.status = 'SENT' and o.sent_at < :before order by o.sent_at limit :limit")
                .param("before", SqlValues.at(before))
                .param("limit", limit)
                .query(OutboxRepository::map)
                .list();
    }

    private static OutboxItem map(ResultSet row, int number) throws SQLException {
        return new OutboxItem(
                row.getObject("id", UUID.class),
                row.getObject("from_org_id", UUID.class),
                row.getObject("to_org_id", UUID.class),
                DocumentType.valueOf(row.getString("document_type")),
                DocumentJson.read(row.getString("document")),
                row.getString("business_key"),
                SqlValues.uuid(row, "cause_interchange_id"),
                SqlValues.uuid(row, "cause_message_id"),
                OutboxStatus.valueOf(row.getString("status")),
                SqlValues.uuid(row, "agreement_id"),
                SqlValues.uuid(row, "interchange_id"),
                row.getInt("attempts"),
                SqlValues.instant(row, "created_at"));
    }
}
